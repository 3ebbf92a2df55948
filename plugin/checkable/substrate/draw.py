"""Random choices that are the same on every machine and in every Python: what generated cases are drawn by.

Only ``random.Random.random`` is used, whose sequence for an integer seed Python promises to
keep; everything else (choice, sample, shuffle) is derived from it here.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Draw:
    """A stream of choices named by ``parts``: the same parts give the same stream."""

    def __init__(self, *parts: str | int) -> None:
        digest = hashlib.sha256("/".join(str(part) for part in parts).encode()).digest()
        self._random = random.Random(int.from_bytes(digest[:8], "big"))

    def integer(self, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both included."""
        return low + int(self._random.random() * (high - low + 1))

    def chance(self, probability: float) -> bool:
        return self._random.random() < probability

    def pick(self, items: Sequence[T]) -> T:
        return items[self.integer(0, len(items) - 1)]

    def distinct(self, items: Sequence[T], count: int) -> list[T]:
        """``count`` different positions of ``items``, in random order. Raises ValueError beyond their number."""
        if count > len(items):
            raise ValueError(f"{count} of {len(items)} items asked for")
        pool = list(items)
        for at in range(count):
            other = self.integer(at, len(pool) - 1)
            pool[at], pool[other] = pool[other], pool[at]
        return pool[:count]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        return self.distinct(items, len(items))
