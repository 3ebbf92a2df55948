"""What is in force, said once after collection: models and engines, recorded pools, isolation."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from checkable.pytest_plugin.options import Settings
from checkable.spec.model import Spec


def specs_of(ids: Iterable[str], settings: Settings) -> list[Spec]:
    """The specs behind node ids that a worker collected. What it could not read is reported elsewhere."""
    from checkable.spec.errors import SpecErrors
    from checkable.spec.loader import is_spec, load_items

    found = []
    for name in dict.fromkeys(node.partition("::")[0] for node in ids):
        path = Path(name) if Path(name).is_absolute() else settings.root / name
        if path.suffix in (".yaml", ".yml") and path.is_file() and is_spec(path):
            try:
                found += load_items(path, root=settings.root, tier=settings.tier, model=settings.model)
            except SpecErrors:
                continue
    return found


def lines(specs: Iterable[Spec], settings: Settings) -> list[str]:
    """One line for each engine in question, one for recorded completions, and what the sandbox has."""
    specs = list(specs)
    if not specs:
        return []
    models = dict.fromkeys(spec.model for spec in specs if spec.model)
    pools = dict.fromkeys(spec.pool.name for spec in specs if spec.pool)
    said = [f"engine: {_engine(name, settings.root)}, started when a completion is missing" for name in models]
    said += [f"recorded: {name}, no engine" for name in pools]
    if any(use.word.name == "recorded" for spec in specs for arm in spec.arms for use in arm.generators):
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
