"""Generation: every distinct generator of an experiment runs once per case, however many arms use it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import replace
from typing import TypeVar

from checkable.core.candidate import CheckedCandidate, CheckedCase
from checkable.core.case import Case
from checkable.experiment.checking import Checker
from checkable.generate.tools import Tools
from checkable.spec.model import ArmSpec, Use

Item = TypeVar("Item")
Result = TypeVar("Result")
THREADS = 4  # of what only overlaps executions
TICK = 1.0  # seconds: progress is told at least so often, while an engine starts and nothing is done yet
Made = Mapping[Use, tuple[CheckedCandidate, ...]]  # of one case


def distinct(arms: Sequence[ArmSpec]) -> list[Use]:
    """The generators of all arms, each once, in order of appearance."""
    return list(dict.fromkeys(use for arm in arms for use in arm.generators))


def generate(cases: Sequence[Case], uses: Sequence[Use], tools: Tools, checker: Checker, *, threads: int,
             told: Callable[[int], None]) -> list[Made]:
    """All candidates of all cases, checked. Cases run side by side; the first error stops the rest."""

    suffixes = _suffixes(uses)

    def one(case: Case) -> Made:
        return {use: tuple(checker.check(case, replace(c, id=c.id + suffixes[use]))
                           for c in use.word.function(case, use.options, tools)) for use in uses}

    return in_parallel(one, cases, threads=threads, told=told)


def _suffixes(uses: Sequence[Use]) -> dict[Use, str]:
    """What keeps candidates apart when two arms use one word differently: "" for the first, "~2" for the next …"""
    seen: Counter[str] = Counter()
    suffixes = {}
    for use in uses:
        seen[use.word.name] += 1
        suffixes[use] = "" if seen[use.word.name] == 1 else f"~{seen[use.word.name]}"
    return suffixes


def in_parallel(function: Callable[[Item], Result], items: Sequence[Item], *, threads: int,
                told: Callable[[int], None]) -> list[Result]:
    """``function`` over ``items`` in ``threads`` threads, results in order. The first exception is raised.

    ``told`` hears how many are done, every second and whenever it changes.
    """
    executor = ThreadPoolExecutor(max_workers=max(1, threads), thread_name_prefix="case")
    futures = [executor.submit(function, item) for item in items]
    pending = set(futures)
    try:
        while pending:
            told(len(futures) - len(pending))
            finished, pending = wait(pending, timeout=TICK, return_when=FIRST_COMPLETED)
            for future in finished:
                future.result()
        told(len(items))
    finally:
        # After an error or Ctrl-C nothing new is started; what is in flight still reaches the pool.
        executor.shutdown(wait=True, cancel_futures=True)
    return [future.result() for future in futures]


def for_arm(arm: ArmSpec, cases: Sequence[Case], made: Sequence[Made]) -> list[CheckedCase]:
    """The candidates of one arm, channel by channel."""
    return [CheckedCase(case=case, candidates=tuple(c for use in arm.generators for c in of_case[use]))
            for case, of_case in zip(cases, made, strict=True)]
