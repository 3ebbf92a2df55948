"""The models that specs can name: ours, and those of a ``models.yaml`` at the workspace's root.

Promises that naming, checking and identifying a model starts no engine and imports nothing heavy.
Must not know how an engine is started.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args
from urllib.parse import urlsplit

import yaml

from checkable.core.case import Json

EngineKind = Literal["vllm", "transformers", "sentence-transformers", "attach", "none"]
Dtype = Literal["float32", "bfloat16", "float16"]
MODELS_FILE = "models.yaml"
SERVED = ("beside", "merged")  # how an adapter is served


class ModelError(ValueError):
    """A model that cannot be named or described so; the message says what, where, and what would do."""


@dataclass(frozen=True, kw_only=True)
class Hub:
    """Weights on the Hugging Face Hub. ``revision`` is a commit: a branch would move under the pool."""

    hub: str
    revision: str

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[0-9a-f]{40}", self.revision):
            raise ModelError(f"revision {self.revision!r} is not a commit; expected 40 hexadecimal digits")


@dataclass(frozen=True, kw_only=True)
class Folder:
    """A local folder as ``save_pretrained`` writes it. ``revision`` defaults to a digest of its files."""

    folder: str
    name: str = ""
    revision: str = ""


@dataclass(frozen=True, kw_only=True)
class Gguf:
    """A local GGUF file; it is converted once into the user's cache."""

    gguf: str
    sha256: str
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class Packaged:
    """A file of weights inside an installed package; ``file`` is its path as the package installed it.

    GGUF, or the safetensors of a sentence-transformers folder.
    """

    package: str
    file: str
    sha256: str
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class Adapter:
    """A LoRA adapter on the model called ``base``: a folder as peft saves it, merged into the weights once.

    Whatever the entry does not say of engine, context and the rest is the base's. ``served`` is ``beside`` (vLLM alone,
    and its default: one server holds the base once, and all its adapters; see ``lora``) or ``merged`` (a model
    of its own in memory, as the transformers engine serves it).
    """

    adapter: str
    base: str
    name: str = ""
    served: str = ""

    def __post_init__(self) -> None:
        if self.served not in ("", *SERVED):
            raise ModelError(f"served is {self.served!r}; expected one of {', '.join(SERVED)}"
                             f"{_nearest(self.served, SERVED)}")


@dataclass(frozen=True, kw_only=True)
class Attached:
    """A server that somebody else runs. ``revision`` is what they declare; nobody can check it."""

    attach: str
    served: str
    revision: str = "not declared"

    def __post_init__(self) -> None:
        address = urlsplit(self.attach)
        if address.scheme not in ("http", "https") or not address.netloc or not self.served:
            raise ModelError(f"{self.attach}#{self.served} is not an address; expected http://host:port/v1#served-name")


@dataclass(frozen=True, kw_only=True)
class Untrained:
    """No weights: a published architecture in these sizes, which learned words train from nothing. Never served."""

    untrained: str  # qwen3 or qwen3.5
    width: str
    layers: str
    heads: str

    def __post_init__(self) -> None:
        if self.untrained not in ARCHITECTURES:
            raise ModelError(f"no architecture {self.untrained!r} can be trained from nothing; expected one of "
                             f"{', '.join(ARCHITECTURES)}{_nearest(self.untrained, ARCHITECTURES)}")
        for name in ("width", "layers", "heads"):
            if not getattr(self, name).isdecimal() or int(getattr(self, name)) < 1:
                raise ModelError(f"{name} is {getattr(self, name)!r}; expected a whole number from 1")
        if int(self.width) % int(self.heads):
            raise ModelError(f"width {self.width} is no multiple of its {self.heads} heads")

    @property
    def sizes(self) -> dict[str, int]:
        return {"width": int(self.width), "layers": int(self.layers), "heads": int(self.heads)}


ARCHITECTURES = ("qwen3", "qwen3.5")
Weights = Hub | Folder | Gguf | Packaged | Adapter | Attached | Untrained
SOURCES: dict[str, type[Weights]] = {
    "hub": Hub, "folder": Folder, "gguf": Gguf, "package": Packaged, "adapter": Adapter, "attach": Attached,
    "untrained": Untrained,
}


@dataclass(frozen=True, kw_only=True)
class ModelEntry:
    """One model as it is served. ``chat`` are options of its chat template; ``flags`` go to vLLM as they are.

    ``context`` is the longest prompt with its completion, in tokens. ``concurrency`` is how many
    requests keep its engine busy. ``shape`` is what its configuration says of its sizes, for planning a training
    without its weights: an architecture and keys of transformers' configuration of it. ``root`` is what relative
    paths are relative to.
    """

    name: str
    weights: Weights
    engine: EngineKind
    summary: str = ""
    dtype: Dtype = "bfloat16"
    context: int = 8192
    concurrency: int = 16
    chat: Mapping[str, Json] = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    start_seconds: float = 900.0
    shape: Mapping[str, Json] = field(default_factory=dict)
    root: Path = Path()

    @property
    def beside(self) -> str | None:
        """The name of the model in whose server this one is an adapter; None for whoever has a server to itself."""
        if isinstance(self.weights, Adapter) and self.engine == "vllm" and self.weights.served != "merged":
            return self.weights.base
        return None


def model_names(root: Path | None = None) -> list[str]:
    """Every model that a spec's ``model:`` can name, sorted."""
    return sorted(name for name in _plain_entries(root) if not embeds(name, root))


def resolve(name: str, root: Path | None = None) -> ModelEntry:
    """The model of a name, or of an address ``http://host:port/v1#served-name``. Raises ModelError."""
    if "://" in name:
        url, _, served = name.partition("#")
        weights = Attached(attach=url.rstrip("/"), served=served)
        return ModelEntry(name=name, weights=weights, engine="attach", summary="an engine that runs elsewhere")
    plain = _plain_entries(root)
    if name not in plain:
        raise ModelError(f"there is no model {name!r}{_nearest(name, plain)}. Models: {', '.join(sorted(plain))}. "
                         f"{MODELS_FILE} at the workspace's root adds more; http://host:port/v1#name attaches to one")
    where = f"model {name!r} in {MODELS_FILE}"
    return _entry(name, _on_its_base(plain[name], plain, where), where, root or Path())


def _on_its_base(entry: dict[str, Any], known: Mapping[str, dict[str, Any]], where: str) -> dict[str, Any]:
    """An adapter's entry with what it leaves to its base; any other as it is."""
    weights = entry.get("weights")
    if not isinstance(weights, dict) or "adapter" not in weights or "base" not in weights:
        return entry
    base = str(weights["base"])
    if base not in known:
        raise ModelError(f"weights of {where}: there is no model {base!r} to put an adapter on{_nearest(base, known)}")
    under = known[base]
    source = next(iter(set(under.get("weights") or ()) & {"adapter", "attach", "untrained"}), None)
    if source or under.get("engine") == "sentence-transformers":
        what = f"its weights are {{{source}: …}}" if source else "it embeds texts"
        raise ModelError(f"weights of {where}: no adapter can be put on {base!r}, since {what}; expected a model with "
                         f"published weights that writes")
    return {**{key: value for key, value in under.items() if key != "summary"}, **entry}


def embeds(name: str, root: Path | None = None) -> bool:
    """Whether a name (not an address) is a model that embeds texts and writes none."""
    return _plain_entries(root).get(name, {}).get("engine") == "sentence-transformers"


def _plain_entries(root: Path | None) -> dict[str, dict[str, Any]]:
    """Ours with the workspace's merged over them. Weights are replaced whole: a source is one thing."""
    entries = dict(_read(Path(__file__).with_name(MODELS_FILE), 0))
    theirs = root / MODELS_FILE if root is not None else None
    if theirs is not None and theirs.is_file():
        for name, plain in _read(theirs, theirs.stat().st_mtime_ns).items():
            entries[name] = {**entries.get(name, {}), **plain}
    return entries


@cache
def _read(path: Path, changed: int) -> dict[str, dict[str, Any]]:
    """The content of a file that was last ``changed`` then: every spec of a session asks for it."""
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except yaml.YAMLError as error:
        raise ModelError(f"{path} is not YAML: {error}") from error
    if not isinstance(content, dict) or not all(isinstance(entry, dict) for entry in content.values()):
        raise ModelError(f"{path}: expected a mapping of names to models, each a mapping itself")
    return content


def _entry(name: str, plain: dict[str, Any], where: str, root: Path) -> ModelEntry:
    known = {f.name for f in fields(ModelEntry)} - {"name", "root"}
    _check_keys(plain, known, required={"weights", "engine"}, where=where)
    _check_choice(plain["engine"], get_args(EngineKind), f"engine of {where}")
    _check_choice(plain.get("dtype", "bfloat16"), get_args(Dtype), f"dtype of {where}")
    values = {**plain, "weights": _weights(plain["weights"], where), "flags": tuple(map(str, plain.get("flags", ())))}
    entry = ModelEntry(name=name, root=root, **values)
    if (entry.engine == "attach") != isinstance(entry.weights, Attached):
        raise ModelError(f"{where}: engine attach and weights {{attach: …}} go together")
    if (entry.engine == "none") != isinstance(entry.weights, Untrained):
        raise ModelError(f"{where}: engine none and weights {{untrained: …}} go together")
    if isinstance(entry.weights, Adapter) and entry.weights.served == "beside" and entry.engine != "vllm":
        raise ModelError(f"{where}: only vLLM serves an adapter beside its base, and its engine is {entry.engine}; "
                         f"expected served: merged")
    if entry.flags and entry.engine != "vllm":
        raise ModelError(f"{where}: flags are vLLM's, and its engine is {entry.engine}")
    return entry


def _weights(plain: Any, where: str) -> Weights:
    named = sorted(SOURCES.keys() & plain.keys()) if isinstance(plain, dict) else []
    if len(named) != 1:
        raise ModelError(f"weights of {where}: expected a mapping with one of {', '.join(sorted(SOURCES))}")
    kind = SOURCES[named[0]]
    required = {f.name for f in fields(kind) if f.default is MISSING}
    _check_keys(plain, {f.name for f in fields(kind)}, required=required, where=f"weights of {where}")
    try:
        return kind(**{key: str(value) for key, value in plain.items()})
    except ModelError as error:
        raise ModelError(f"weights of {where}: {error}") from None


def _check_keys(plain: Mapping[str, Any], known: set[str], *, required: set[str], where: str) -> None:
    for key in plain:
        if key not in known:
            raise ModelError(f"{where} has no key {key!r}{_nearest(str(key), known)}. Keys: {', '.join(sorted(known))}")
    if missing := sorted(required - plain.keys()):
        raise ModelError(f"{where} lacks {', '.join(missing)}")


def _check_choice(value: Any, choices: tuple[str, ...], where: str) -> None:
    if value not in choices:
        raise ModelError(f"{where} is {value!r}; expected one of {', '.join(choices)}{_nearest(str(value), choices)}")


def _nearest(word: str, known: Any) -> str:
    close = difflib.get_close_matches(word, list(known), n=1)
    return f"; did you mean {close[0]!r}?" if close else ""
