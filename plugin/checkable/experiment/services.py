"""What an experiment is run with: the things that have a lifetime, handed in by whoever owns them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from checkable.core.completion import Completion, CompletionRequest, ModelIdentity
from checkable.core.progress import Progress

TellProgress = Callable[[Progress], None]


class Model(Protocol):
    """A model that can be asked: an engine behind the pool, or a recorded pool.

    ``complete`` is safe to call from many threads; ``concurrency`` says how many make sense.
    ``waiting`` says what an engine does that cannot answer yet, "" otherwise.
    ``facts`` are plain data for the provenance (name, revision, engine, address, recorded …).
    ``made`` counts what an engine was asked for so far; ``ask_again`` asks it past the pool, and is
    None where there is no engine.
    """

    identity: ModelIdentity
    concurrency: int
    facts: dict[str, Any]
    made: int
    ask_again: Callable[[CompletionRequest], Completion] | None

    @property
    def waiting(self) -> str: ...

    def complete(self, request: CompletionRequest) -> Completion: ...


def _no_other_model(spec: Any, name: str) -> Model:
    raise LookupError(f"there is no model {name!r} here: only the experiment's own is served")


@dataclass(frozen=True, kw_only=True)
class Services:
    """``open_model(spec)`` returns the Model of a spec, or None where every generator is recorded; ``open_named(spec,
    name)`` the one that its arms name.

    ``data`` is the folder of published data, None where there is none. ``provenance`` holds what
    is the same for every experiment of a session: code version, host, python.
    ``required_controls(claim)`` names the controls that a claim of the ledger takes.
    """

    root: Path
    data: Path | None
    sandbox: Any  # checkable.execute.Sandbox
    open_model: Callable[[Any], Model | None]
    open_recording: Callable[[Path], Any]
    open_named: Callable[[Any, str], Model] = _no_other_model
    provenance: dict[str, Any] = field(default_factory=dict)
    progress: TellProgress = lambda progress: None
    trainer: Any = None  # checkable.learn.trainer.Trainer; None where nothing is learned
    retrieval: Path | None = None  # where indexes of the library are kept; None: in the user's cache
    required_controls: Callable[[str], tuple[str, ...]] = lambda claim: ()
