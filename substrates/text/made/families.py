"""The families of text cases: a kind of line and a chain of operators, with settings that are drawn.

One operator makes a family easy, two medium, three hard. Its name is the kind and the operators. A
setting that is a tuple is a choice; which one is drawn once for each problem.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from substrates.text.made.content import KINDS
from substrates.text.made.operators import OPERATORS as FUNCTIONS
from substrates.text.made.operators import Step

from checkable.substrate.draw import Draw

DIFFICULTIES = ("easy", "medium", "hard")
Choice: TypeAlias = str | int | tuple[str, ...] | tuple[int, ...]
Form: TypeAlias = tuple[Choice, ...]  # the name of an operator and its settings, fixed or to be drawn

DATES = ("%d.%m.%Y", "%-d %B %Y", "%B %-d, %Y", "%d-%b-%y", "%Y/%m/%d", "%q %Y", "%b %Y")
PHONES = ("###-###-####", "(###) ###-####", "+1 ### ### ####", "##########", "### ####### ")
SEPARATORS = (" | ", " - ", "; ", "/", " & ")


@dataclass(frozen=True, kw_only=True)
class Family:
    """``forms`` are the steps with the settings that may be drawn; ``name`` is unique among families."""

    kind: str
    forms: tuple[Form, ...]

    @property
    def operators(self) -> tuple[str, ...]:
        return tuple(str(form[0]) for form in self.forms)

    @property
    def name(self) -> str:
        return "+".join((self.kind, *self.operators))

    @property
    def difficulty(self) -> str:
        return DIFFICULTIES[len(self.forms) - 1]

    def steps(self, draw: Draw) -> tuple[Step, ...]:
        """The chain of one problem, its settings drawn."""
        return tuple(tuple(draw.pick(part) if isinstance(part, tuple) else part for part in form)
                     for form in self.forms)


def _family(kind: str, *forms: Form) -> Family:
    return Family(kind=kind, forms=forms)


_ALL = (
    # easy: one operator
    _family("loose-person", ("title",)),
    _family("person", ("upper",)),
    _family("heading", ("lower",)),
    _family("heading", ("sentence",)),
    _family("plain-person", ("last-first",)),
    _family("sorted-person", ("first-last",)),
    _family("person", ("initials", (".", "", "-"))),
    _family("person", ("short-first",)),
    _family("heading", ("word", (0, 1, 2, -1, -2))),
    _family("phrase", ("drop-word", (0, 1, -1))),
    _family("shelf", ("field", "/", (0, 1, 2))),
    _family("part-code", ("field", "-", (0, 1, 2))),
    _family("fruits", ("rejoin", ",", SEPARATORS)),
    _family("fruits", ("reverse-fields", ",")),
    _family("fruits", ("sort-fields", ",")),
    _family("repeated-colours", ("unique-fields", ";")),
    _family("part-code", ("slice", (0, 1, 3), (4, 5, 6))),
    _family("card", ("keep-last", (4, 6, 9))),
    _family("small-number", ("pad-left", (5, 6, 8), ("0", "*", "_"))),
    _family("small-number", ("pad-right", (6, 8), (".", "-", "0"))),
    _family("part-code", ("digits",)),
    _family("address", ("without-digits",)),
    _family("order", ("number", (0, 1))),
    _family("email", ("before", "@")),
    _family("setting", ("after", ("=", "_"))),
    _family("log", ("between", "[", "]")),
    _family("staff", ("without-brackets",)),
    _family("card", ("mask", (4, 5, 2), ("*", "x", "#"))),
    _family("heading", ("slug",)),
    _family("heading", ("camel",)),
    _family("identifier", ("uncamel", ("_", "-", " "))),
    _family("number", ("group-digits", (",", " ", "'"))),
    _family("amount", ("decimal-comma",)),
    _family("loose-phrase", ("squeeze",)),
    _family("part-code", ("reverse",)),
    _family("phrase", ("without-vowels",)),
    _family("fruits", ("count", ",", (" fruits", " items", ""))),
    _family("iso-date", ("date", "%Y-%m-%d", DATES)),
    _family("slash-date", ("date", "%m/%d/%Y", DATES)),
    _family("clock-time", ("clock",)),
    _family("phone", ("phone", PHONES)),
    # medium: two operators
    _family("email", ("before", "@"), ("rejoin", ".", (" ", "_", "-"))),
    _family("file-path", ("field", "/", -1), ("before", ".")),
    _family("file-path", ("after", "."), ("upper",)),
    _family("place", ("field", ", ", (0, 1)), ("upper",)),
    _family("staff", ("between", "(", ")"), ("upper",)),
    _family("staff", ("before", " ("), ("last-first",)),
    _family("loose-person", ("title",), ("short-first",)),
    _family("sorted-person", ("first-last",), ("initials", (".", ""))),
    _family("address", ("after", ", "), ("word", (0, 1))),
    _family("fruits", ("sort-fields", ","), ("rejoin", ",", SEPARATORS)),
    _family("repeated-colours", ("unique-fields", ";"), ("count", ";", (" colours", ""))),
    _family("loose-phrase", ("squeeze",), ("title",)),
    _family("setting", ("after", "="), ("pad-left", (6, 8), ("0", " "))),
    _family("shelf", ("field", "/", 2), ("pad-left", (4, 5), "0")),
    _family("identifier", ("uncamel", " "), ("sentence",)),
    _family("part-code", ("digits",), ("wrap", ("#_", "No. _", "id:_"))),
    _family("order", ("number", 1), ("decimal-comma",)),
    _family("log", ("word", 0), ("date", "%Y-%m-%d", DATES)),
    # hard: three operators
    _family("email", ("before", "@"), ("rejoin", ".", " "), ("title",)),
    _family("loose-person", ("title",), ("last-first",), ("wrap", ("<_>", "[_]", "* _"))),
    _family("repeated-colours", ("unique-fields", ";"), ("sort-fields", ";"), ("rejoin", ";", SEPARATORS)),
    _family("staff", ("before", " ("), ("short-first",), ("upper",)),
    _family("file-path", ("field", "/", -1), ("before", "."), ("rejoin", "_", (" ", "-"))),
    _family("log", ("between", "[", "]"), ("lower",), ("wrap", ("<_>", "level:_", "(_)"))),
    _family("address", ("after", ","), ("number", 0), ("wrap", ("P-_", "[_]", "_ EU"))),
    _family("setting", ("before", "="), ("rejoin", "_", " "), ("title",)),
    _family("identifier", ("uncamel", " "), ("word", (0, 1)), ("upper",)),
    _family("heading", ("drop-word", (0, -1)), ("slug",), ("wrap", ("/_.html", "page/_/", "/_"))),
    _family("phone", ("phone", "###-###-####"), ("mask", (4, 7), ("*", "x")), ("wrap", ("tel _", "<_>"))),
)


def _mixed(family: Family) -> str:
    return hashlib.sha256(family.name.encode()).hexdigest()


# In an order that mixes the difficulties and never changes.
FAMILIES: tuple[Family, ...] = tuple(sorted(_ALL, key=_mixed))
OPERATORS: tuple[str, ...] = tuple(sorted({name for family in FAMILIES for name in family.operators}))
if unknown := {family.kind for family in FAMILIES} - set(KINDS) or set(OPERATORS) ^ set(FUNCTIONS):
    raise LookupError(f"families and operators do not fit: {sorted(unknown)}")


def select(difficulty: str, operators: Iterable[str]) -> tuple[Family, ...]:
    """The families of a difficulty ("mixed": all) that use at least one of the operators (none named: all)."""
    wanted = set(operators)
    return tuple(family for family in FAMILIES
                 if difficulty in ("mixed", family.difficulty) and (not wanted or wanted & set(family.operators)))
