"""Which of two sets of texts are the same, or nearly: train/evaluation overlap.

Promises the exact answer at every size that fits in memory (no sketches): a near duplicate shares
at least 80% of its runs of five words. Must not know what the texts are.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

NEAR = 0.8
RUN = 5
_WORD = re.compile(r"\w+|[^\w\s]")
Shingles = frozenset[tuple[str, ...]]


@dataclass(frozen=True, kw_only=True)
class Overlap:
    """Names of evaluated texts: those that occur among the trained ones, and those that nearly do."""

    exact: tuple[str, ...]
    near: tuple[str, ...]
    evaluated: int
    trained: int


def overlap(evaluated: Mapping[str, str], trained: Sequence[str], *, near: float = NEAR) -> Overlap:
    """Look for every evaluated text (name to text) among the trained ones.

    Letter case and spacing do not matter. ``near`` is the least Jaccard index of the sets of
    five-word runs (Broder 1997).
    """
    known = {_plain(text) for text in trained}
    exact = [name for name, text in evaluated.items() if _plain(text) in known]
    left = {name: shingles(text) for name, text in evaluated.items() if _plain(text) not in known}
    close = _near(left, [shingles(text) for text in known], near) if left and known else []
    return Overlap(exact=tuple(sorted(exact)), near=tuple(sorted(close)), evaluated=len(evaluated),
                   trained=len(trained))


def shingles(text: str) -> Shingles:
    """The set of runs of five words or signs of a text; the whole of it where it is shorter."""
    words = _WORD.findall(text.casefold())
    return frozenset(tuple(words[i:i + RUN]) for i in range(max(1, len(words) - RUN + 1)))


def jaccard(left: Shingles, right: Shingles) -> float:
    """Shared over all."""
    return len(left & right) / len(left | right)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _near(evaluated: Mapping[str, Shingles], trained: Sequence[Shingles], near: float) -> list[str]:
    """Prefix filtering (Chaudhuri, Ganti, Kaushik 2006): two sets that share 80% share one of their rarest."""
    frequency = Counter(run for one in (*evaluated.values(), *trained) for run in one)

    def rarest(one: Shingles) -> list[tuple[str, ...]]:
        ordered = sorted(one, key=lambda run: (frequency[run], run))
        return ordered[: len(one) - math.ceil(near * len(one) - 1e-9) + 1]

    holders = defaultdict(list)
    for index, one in enumerate(trained):
        for run in rarest(one):
            holders[run].append(index)
    return [name for name, one in evaluated.items()
            if any(jaccard(one, trained[i]) >= near - 1e-12
                   for i in dict.fromkeys(i for run in rarest(one) for i in holders.get(run, ())))]
