"""One problem as a deployment sees it. The hidden answer is not here, and has no field to be in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Json = Any  # None, bool, int, float, str, list and dict of the same: plain data only
Scalar = str | int | float | bool


@dataclass(frozen=True, kw_only=True)
class Example:
    """One worked input and output that a deployed system may look at."""

    input: Json
    output: Json


@dataclass(frozen=True, kw_only=True)
class Case:
    """One problem: visible evidence only.

    ``examples`` are the worked examples, ``query`` the held-out input whose output is wanted,
    ``unlabelled`` further inputs whose outputs nobody has said (candidates are compared on them),
    ``text`` the task in words ("" where the examples say it all). ``family`` groups cases that
    were made from one template, so that statistics can cluster by it. ``attributes`` are facts
    that a deployment knows too (number of examples, difficulty), used to select and slice cases.

    A case that names an ``entry_point`` is judged by tests: programs define that function, ``tests`` are the
    visible ones, each a text of Python statements that assert something of it, and its unlabelled inputs are
    calls as text (``"f([2, 1], key=None)"``). It has neither examples nor a query. ``preamble`` holds the imports
    and helpers that the task's own words give; it stands before every program and every test.
    """

    id: str
    family: str
    examples: tuple[Example, ...]
    query: Json
    text: str = ""
    unlabelled: tuple[Json, ...] = ()
    tests: tuple[str, ...] = ()
    entry_point: str | None = None
    preamble: str = ""
    attributes: Mapping[str, Scalar] = field(default_factory=dict)


def visible_text(case: Case) -> str:
    """Everything a deployment sees of a case, as one text: words, worked examples, held-out input.

    Two cases with the same text are the same problem, whatever their ids.
    """
    shown = [[example.input, example.output] for example in case.examples]
    data = [json.dumps(part, ensure_ascii=False) for part in (*shown, *(() if case.entry_point else (case.query,)))]
    return "\n".join([case.text, *case.tests, *data]).strip()
