"""Problems made of families: drawn, checked, and drawn again until the examples show what is wanted.

A problem holds its steps but no answer: whoever wants one runs the steps, and only ``answers`` (for
the query) and ``labels`` (for unlabelled inputs that somebody pays for) do. The same seed, family,
number of examples and turn give the same problem on every machine; ``VERSION`` changes when not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from substrates.text.made.content import KINDS
from substrates.text.made.families import Family
from substrates.text.made.operators import DoesNotApply, Step, run

from checkable.substrate.draw import Draw

VERSION = 1
MOST_EXAMPLES = 5
MOST_UNLABELLED = 16
ATTEMPTS = 400


@dataclass(frozen=True, kw_only=True)
class Problem:
    """``steps`` turn each of ``shown`` into its output, the query into the answer, and ``unlabelled`` too."""

    id: str
    family: Family
    steps: tuple[Step, ...]
    shown: tuple[str, ...]
    query: str
    unlabelled: tuple[str, ...]


def problems(families: tuple[Family, ...], *, seed: int, count: int, examples: int | None) -> Iterator[Problem]:
    """``count`` problems, family by family in turn; without ``examples`` each family has 1 to 5 in turn."""
    for at in range(count):
        family, turn = families[at % len(families)], at // len(families)
        if examples is None:
            yield problem(family, seed=seed, examples=1 + turn % MOST_EXAMPLES, turn=turn // MOST_EXAMPLES)
        else:
            yield problem(family, seed=seed, examples=examples, turn=turn)


def problem(family: Family, *, seed: int, examples: int, turn: int) -> Problem:
    """The problem of that name. Raises RuntimeError where no attempt is sound (a fault of the family)."""
    name = f"{family.name}_{examples}_s{seed}_{turn}"
    for attempt in range(ATTEMPTS):
        made = _attempt(family, name, examples, attempt)
        if is_sound(made):
            return made
    raise RuntimeError(f"no sound problem of {name} in {ATTEMPTS} attempts")


def _attempt(family: Family, name: str, examples: int, attempt: int) -> Problem:
    steps = family.steps(Draw("text", VERSION, name, attempt, "steps"))
    lines = Draw("text", VERSION, name, attempt, "lines")
    texts = [KINDS[family.kind](lines) for _ in range(examples + 1 + MOST_UNLABELLED)]
    return Problem(id=name, family=family, steps=steps, shown=tuple(texts[:examples]), query=texts[examples],
                   unlabelled=tuple(texts[examples + 1:]))


def is_sound(made: Problem) -> bool:
    """Whether all lines differ, every step counts on what is shown and asked, and no output is given away."""
    texts = (*made.shown, made.query, *made.unlabelled)
    try:
        outputs = [run(made.steps, text) for text in texts]
    except DoesNotApply:
        return False
    shown, answer = outputs[:len(made.shown)], outputs[len(made.shown)]
    return (
        len(set(texts)) == len(texts) and all(outputs)
        and (answer not in shown or _few_outputs(outputs)) and answer != made.query
        and any(text != output for text, output in zip(made.shown, shown, strict=True))
        and all(_step_counts(made, at) for at in range(len(made.steps)))
    )


def _few_outputs(outputs: list[str]) -> bool:
    """Whether the family has few outputs by nature (a count, a level), so that some must come twice."""
    return len(set(outputs)) <= len(outputs) // 2


def _step_counts(made: Problem, at: int) -> bool:
    """Whether leaving out one step changes the output of the query and of some example (or makes it impossible)."""
    fewer = made.steps[:at] + made.steps[at + 1:]
    return _changes(made, fewer, made.query) and any(_changes(made, fewer, text) for text in made.shown)


def _changes(made: Problem, fewer: tuple[Step, ...], text: str) -> bool:
    try:
        return run(fewer, text) != run(made.steps, text)
    except DoesNotApply:
        return True
