"""What is shown of a problem, in words: the wrong program, visible cases, and what it computes of them now.

The kinds of evidence differ in one thing each. ``absent``, ``shuffled`` and ``random`` keep the specification (inputs
with what is wanted) and take away, exchange or randomise the traces alone: what the program's steps give from its
aggregate on, the current output last. Each value of a trace is one word with what is wanted in its case, so that small
models need not learn first which two words belong together. ``withheld`` and ``exchanged`` do it to the whole block, as
published controls did: then it is also the specification that is gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Literal, get_args

from substrates.trace_repair.language import BASE, WORDS, Value, written
from substrates.trace_repair.made import Problem, stream

Evidence = Literal["aligned", "shuffled", "random", "absent", "exchanged", "withheld"]
EVIDENCE: tuple[Evidence, ...] = get_args(Evidence)
OPENINGS = ("program {} .", "this program is wrong : {} ;", "repair {} .")
CASES = ("for {numbers} want {want} got {got} .", "{numbers} should give {want} and gives {got} ;",
         "input {numbers} expected {want} found {got} ,")
WITHHELD = "no cases ."


def held_out(opening: int, case: int) -> bool:
    """The wordings that no lesson uses; every word of them occurs in lessons."""
    return (opening + case) % 3 == 1


def worded(problem: Problem, other: Problem, evidence: Evidence, wording: str) -> str:
    """The problem in words. ``other`` is another problem, from which what is exchanged comes.

    ``wording``: standard, trained (any that lessons use) or held-out.
    """
    random = stream(f"{problem.draw}/words")
    pairs = [(o, c) for o in range(3) for c in range(3) if held_out(o, c) == (wording == "held-out")]
    opening, case = (0, 0) if wording == "standard" else pairs[int(random.random() * len(pairs))]
    said = OPENINGS[opening].format(written(problem.wrong))
    return f"{said} {_block(problem, other, evidence, CASES[case], random)}"


def _block(problem: Problem, other: Problem, evidence: Evidence, form: str, random: Random) -> str:
    if evidence == "withheld":
        return WITHHELD
    source = other if evidence == "exchanged" else problem
    current = _current(source, other, evidence, random)
    shown = zip(source.visible, source.wanted(), current, strict=True)
    return " ".join(_case(form, numbers, want, values) for numbers, want, values in shown)


def _case(form: str, numbers: Sequence[int], want: Value, values: Sequence[Value] | None) -> str:
    if values is None:
        return _without_got(form).format(numbers=_spaced(numbers), want=want)
    return form.format(numbers=_spaced(numbers), want=want, got=_spaced([paired(value, want) for value in values]))


def _current(source: Problem, other: Problem, evidence: Evidence, random: Random) -> Sequence[tuple[Value, ...] | None]:
    if evidence == "absent":
        return [None] * len(source.visible)
    if evidence == "shuffled":
        return other.current()
    if evidence == "random":
        return [tuple(_alike(value, random) for value in values) for values in source.current()]
    return source.current()


def _alike(value: Value, random: Random) -> Value:
    """Another value as long: of a digit any digit, of a word any word."""
    if isinstance(value, str):
        return WORDS[int(random.random() * len(WORDS))]
    return int(random.random() * BASE)


def paired(value: Value, want: Value) -> str:
    """A value of the trace with what is wanted in its case, as one word: ``0to2`` is a 0 where a 2 is wanted."""
    return f"{value}to{want}"


def _without_got(form: str) -> str:
    """A case without its trace: up to what is wanted, and the sign at its end."""
    return f"{form[:form.index('{want}') + len('{want}')]} {form[-1]}"


def _spaced(values: Sequence[Value]) -> str:
    return " ".join(map(str, values))
