"""A portfolio of cheap policies under one budget: several temperatures, prompts or recorded samplers take turns.

Policies that solve different cases are worth more together than more of either. A schedule deals a total
budget of completions (or of tokens) out among them, one at a time, by what is visible of this case
alone: which policy has brought something new so far. Every candidate is of one channel; its id says
which policy made it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from checkable.core.candidate import Candidate, CheckedCandidate
from checkable.core.case import Case
from checkable.generate.tools import TEMPLATES, SamplingOptions, Tools, ask, candidate, unanswered
from checkable.substrate.contract import Unreadable
from checkable.vocabulary import option, required, word


@dataclass(frozen=True, kw_only=True)
class Policy(SamplingOptions):
    """One way to make programs: a prompt with a decoding, or a channel of a recording."""

    name: str = required("what the policy is called in the ids of its candidates")
    template: str = option("program", "which of the substrate's prompt templates to use", file=TEMPLATES)
    prompt: str | None = option(None, "the user part of the prompt, instead of the substrate's template")
    samples: int = option(1024, "how many completions it makes at most", minimum=1, maximum=1024)
    recording: str | None = option(None, "take completions from this mapping of the substrate's recordings/ instead")
    recorded_channel: str = option("program", "which channel of that recording")


@dataclass(frozen=True, kw_only=True)
class PortfolioOptions:
    policies: tuple[Policy, ...] = required("the policies, in order")
    budget: int = option(8, "how many completions all policies make together at most", minimum=1, maximum=4096)
    tokens: int | None = option(None, "no further completion once so many tokens are spent on the case", minimum=1)
    schedule: Literal["in-turn", "in-order", "adaptive"] = option(
        "in-turn", "in-turn: one each, round after round; in-order: each until its samples are made; adaptive: "
                   "whichever most often brought a passing program or a new output so far",
        choices=("in-turn", "in-order", "adaptive"))
    stop: Literal["never", "first-pass"] = option(
        "never", "when to stop before the budget is spent", choices=("never", "first-pass"))
    channel: str = option("portfolio", "the name of this channel in tables and reports")

    def __post_init__(self) -> None:
        names = [policy.name for policy in self.policies]
        if len(set(names)) < len(names) or not names:
            raise ValueError("a portfolio has at least one policy, and each its own name")


@dataclass
class _Standing:
    """How one policy does on this case: completions made and left, and how many brought something new."""

    policy: Policy
    source: Iterator[Candidate]
    made: int = 0
    news: int = 0

    @property
    def rate(self) -> float:
        """The share that brought something new, by Laplace's rule of succession."""
        return (self.news + 1) / (self.made + 2)


@word("generator", "portfolio", options=PortfolioOptions)
def portfolio(case: Case, options: PortfolioOptions, tools: Tools) -> list[Candidate]:
    """Several policies make programs under one budget of completions or tokens, dealt out by a schedule."""
    standings = [_Standing(policy=policy, source=_samples(case, policy, options.channel, tools))
                 for policy in options.policies]
    made: list[Candidate] = []
    seen: set[str] = set()
    while len(made) < options.budget and standings and not _spent(made, options):
        standing = _next(standings, options.schedule)
        new = next(standing.source, None)
        if new is None:
            standings.remove(standing)
            continue
        made.append(replace(new, sample=len(made)))
        checked = tools.check(case, made[-1])
        standing.made += 1
        standing.news += _is_news(checked, seen)
        if checked.passes and options.stop == "first-pass":
            break
    return made


def _next(standings: Sequence[_Standing], schedule: str) -> _Standing:
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


def _spent(made: Sequence[Candidate], options: PortfolioOptions) -> bool:
    """Whether the budget of tokens is used up; completions that do not say their tokens count none."""
    spent = sum((c.prompt_tokens or 0) + (c.completion_tokens or 0) for c in made)
    return options.tokens is not None and spent >= options.tokens


def _samples(case: Case, policy: Policy, channel: str, tools: Tools) -> Iterator[Candidate]:
    """The candidates of one policy, each made when it is taken."""
    source = _live if policy.recording is None else _recorded
    for index, made in enumerate(source(case, policy, channel, tools)):
        yield replace(made, id=f"{channel}/{policy.name}/{index}")


def _live(case: Case, policy: Policy, channel: str, tools: Tools) -> Iterator[Candidate]:
    prompt = tools.render(policy.template, policy.prompt, case)
    for index in range(policy.samples):
        try:
            completion = ask(tools, prompt, policy, index)
        except Unreadable as error:
            yield unanswered(str(error), channel=channel, kind="program", sample=index)
            return
        yield candidate(tools, completion, channel=channel, kind="program", sample=index)


def _recorded(case: Case, policy: Policy, channel: str, tools: Tools) -> Iterator[Candidate]:
    recording = tools.recording(str(policy.recording))
    kind = recording.reads(policy.recorded_channel)
    for index, sample in enumerate(recording.samples(case.id, policy.recorded_channel)[:policy.samples]):
        yield candidate(tools, tools.tally(sample.attempts[-1]), channel=channel, kind=kind, sample=index)
