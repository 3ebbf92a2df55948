"""Ask for the answer itself."""

from __future__ import annotations

from dataclasses import dataclass

from checkable.core.candidate import Candidate
from checkable.core.case import Case
from checkable.generate.tools import TEMPLATES, SamplingOptions, Tools, ask, candidate, unanswered
from checkable.substrate.contract import Unreadable
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class DirectOptions(SamplingOptions):
    prompt: str | None = option(None, "the user part of the prompt, instead of the substrate's template")
    template: str = option("direct", "which of the substrate's prompt templates to use", file=TEMPLATES)
    channel: str = option("direct", "the name of this channel in tables and reports")


@word("generator", "direct", options=DirectOptions)
def direct(case: Case, options: DirectOptions, tools: Tools) -> list[Candidate]:
    """The model writes the answer itself, without a program."""
    prompt = tools.render(options.template, options.prompt, case)
    return [_sample(prompt, index, options, tools) for index in range(options.samples)]


def _sample(prompt, index: int, options: DirectOptions, tools: Tools) -> Candidate:
    try:
        completion = ask(tools, prompt, options, index)
    except Unreadable as error:
        return unanswered(str(error), channel=options.channel, kind="answer", sample=index)
    return candidate(tools, completion, channel=options.channel, kind="answer", sample=index)
