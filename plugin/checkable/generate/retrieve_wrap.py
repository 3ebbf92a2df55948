"""Retrieved algorithms as candidates without a model: copied, renamed, and called through enumerated adapters.

Everything a finite library reaches, rung by rung: 0 a copy under the task's name, 1 arguments in another order or left
out, 2 casts and wraps, 3 constants from the task's words, 4 two algorithms one after the other (see ``adapt``). With
``retriever: all`` this is the ladder over the whole inventory, which was frozen before any task was looked at:
what it reaches is what a perfect retrieval would. Costs no tokens; executions on the visible calls.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from checkable.core.candidate import Candidate, Observation
from checkable.core.case import Case
from checkable.generate.retrieving import RetrievalOptions, retrieved
from checkable.generate.tools import Tools, unanswered
from checkable.library.entry import GIVEN_AWAY
from checkable.vocabulary import option, required, word

if TYPE_CHECKING:
    from checkable.adapt import Adapted
    from checkable.library import Algorithm


@dataclass(frozen=True, kw_only=True)
class Extension:
    """Whose reference solutions extend a library: what these options of the case's substrate name."""

    tasks: str = required("which tasks: ranges such as 11-90, 95")
    split: str | None = option(None, "of which split; left out: of the experiment's own")


@dataclass(frozen=True, kw_only=True)
class RetrieveWrapOptions(RetrievalOptions):
    rung: int = option(3, "how far adapters go: 0 copies, 1 argument order, 2 casts and wraps, 3 constants, 4 two "
                          "algorithms", minimum=0, maximum=4)
    calls: int = option(16, "how many calls of one algorithm are tried at most", minimum=1, maximum=1000)
    compositions: int = option(200, "how many pairs of algorithms are tried at most", minimum=0, maximum=100_000)
    programs: int = option(16, "how many passing programs become candidates at most, the simplest first", minimum=1,
                           maximum=1024)
    extended_with: Extension | None = option(
        None, "reference solutions of the benchmark join the library, all of them, whatever is retrieved: a declared "
              "leak where they are those of the evaluated tasks")
    channel: str = option("wrapped", "the name of this channel in tables and reports")


@word("generator", "retrieve-wrap", options=RetrieveWrapOptions, asks_model=False, reads_library=True)
def retrieve_wrap(case: Case, options: RetrieveWrapOptions, tools: Tools) -> list[Candidate]:
    """Retrieved algorithms called through enumerated adapters; candidates reproduce what is visible."""
    from checkable.adapt import Bounds, adapt, visible_calls  # not needed to know the word

    visible = visible_calls(case)
    if not visible:
        return [_nothing("no visible example says which call returns what", options)]
    found = [*retrieved(case, options, tools), *_extension(options, tools)]
    climb = adapt(found, visible, words=case.text, entry_point=case.entry_point or tools.substrate.entry_point,
                  run=lambda source, calls: _run(case, source, calls, tools),
                  bounds=Bounds(rung=options.rung, calls=options.calls, compositions=options.compositions,
                                programs=options.programs))
    if not climb.programs:
        return [_nothing(f"none of {climb.executed} calls of {len(found)} algorithms returns what is visible", options)]
    return [_candidate(adapted, sample, found, options) for sample, adapted in enumerate(climb.programs)]


def _extension(options: RetrieveWrapOptions, tools: Tools) -> Sequence[Algorithm]:
    return tools.references(options.extended_with) if options.extended_with else ()


def _run(case: Case, source: str, calls: Sequence[Any], tools: Tools) -> list[Observation]:
    """Observations of a program that returns a text. Where values are compared as text, it is written out in quotes."""
    seen = tools.run(case, source, calls)
    if case.entry_point is None:
        return seen
    return [replace(o, value=ast.literal_eval(o.value)) if o.ok else o for o in seen]


def _candidate(adapted: Adapted, sample: int, found: Sequence[Algorithm], options: RetrieveWrapOptions) -> Candidate:
    """``rung`` is kept beside it, and ``place``, where retrieval had the first of its algorithms, from 1."""
    places = {algorithm.name: place for place, algorithm in enumerate(found, 1)}
    given = {algorithm.name for algorithm in found if algorithm.topic == GIVEN_AWAY}
    provenance = "reference" if given & set(adapted.algorithms) else "enumerated"
    return Candidate(
        id=f"{options.channel}/{sample}", channel=options.channel, kind="program", sample=sample,
        text=adapted.expression, source=adapted.source, provenance=provenance, prompt_tokens=0, completion_tokens=0,
        seconds=0.0, scores={"rung": float(adapted.rung), "place": float(places[adapted.algorithms[0]])})


def _nothing(problem: str, options: RetrieveWrapOptions) -> Candidate:
    return unanswered(problem, channel=options.channel, kind="program", sample=0)
