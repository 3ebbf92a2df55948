"""Two arms of finished runs, paired by case: how they differ and what flipped.

Reads two results with their cases; the statistics are those of ``measure.compare``. A case that one
side lacks is named and left out, never counted as passed or failed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from checkable.core.result import to_plain
from checkable.report.provenance import rows
from checkable.report.sources import Record, Reference, apart, model_of, name_of
from checkable.report.text import one_line
from checkable.report.view import VersusView, versus_view, view

SEED = 0  # of the bootstrap


@dataclass(frozen=True, kw_only=True)
class Side:
    """One arm of one run. ``commits`` maps a case to whether the arm's commit is right, ``families`` to its family."""

    result: Record
    arm: str
    commits: Mapping[str, bool]
    families: Mapping[str, str]

    @property
    def label(self) -> str:
        model = model_of(self.result)
        return one_line(f"{name_of(self.result)}{f'@{model}' if model else ''}#{self.arm}")

    @property
    def when(self) -> str:
        """Which run of that name it is."""
        return one_line(apart(self.result))


@dataclass(frozen=True, kw_only=True)
class Flip:
    case: str
    family: str
    recovered: bool  # right in A and wrong in B; otherwise the other way round


@dataclass(frozen=True, kw_only=True)
class Pairing:
    """A against B. ``missing`` counts the cases that only A and only B have."""

    a: Side
    b: Side
    versus: VersusView
    cases: int
    flips: tuple[Flip, ...]
    missing: tuple[int, int]
    differing: tuple[tuple[str, str, str], ...]  # a fact about how the runs were made, in A and in B

    @property
    def families(self) -> list[tuple[str, int, int]]:
        """Families in which something flipped, with recoveries and regressions; the most flips first."""
        won = Counter(f.family for f in self.flips if f.recovered)
        lost = Counter(f.family for f in self.flips if not f.recovered)
        found = [(name, won[name], lost[name]) for name in won.keys() | lost.keys()]
        return sorted(found, key=lambda row: (-row[1] - row[2], row[0]))


def side(result: Record, arm: str | None, otherwise: str) -> Side:
    """An arm of a result, ``otherwise`` where none is named. Raises LookupError for no such arm, or no cases."""
    names = [a["name"] for a in result["arms"]]
    arm = arm or (otherwise if otherwise in names else names[-1])
    if arm not in names:
        raise LookupError(f"{name_of(result)} has no arm {arm!r}; it has {', '.join(names)}")
    cases = result.get("cases") or []
    if not cases:
        raise LookupError(f"the cases of {name_of(result)} are not at hand: its result file is gone or damaged")
    commits = {c["id"]: any(k["correct"] for k in c["commits"] if k["arm"] == arm) for c in cases}
    return Side(result=result, arm=arm, commits=commits, families={c["id"]: c["family"] for c in cases})


def sides(a: Record, b: Record, wanted: tuple[Reference, Reference]) -> tuple[Side, Side]:
    """Both sides: what the criteria of A compare, or A's arm of that against the same arm of another run.

    Where they compare nothing: the last arm against the first.
    """
    plain = [arm["name"] for arm in a["arms"] if arm["role"] == "arm"]
    first = view(a).headline
    arm, base = (first.arm, first.base) if first else (plain[-1], plain[0])
    left = side(a, wanted[0].arm, arm)
    same_run = (name_of(a), a["started"]) == (name_of(b), b["started"])
    return left, side(b, wanted[1].arm, base if same_run else left.arm)


def pair(a: Side, b: Side) -> Pairing:
    """A against B on the cases that both have. Raises LookupError where they share none."""
    from checkable.measure.compare import compare

    shared = [case for case in a.commits if case in b.commits]
    if not shared:
        raise LookupError(f"{a.label} and {b.label} have no case in common")
    left, right = [a.commits[c] for c in shared], [b.commits[c] for c in shared]
    families = [a.families[c] for c in shared]
    found = compare(left, right, families, names=(a.label, b.label), seed=SEED)
    flips = tuple(
        Flip(case=case, family=a.families[case], recovered=x)
        for case, x, y in zip(shared, left, right, strict=True)
        if x != y
    )
    return Pairing(
        a=a,
        b=b,
        versus=versus_view(to_plain(found)),
        cases=len(shared),
        flips=flips,
        missing=(len(a.commits) - len(shared), len(b.commits) - len(shared)),
        differing=tuple(_differing(a.result["provenance"], b.result["provenance"])),
    )


def _differing(a: Mapping[str, Any], b: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    left, right = dict(rows(a)), dict(rows(b))
    for name in [*left, *(n for n in right if n not in left)]:
        if left.get(name) != right.get(name):
            yield name, left.get(name, "none"), right.get(name, "none")
