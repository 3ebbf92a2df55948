"""A portfolio of policies that somebody recorded: what a schedule would have made of their samples.

Each policy is a channel of a recording, whose samples are taken in the order in which they were made, so
that a budget of K takes what the policy's first samples were. No model is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checkable.core.candidate import Candidate
from checkable.core.case import Case
from checkable.generate.schedule import ScheduleOptions, deal, distinct_names
from checkable.generate.tools import Tools, candidate
from checkable.vocabulary import option, required, word


@dataclass(frozen=True, kw_only=True)
class RecordedPolicy:
    """One policy: a channel of a recording."""

    name: str = required("what the policy is called in the ids of its candidates")
    recording: str = required("a mapping file of the substrate's recordings/, without .yaml", file="recordings/*.yaml")
    channel: str = required("which of the recording's channels")
    samples: int = option(1024, "use at most so many of its samples", minimum=1, maximum=1024)


@dataclass(frozen=True, kw_only=True)
class RecordedPortfolioOptions(ScheduleOptions):
    policies: tuple[RecordedPolicy, ...] = required("the policies, in order")

    def __post_init__(self) -> None:
        distinct_names([policy.name for policy in self.policies])


@word("generator", "recorded-portfolio", options=RecordedPortfolioOptions, asks_model=False)
def recorded_portfolio(case: Case, options: RecordedPortfolioOptions, tools: Tools) -> list[Candidate]:
    """Recorded policies share one budget of samples, dealt out by a schedule as if they were asked now."""
    sources = {policy.name: _samples(case, policy, options.channel, tools) for policy in options.policies}
    return deal(case, sources, options, tools)


def _samples(case: Case, policy: RecordedPolicy, channel: str, tools: Tools) -> Iterator[Candidate]:
    """The last attempt of each recorded sample, counted when it is taken."""
    recording = tools.recording(policy.recording)
    kind = recording.reads(policy.channel)
    for index, sample in enumerate(recording.samples(case.id, policy.channel)[:policy.samples]):
        yield candidate(tools, tools.tally(sample.attempts[-1]), channel=channel, kind=kind, sample=index)
