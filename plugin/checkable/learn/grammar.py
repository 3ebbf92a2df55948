"""Which tokens may come next where a text must be a program: what constrains the decoding of a writer.

A program's text is the first instruction and, behind a separator each, further ones. Every instruction is a path of
tokens, and which operations may follow is the course's rule, the same that masks slots. Promises that what is
written within it is read back as a program of at most so many slots, and that every such program can be written. Takes
for granted that a tokenizer cuts the parts of a text as it cuts the whole, as those do that cut at spaces first. Must
not know what is probable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from checkable.learn.course import Course, NothingToLearn

SEPARATOR = " ; "
_ENDS = None  # the key in a node under which an instruction may be whole
_START = -1  # in the place of an operation: what says the state at first
Node = dict[Any, Any]  # from a token to the node behind it


@dataclass(frozen=True)
class Place:
    """One way to read what has been written: whole operations, and how far into the next instruction it is."""

    chosen: tuple[int, ...]
    operation: int
    node: Node


class Grammar:
    """The programs of a course of at most ``slots`` instructions as paths of tokens. Raises NothingToLearn."""

    def __init__(self, course: Course, slots: int, tokens: Callable[[str], Sequence[int]], end: int) -> None:
        self._course, self._slots, self._end = course, slots, end
        lines = instructions(course)
        self._first = {of: _paths([tokens(line) for line in said]) for of, said in lines.items()}
        self._later = {of: _paths([tokens(SEPARATOR + line) for line in said]) for of, said in lines.items()}
        longest = max(len(tokens(SEPARATOR + line)) for said in lines.values() for line in said)
        self.most = longest * (slots + bool(course.starts)) + 1  # tokens of the longest program, its end among them

    def begin(self) -> list[Place]:
        if self._course.starts:
            return [Place((), _START, self._first[_START])]
        return [Place((), operation, self._first[operation]) for operation in self._may((), self._first)]

    def next(self, places: Sequence[Place]) -> set[int]:
        """The tokens that keep the text a beginning of a program; the end where it is one."""
        found = {token for place in places for token in place.node if token is not _ENDS}
        for chosen in _whole(places):
            found |= {token for operation in self._may(chosen, self._later) for token in self._later[operation]}
            if len(chosen) == self._slots or Course.END in self._course.allowed(chosen, self._slots):
                found.add(self._end)
        return found

    def after(self, places: Sequence[Place], token: int) -> list[Place]:
        """Where ``token``, one of ``next`` but the end, leads."""
        found = [Place(at.chosen, at.operation, at.node[token]) for at in places if token in at.node]
        return found + [Place(chosen, operation, self._later[operation][token]) for chosen in _whole(places)
                        for operation in self._may(chosen, self._later) if token in self._later[operation]]

    def _may(self, chosen: tuple[int, ...], known: dict[int, Node]) -> list[int]:
        if len(chosen) == self._slots:
            return []
        return sorted(self._course.allowed(chosen, self._slots) & known.keys())


def _whole(places: Sequence[Place]) -> Iterator[tuple[int, ...]]:
    """The operations so far, of each way in which the last instruction is whole."""
    for place in places:
        if _ENDS in place.node:
            yield place.chosen if place.operation == _START else (*place.chosen, place.operation)


def instructions(course: Course) -> dict[int, list[str]]:
    """The instructions of each operation as listed, each text once, as far as they are read back as what they are.

    Raises NothingToLearn where an operation has none.
    """
    found: dict[int, dict[str, None]] = {}
    for operation in range(1, len(course.operations)):
        for argument in range(course.arguments):
            if line := _line(course, operation, argument):
                found.setdefault(operation, {})[line] = None
    if missing := [name for at, name in enumerate(course.operations) if at and at not in found]:
        raise NothingToLearn(f"what {course.version} lists is not read back one instruction at a time ({missing[0]!r} "
                             "is not): there is nothing to constrain a text to")
    if course.starts:
        found[_START] = dict.fromkeys(course.listing(start, ()) for start in range(course.starts))
    return {operation: list(lines) for operation, lines in found.items()}


def _line(course: Course, operation: int, argument: int) -> str:
    """Empty where an instruction alone is not listed, or not read back."""
    alone = [(operation, argument)]
    try:
        line = course.listing(0, alone).split("\n")[-1]
    except ValueError:  # of a language in which it is no program
        return ""
    read = course.read(line)
    return line if read is not None and course.normal(read[1]) == course.normal(alone) else ""


def _paths(texts: Sequence[Sequence[int]]) -> Node:
    root: Node = {}
    for tokens in texts:
        node = root
        for token in tokens:
            node = node.setdefault(token, {})
        node[_ENDS] = _ENDS
    return root
