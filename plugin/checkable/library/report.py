"""What verification found, as text for a terminal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from checkable.library.similarity import Pair
from checkable.library.verifying import Verdict

_SLOWEST_SHOWN = 5
_PAIRS_SHOWN = 10


def by_topic(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """One line a topic and one for all: algorithms, examples, made-up inputs, CPU seconds in the sandbox."""
    topics: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        topics[verdict.algorithm.topic].append(verdict)
    yield f"{'topic':24} {'algorithms':>10} {'hold':>6} {'examples':>9} {'inputs':>8} {'CPU s':>7}"
    for name, members in [*sorted(topics.items()), ("all", list(verdicts))]:
        yield (f"{name:24} {len(members):10} {sum(v.holds for v in members):6} "
               f"{sum(v.examples for v in members):9,} {sum(v.trials for v in members):8,} "
               f"{sum(v.cpu_seconds for v in members):7.2f}")


def failures(verdicts: Sequence[Verdict]) -> Iterator[str]:
    for verdict in verdicts:
        for complaint in verdict.complaints:
            yield f"{verdict.algorithm.file}: {complaint}"


def slowest(verdicts: Sequence[Verdict]) -> str:
    most = sorted(verdicts, key=lambda v: -v.cpu_seconds)[:_SLOWEST_SHOWN]
    return "slowest: " + ", ".join(f"{v.algorithm.name} {v.cpu_seconds:.2f} s" for v in most)


def nearest(title: str, pairs: Sequence[Pair], threshold: float) -> Iterator[str]:
    """The nearest pairs, those at or above the threshold marked."""
    yield f"{title} (refused from {threshold:.2f}):"
    for pair in pairs[:max(_PAIRS_SHOWN, sum(p.similarity >= threshold for p in pairs))]:
        yield f"  {'!' if pair.similarity >= threshold else ' '} {pair}"
