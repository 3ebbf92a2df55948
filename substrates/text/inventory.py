"""Programs for a case without a model: every short chain of this substrate's operators that fits the examples.

Chains are built bottom-up on everything a deployment sees (examples, query, unlabelled inputs), and two
chains that do the same on all of it count as one: the shortest stays. What comes out is ordinary Python
with the operators it needs, run in the sandbox like any other program. The inventory holds the very
operators that cases are made of, so a pool from it says little about reach and much about selection:
with one example many chains fit, and only some are right.
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypeAlias

from substrates.text.made import operators
from substrates.text.made.families import DATES, PHONES
from substrates.text.made.operators import OPERATORS, DoesNotApply, Step

from checkable.core.case import Case

Texts: TypeAlias = tuple[str | None, ...]  # what a chain makes of each visible input; None where it does not apply
Chain: TypeAlias = tuple[Step, ...]
SEPARATORS = (",", ", ", ";", "-", "/", " ", "@", "=", "_", ".", " (", ":")
INDEXES = (0, 1, 2, -1, -2)
WIDTH = 400  # how many different intermediate results are built upon at most, the shortest chains first
LAST = ("upper", "lower", "title", "sentence", "wrap", "pad-left", "rejoin")  # what a third step may be


def programs(case: Case) -> Iterator[str]:
    """Python programs that reproduce every example, shortest chains first, each doing something else somewhere."""
    inputs = (*(e.input for e in case.examples), case.query, *case.unlabelled)
    wanted = tuple(e.output for e in case.examples)
    for chain, texts in _fitting(inputs, wanted):
        if texts[:len(wanted)] == wanted:
            yield source(chain)


def source(chain: Chain) -> str:
    """The program of a chain: the operators it needs, and ``transform`` on top of them."""
    names = [OPERATORS[str(name)].__name__ for name, *_ in chain]
    lines = [f"    text = {name}({', '.join(['text', *map(repr, settings)])})"
             for name, (_, *settings) in zip(names, chain, strict=True)]
    return "\n\n".join([*_needed(tuple(names)), "\n".join(["def transform(text):", *lines, "    return text"])]) + "\n"


def _fitting(inputs: Sequence[str], wanted: Sequence[str]) -> Iterator[tuple[Chain, Texts]]:
    """Chains of one, two and three steps with what they make of the inputs, each behaviour once."""
    steps = _steps(inputs, wanted)
    last = [step for step in steps if step[0] in LAST]
    seen: dict[Texts, Chain] = {tuple(inputs): ()}
    level: dict[Texts, Chain] = {tuple(inputs): ()}
    for options in (steps, steps, last):
        level = _extended(level, options, seen)
        yield from ((chain, texts) for texts, chain in level.items())
        level = dict(itertools.islice(level.items(), WIDTH))


def _extended(level: Mapping[Texts, Chain], steps: Sequence[Step], seen: dict[Texts, Chain]) -> dict[Texts, Chain]:
    """Every chain of ``level`` with one more step, where that does something that no shorter one did."""
    made: dict[Texts, Chain] = {}
    for texts, chain in level.items():
        for step in steps:
            after = tuple(_apply(step, text) for text in texts)
            if after[0] and after not in seen:
                seen[after] = made[after] = (*chain, step)
    return made


def _apply(step: Step, text: str | None) -> str | None:
    if text is None:
        return None
    try:
        return OPERATORS[str(step[0])](text, *step[1:])
    except (DoesNotApply, ValueError, IndexError):
        return None


def _steps(inputs: Sequence[str], wanted: Sequence[str]) -> list[Step]:
    """The steps that may matter: settings are taken from what stands in inputs and wanted outputs, plain ones first."""
    separators = [s for s in SEPARATORS if any(s in text for text in inputs)]
    glue = [s for s in (*SEPARATORS, " | ", " - ", "; ", " & ", "") if all(s in text for text in wanted)]
    longest = max(map(len, wanted))
    fills = {text[0] for text in wanted} | {text[-1] for text in wanted}
    return [
        *((name,) for name in ("upper", "lower", "title", "sentence", "last-first", "short-first", "digits", "slug",
                               "camel", "without-digits", "without-brackets", "decimal-comma", "squeeze", "reverse",
                               "without-vowels", "clock")),
        *(("first-last",) for _ in range(", " in separators)),
        *(("initials", after) for after in (".", "", "-")),
        *((name, index) for name in ("word", "drop-word") for index in INDEXES),
        *(("number", index) for index in (0, 1, 2)),
        *(("field", s, index) for s in separators for index in INDEXES),
        *((name, s) for s in separators
          for name in ("before", "after", "reverse-fields", "sort-fields", "unique-fields")),
        *(("rejoin", s, other) for s in separators for other in glue if other != s),
        *(("between", *pair) for pair in ("()", "[]") if any(pair[0] in text for text in inputs)),
        *(("uncamel", other) for other in ("_", "-", " ")),
        *(("group-digits", other) for other in (",", " ", "'", ".")),
        *(("mask", shown, mark) for mark in "*x#" if all(mark in text for text in wanted) for shown in (2, 4, 5, 7)),
        *(("keep-last", count) for count in (4, 5, 6, 9)),
        *(("slice", start, start + longest) for start in range(6) if len({len(text) for text in wanted}) == 1),
        *((name, longest, fill) for name in ("pad-left", "pad-right") for fill in sorted(fills)),
        *(("wrap", frame) for frame in _frames(inputs, wanted)),
        *(("count", what, label) for label in _labels(wanted) for what in ("words", *separators)),
        *(("date", reads, writes) for reads in ("%Y-%m-%d", "%m/%d/%Y", "%d/%m/%Y") for writes in DATES),
        *(("phone", pattern) for pattern in PHONES),
    ]


def _frames(inputs: Sequence[str], wanted: Sequence[str]) -> Iterator[str]:
    """Beginnings and ends that all wanted outputs share, up to six characters each."""
    start = _shared(wanted)
    end = _shared([text[::-1] for text in wanted])[::-1]
    for left, right in itertools.product(range(min(len(start), 6) + 1), range(min(len(end), 6) + 1)):
        frame = f"{start[:left]}_{end[len(end) - right:]}"
        if frame != "_" and frame.count("_") == 1 and not frame.replace("_", "").isalnum():
            yield frame


def _shared(texts: Sequence[str]) -> str:
    """The longest beginning that all texts share."""
    return "".join(signs[0] for signs in itertools.takewhile(lambda s: len(set(s)) == 1, zip(*texts, strict=False)))


def _labels(wanted: Sequence[str]) -> list[str]:
    """What stands behind a count, where every wanted output is one."""
    labels = {text.lstrip("0123456789") for text in wanted if text[:1].isdigit()}
    return sorted(labels) if len(labels) == 1 else []


@cache
def _definitions() -> dict[str, tuple[str, frozenset[str]]]:
    """Each top-level name of the operators' module with its source and the names it uses."""
    text = Path(str(operators.__file__)).read_text(encoding="utf-8")
    found = {}
    for node in ast.parse(text).body:
        used = frozenset(inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name))
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            found[node.name] = (_bare(node), used)
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found[node.targets[0].id] = (ast.unparse(node), used)
    return found


def _bare(node: ast.FunctionDef | ast.ClassDef) -> str:
    """The definition without docstring and annotations, which a program does not need."""
    bare = ast.parse(ast.unparse(node)).body[0]
    assert isinstance(bare, (ast.FunctionDef, ast.ClassDef))
    if ast.get_docstring(bare) is not None:
        bare.body = bare.body[1:] or [ast.Pass()]
    if isinstance(bare, ast.FunctionDef):
        bare.returns = None
        for argument in bare.args.args:
            argument.annotation = None
    return ast.unparse(bare)


@cache
def _needed(names: tuple[str, ...]) -> tuple[str, ...]:
    """The definitions behind some operators, in the module's order."""
    known = _definitions()
    wanted, todo = set(), list(names)
    while todo:
        name = todo.pop()
        if name in known and name not in wanted:
            wanted.add(name)
            todo += known[name][1]
    imports = ("from datetime import date, datetime",) if "_date" in names else ()
    return (*imports, *(known[name][0] for name in known if name in wanted))
