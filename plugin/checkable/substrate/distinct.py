"""Different problems out of a stream without end that repeats itself, for substrates that make their own cases.

A small space of problems is exhausted sooner or later, and a stream that has nothing new would be drawn from for ever.
Promises to end: with what was asked for, or with an error that says how much there is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from checkable.substrate.contract import TooFewCases

ENOUGH = 1000  # draws in a row that bring nothing new: then hardly anything is left
Thing = TypeVar("Thing")


def distinct(drawn: Iterable[Thing], wanted: int, *, name: Callable[[Thing], str], kind: Callable[[Thing], str],
             what: str) -> Iterator[Thing]:
    """The first ``wanted`` things of different names. ``kind`` says what to count them by in an error.

    Raises TooFewCases, for a stream that ends too.
    """
    found: dict[str, str] = {}
    known = 0  # draws in a row that were seen before
    for thing in drawn:
        if len(found) == wanted:
            return
        known = known + 1 if name(thing) in found else 0
        if known >= ENOUGH:
            break
        if not known:
            found[name(thing)] = kind(thing)
            yield thing
    if len(found) < wanted:
        counts = ", ".join(f"{one} {count}" for one, count in sorted(Counter(found.values()).items()))
        raise TooFewCases(f"{wanted:,} different {what} were asked for, and there are {len(found):,} ({counts}): "
                          f"a smaller 'count', or options that leave more to draw from")
