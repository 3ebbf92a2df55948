"""Everything about a model that could change its completions, known without starting its engine."""

from __future__ import annotations

import json
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from checkable.core.completion import ModelIdentity
from checkable.engine.endpoint import EngineError
from checkable.engine.models import Attached, ModelEntry
from checkable.engine.vllm import find_vllm
from checkable.engine.weights import name_and_revision


def identity(entry: ModelEntry) -> ModelIdentity:
    """The identity that is part of every key in the pool.

    ``engine`` holds the software with its version, the arithmetic, and what the entry asks of it.
    Raises EngineError where the engine or the weights are not installed.
    """
    name, revision = name_and_revision(entry)
    return ModelIdentity(name=name, revision=revision, engine=" ".join([_software(entry), *_settings(entry)]))


def backbone_identity(entry: ModelEntry) -> ModelIdentity:
    """Of a model that is trained or read by learned words and never served: its own engine need not be here.

    Raises EngineError where the weights, transformers or torch are not installed.
    """
    name, revision = name_and_revision(entry)
    software = f"transformers {_installed('transformers')} torch {_installed('torch')} {entry.dtype}"
    return ModelIdentity(name=name, revision=revision, engine=software)


def _software(entry: ModelEntry) -> str:
    match entry.engine:
        case "vllm":
            return f"vllm {find_vllm(entry.root).version} {entry.dtype}"
        case "transformers":
            return f"transformers {_installed('transformers')} torch {_installed('torch')} {entry.dtype}"
        case "none":
            return f"transformers {_installed('transformers')} torch {_installed('torch')} {entry.dtype}"
        case "sentence-transformers":
            raise EngineError(f"{entry.name} embeds texts and writes none: it cannot be a spec's model")
        case "attach":
            assert isinstance(entry.weights, Attached)
            return f"attached {entry.weights.attach}"


def _settings(entry: ModelEntry) -> list[str]:
    chat = json.dumps(dict(entry.chat), sort_keys=True, separators=(",", ":"))
    return [*([f"chat {chat}"] if entry.chat else []), *(["lora"] if entry.beside else []), *entry.flags]


@cache
def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        raise EngineError(f"the local engine needs {package}, which is not installed: "
                          f"pip install transformers torch") from None
