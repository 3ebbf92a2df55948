"""Dealing a budget of samples out among several sources of candidates. Not a word itself.

A schedule sees what is visible of one case: how many candidates each source made, and how many of them
brought something new. It knows neither prompts nor recordings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from checkable.core.candidate import Candidate, CheckedCandidate
from checkable.core.case import Case
from checkable.generate.tools import Tools
from checkable.vocabulary import option

Kind: TypeAlias = Literal["in-turn", "in-order", "adaptive"]


@dataclass(frozen=True, kw_only=True)
class ScheduleOptions:
    """How a budget is dealt out; the options of both words that have one."""

    budget: int = option(8, "how many completions all policies make together at most", minimum=1, maximum=4096)
    tokens: int | None = option(None, "no further completion once so many tokens are spent on the case", minimum=1)
    schedule: Kind = option(
        "in-turn", "in-turn: one each, round after round; in-order: each until its samples are made; adaptive: "
                   "whichever most often brought a passing program or a new output so far",
        choices=("in-turn", "in-order", "adaptive"))
    stop: Literal["never", "first-pass"] = option(
        "never", "when to stop before the budget is spent", choices=("never", "first-pass"))
    channel: str = option("portfolio", "the name of this channel in tables and reports")


@dataclass
class _Standing:
    """How one source does on this case: candidates made so far, and how many brought something new."""

    name: str
    source: Iterator[Candidate]
    made: int = 0
    news: int = 0

    @property
    def rate(self) -> float:
        """The share that brought something new, by Laplace's rule of succession."""
        return (self.news + 1) / (self.made + 2)


def deal(case: Case, sources: Mapping[str, Iterator[Candidate]], options: ScheduleOptions,
         tools: Tools) -> list[Candidate]:
    """The candidates of all sources under one budget, in the order in which they were made.

    A candidate is taken from its source only when it is its turn. Its id says which source made it.
    """
    standings = [_Standing(name=name, source=source) for name, source in sources.items()]
    made: list[Candidate] = []
    seen: set[str] = set()
    while standings and len(made) < options.budget and not _spent(made, options):
        standing = _next(standings, options.schedule)
        new = next(standing.source, None)
        if new is None:
            standings.remove(standing)
            continue
        made.append(replace(new, id=f"{options.channel}/{standing.name}/{standing.made}", sample=len(made)))
        checked = tools.check(case, made[-1])
        standing.made += 1
        standing.news += _is_news(checked, seen)
        if checked.passes and options.stop == "first-pass":
            break
    return made


def distinct_names(names: Sequence[str]) -> None:
    """Raises ValueError unless there is at least one policy, and each has its own name."""
    if len(set(names)) < len(names) or not names:
        raise ValueError("a portfolio has at least one policy, and each its own name")


def _next(standings: Sequence[_Standing], schedule: Kind) -> _Standing:
    if schedule == "in-order":
        return standings[0]
    if schedule == "in-turn":
        return min(standings, key=lambda s: s.made)
    return max(standings, key=lambda s: s.rate)


def _is_news(checked: CheckedCandidate, seen: set[str]) -> bool:
    """Whether it passes, or outputs on the held-out input what none before it did."""
    output = checked.on_query.canonical
    new = output is not None and output not in seen
    seen.add(output or "")
    return new or bool(checked.passes)


def _spent(made: Sequence[Candidate], options: ScheduleOptions) -> bool:
    """Whether the budget of tokens is used up; completions that do not say their tokens count none."""
    spent = sum((c.prompt_tokens or 0) + (c.completion_tokens or 0) for c in made)
    return options.tokens is not None and spent >= options.tokens
