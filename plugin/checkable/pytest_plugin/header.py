"""What is in force, said once after collection: models and engines, recorded pools, isolation."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from checkable.pytest_plugin.options import Settings

if TYPE_CHECKING:
    from checkable.spec.loader import Outline


def outlines_of(ids: Iterable[str], settings: Settings) -> list[Outline]:
    """The items behind node ids that a worker collected. What it could not read is reported elsewhere."""
    from checkable.spec import loader
    from checkable.spec.errors import SpecErrors
    from checkable.spec.resolve import Known

    found, known = [], Known()
    for name in dict.fromkeys(node.partition("::")[0] for node in ids):
        path = Path(name) if Path(name).is_absolute() else settings.root / name
        if loader.is_spec(path) and path.is_file():
            try:
                written = loader.read(path, settings.root)
                found += loader.outlines(written, tier=settings.tier, model=settings.model, known=known)
            except SpecErrors:
                continue
    return found


def lines(outlines: Iterable[Outline], settings: Settings) -> list[str]:
    """One line for each engine in question, one for recorded completions, and what the sandbox has."""
    outlines = list(outlines)
    if not outlines:
        return []
    models = dict.fromkeys(name for outline in outlines for name in outline.models)
    pools = dict.fromkeys(name for outline in outlines for name in outline.pools)
    said = [f"engine: {_engine(name, settings.root)}, started when a completion is missing" for name in models]
    said += [f"recorded: {name}, no engine" for name in pools]
    if any(outline.recorded for outline in outlines):
        said.append("recorded: completions of others, no engine")
    return [*said, *isolation(settings.isolation)]


def _engine(name: str, root: Path) -> str:
    from checkable.engine.endpoint import EngineError
    from checkable.engine.identity import identity
    from checkable.engine.models import ModelError, resolve

    try:
        known = identity(resolve(name, root))
    except (EngineError, ModelError) as error:
        return f"{name} (cannot be used here: {error})"
    return f"{name} = {known.name} on {known.engine}"


def isolation(minimum: int) -> list[str]:
    """The level that programs run at on this machine, as canaries found it, and what is missing."""
    from checkable.execute import Sandbox, SandboxUnavailable

    try:
        with Sandbox(minimum_level=0) as sandbox:
            found = sandbox.isolation
    except SandboxUnavailable as error:
        return [f"isolation: none: {error}"]
    said = [f"isolation: {found.summary}"]
    said += [f"isolation: refused here: {why}" for why in found.refused]
    said += [f"isolation: {canary}" for canary in found.canaries]
    if found.level < minimum:
        said.append(f"isolation: level {found.level} is below the {minimum} that --isolation asks for: "
                    "nothing will be executed")
    elif found.level == 0:
        said.append("isolation: NONE, as --isolation 0 allows: programs can read your files and use the network")
    return said
