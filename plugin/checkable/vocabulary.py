"""The words a spec may use, registered by name: generators, evidence, selectors, breaks.

A word is one file in its room with one function and a frozen dataclass of options. Registering
it is all there is to do: the schema, the error hints and the documentation tables read this
registry. Importing a word must stay cheap (no torch, no numpy), since collection imports all.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar

Kind = Literal["generator", "evidence", "selector", "break"]
Baseline = Literal["random", "untrained", "heuristic"]
ROOMS: dict[Kind, str] = {
    "generator": "checkable.generate",
    "evidence": "checkable.evidence",
    "selector": "checkable.select",
    "break": "checkable.control",
}
F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True)
class NoOptions:
    """A word that takes no options."""


@dataclass(frozen=True, kw_only=True)
class Word:
    """A registered word. ``options`` is a frozen dataclass; ``summary`` the docstring's first line.

    ``shorthand`` names the option that a bare value sets, so that ``{program: 3}`` is never
    ambiguous: without it a word takes a mapping or nothing.

    What audits ask of a word: ``learned`` if something behind it was trained (of a break: was trained
    again, on broken labels or rewards); ``training(options, tools)`` then returns its ``core.training``
    records, none for an untrained use. ``baseline`` says which trivial policy a word is. A generator
    that never asks a model says ``asks_model=False``: a spec with no others needs none. ``reads_library``: what
    a generator makes depends on the algorithms of library/, so that a changed one makes its runs stale.

    A break that changes how candidates are made, not what is known of them, has ``rewrites``: it takes the options of
    a learned word of the arm and the break's own, and returns those with which the word is used in the control.
    """

    kind: Kind
    name: str
    options: type
    function: Callable[..., Any]
    summary: str
    source: str  # module, for the documentation table
    shorthand: str | None = None
    learned: bool = False
    training: Callable[..., Any] | None = None
    baseline: Baseline | None = None
    rewrites: Callable[[Any, Any], Any] | None = None
    asks_model: bool = True
    reads_library: bool = False


_WORDS: dict[Kind, dict[str, Word]] = {kind: {} for kind in ROOMS}


def word(kind: Kind, name: str, *, options: type = NoOptions, shorthand: str | None = None, learned: bool = False,
         training: Callable[..., Any] | None = None, baseline: Baseline | None = None,
         rewrites: Callable[[Any, Any], Any] | None = None, asks_model: bool = True,
         reads_library: bool = False) -> Callable[[F], F]:
    """Register the decorated function as ``name``. Raises ValueError for a name taken twice."""

    def register(function: F) -> F:
        if name in _WORDS[kind]:
            raise ValueError(f"{kind} {name!r} is registered twice")
        summary = (function.__doc__ or "").strip().partition("\n")[0]
        _WORDS[kind][name] = Word(
            kind=kind, name=name, options=options, function=function,
            summary=summary, source=function.__module__, shorthand=shorthand,
            learned=learned, training=training, baseline=baseline, rewrites=rewrites, asks_model=asks_model,
            reads_library=reads_library,
        )
        return function

    return register


@cache
def words(kind: Kind) -> dict[str, Word]:
    """Every word of a kind, sorted by name."""
    room = importlib.import_module(ROOMS[kind])
    for module in sorted(m.name for m in pkgutil.iter_modules(room.__path__)):
        importlib.import_module(f"{ROOMS[kind]}.{module}")
    return dict(sorted(_WORDS[kind].items()))


def option(default: Any, help: str, *, minimum: float | None = None, maximum: float | None = None,
           choices: tuple[str, ...] = (), file: str | None = None, model: bool = False) -> Any:
    """A dataclass field that documents itself: ``help`` is one sentence, the rest bounds it.

    ``file`` says that the text names a file of the substrate: its stem, among those that match
    this pattern in the substrate's folder. ``model`` says that it names a model that writes.
    """
    metadata = {"help": help, "minimum": minimum, "maximum": maximum, "choices": choices, "file": file, "model": model}
    return field(default=default, metadata=metadata)


def required(help: str, *, minimum: float | None = None, choices: tuple[str, ...] = (), file: str | None = None) -> Any:
    """Like ``option``, without a default."""
    return field(metadata={"help": help, "minimum": minimum, "maximum": None, "choices": choices, "file": file})


def models_named(options: Any) -> tuple[str | None, ...]:
    """The models that are asked under these options, each once; None is the experiment's own.

    Options within options count (the policies of a portfolio), and then stand for what holds them.
    """
    return tuple(dict.fromkeys(_models_named(options)))


def _models_named(options: Any) -> Iterator[str | None]:
    for each in fields(options):
        value = getattr(options, each.name)
        if each.metadata.get("model"):
            yield value
        for inner in value if isinstance(value, tuple) else (value,):
            if is_dataclass(inner) and not isinstance(inner, type):
                yield from _models_named(inner)
