"""Problems made of families: drawn, checked, and redrawn until the example shows what is wanted.

A problem holds its steps but no answer: whoever wants one runs the steps on the query, and only
``answers`` does. The same seed, family, number of records and round give the same problem on
every machine; ``VERSION`` changes when that would not be so.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from substrates.foofah.generated.content import DoesNotFit
from substrates.foofah.generated.families import ALL_LAYOUTS, Family
from substrates.foofah.generated.finish import FINISHERS, NOISES
from substrates.foofah.generated.operators import Step, Table, run

from checkable.substrate.draw import Draw

VERSION = 1
MOST_RECORDS = 5
ATTEMPTS = 400
# Characters of JSON that example and query may take together, and the answer alone: a small
# model must fit the prompt into 2,000 tokens and the answer into 768.
SIZES = {"easy": 1600, "medium": 2100, "hard": 2600}
ANSWER_SIZE = 1200


@dataclass(frozen=True, kw_only=True)
class Problem:
    """``steps`` turn ``example`` into its output, and the query into the answer."""

    id: str
    family: Family
    records: int
    steps: tuple[Step, ...]
    example: Table
    query: Table


def problems(families: tuple[Family, ...], *, seed: int, count: int, records: int | None) -> Iterator[Problem]:
    """``count`` problems, family by family in turn; without ``records`` each family has 1 to 5 in turn."""
    for at in range(count):
        family, turn = families[at % len(families)], at // len(families)
        if records is None:
            yield problem(family, seed=seed, records=1 + turn % MOST_RECORDS, turn=turn // MOST_RECORDS)
        else:
            yield problem(family, seed=seed, records=records, turn=turn)


def problem(family: Family, *, seed: int, records: int, turn: int) -> Problem:
    """The problem of that name. Raises RuntimeError where no attempt is sound (a fault of the family)."""
    name = f"{family.name}_{records}_s{seed}_{turn}"
    for attempt in range(ATTEMPTS):
        try:
            made = _attempt(family, name, records, attempt)
        except DoesNotFit:
            continue
        if is_sound(made):
            return made
    raise RuntimeError(f"no sound problem of {name} in {ATTEMPTS} attempts")


def _attempt(family: Family, name: str, records: int, attempt: int) -> Problem:
    structure = Draw("foofah", VERSION, name, attempt, "structure")
    noises = [NOISES[word](structure) for word in family.noises]
    layout = ALL_LAYOUTS[family.layout](structure)
    steps, fields = [*(noise.step for noise in noises), *layout.steps], layout.fields
    for word in family.finishers:
        step, fields = FINISHERS[word](structure, fields)
        steps.append(step)
    tables = []
    for part, size in (("example", records), ("query", _query_size(structure, records))):
        draw = Draw("foofah", VERSION, name, attempt, part)
        table = layout.table(draw, size)
        for noise in reversed(noises):
            table = noise.dirty(draw, table)
        tables.append(table)
    return Problem(
        id=name, family=family, records=records, steps=tuple(steps), example=tables[0], query=tables[1]
    )


def _query_size(draw: Draw, records: int) -> int:
    return draw.pick([size for size in range(2, 7) if size != records])


def is_sound(made: Problem) -> bool:
    """Whether the example shows every operator at work, query and example differ, and all fits."""
    example_output, answer = run(made.steps, made.example), run(made.steps, made.query)
    tables = (made.example, example_output, made.query, answer)
    return (
        all(_is_table(table) for table in tables)
        and made.example != example_output
        and made.query != answer
        and not _share_content(made.example, made.query)
        and (_has_gaps(example_output) or not _has_gaps(answer))
        and _fits(made.family.difficulty, *tables)
        and all(_every_step_counts(made.steps, table) for table in (made.example, made.query))
    )


def _is_table(table: Table) -> bool:
    return bool(table) and len({len(row) for row in table}) == 1 and bool(table[0])


def _has_gaps(table: Table) -> bool:
    return not all(cell for row in table for cell in row)


def _share_content(example: Table, query: Table) -> bool:
    """Whether a row of content stands in both: headers, titles and separators may."""
    told = {tuple(row) for row in example if _is_content(row)} & {tuple(row) for row in query}
    return example == query or bool(told - {tuple(row) for row in example[:3]} & {tuple(row) for row in query[:3]})


def _is_content(row: list[str]) -> bool:
    return len(row) > 1 and len({cell for cell in row if cell}) > 1


def _fits(difficulty: str, example: Table, example_output: Table, query: Table, answer: Table) -> bool:
    shown = sum(len(json.dumps(table)) for table in (example, example_output, query))
    return shown <= SIZES[difficulty] and len(json.dumps(answer)) <= ANSWER_SIZE


def _every_step_counts(steps: tuple[Step, ...], table: Table) -> bool:
    """Whether leaving out any one step changes the output (or makes it impossible)."""
    whole = run(steps, table)
    for at in range(len(steps)):
        try:
            if run(steps[:at] + steps[at + 1 :], table) == whole:
                return False
        except (IndexError, ValueError):
            continue
    return True
