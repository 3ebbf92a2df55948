"""A portfolio of cheap policies under one budget: several temperatures and prompts take turns.

Policies that solve different cases are worth more together than more of either. A schedule deals a total
budget of completions (or of tokens) out among them, one at a time, by what is visible of this case
alone. Every candidate is of one channel; its id says which policy made it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checkable.core.candidate import Candidate
from checkable.core.case import Case
from checkable.generate.schedule import ScheduleOptions, deal, distinct_names
from checkable.generate.tools import TEMPLATES, SamplingOptions, Tools, ask, candidate, unanswered
from checkable.substrate.contract import Unreadable
from checkable.vocabulary import option, required, word


@dataclass(frozen=True, kw_only=True)
class Policy(SamplingOptions):
    """One way to ask for programs: a prompt with a decoding."""

    name: str = required("what the policy is called in the ids of its candidates")
    template: str = option("program", "which of the substrate's prompt templates to use", file=TEMPLATES)
    prompt: str | None = option(None, "the user part of the prompt, instead of the substrate's template")
    samples: int = option(1024, "how many completions it makes at most", minimum=1, maximum=1024)


@dataclass(frozen=True, kw_only=True)
class PortfolioOptions(ScheduleOptions):
    policies: tuple[Policy, ...] = required("the policies, in order")

    def __post_init__(self) -> None:
        distinct_names([policy.name for policy in self.policies])


@word("generator", "portfolio", options=PortfolioOptions)
def portfolio(case: Case, options: PortfolioOptions, tools: Tools) -> list[Candidate]:
    """Several policies make programs under one budget of completions or tokens, dealt out by a schedule."""
    sources = {policy.name: _samples(case, policy, options.channel, tools) for policy in options.policies}
    return deal(case, sources, options, tools)


def _samples(case: Case, policy: Policy, channel: str, tools: Tools) -> Iterator[Candidate]:
    """The candidates of one policy, each asked for when it is taken."""
    prompt = tools.render(policy.template, policy.prompt, case)
    for index in range(policy.samples):
        try:
            completion = ask(tools, prompt, policy, index)
        except Unreadable as error:
            yield unanswered(str(error), channel=channel, kind="program", sample=index)
            return
        yield candidate(tools, completion, channel=channel, kind="program", sample=index)
