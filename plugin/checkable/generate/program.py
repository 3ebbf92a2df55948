"""Ask for a program, run it on the visible examples, and ask again with what went wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checkable.core.candidate import Candidate
from checkable.core.case import Case, Json
from checkable.core.completion import Prompt
from checkable.generate.tools import TEMPLATES, SamplingOptions, Tools, ask, candidate, unanswered
from checkable.substrate.contract import Unreadable
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class ProgramOptions(SamplingOptions):
    repairs: int = option(0, "how often to ask for a repair after a visible failure", minimum=0, maximum=64)
    prompt: str | None = option(None, "the user part of the prompt, instead of the substrate's template")
    template: str = option("program", "which of the substrate's prompt templates to use", file=TEMPLATES)
    repair_template: str = option("repair", "the template of the repair prompt", file=TEMPLATES)
    channel: str = option("program", "the name of this channel in tables and reports")


@word("generator", "program", options=ProgramOptions)
def program(case: Case, options: ProgramOptions, tools: Tools) -> list[Candidate]:
    """The model writes a program, with up to N repairs that see only what happened on the visible examples."""
    prompt = tools.render(options.template, options.prompt, case)
    return [repair_loop(case, prompt, index, options, tools) for index in range(options.samples)]


def repair_loop(case: Case, prompt: Prompt, sample: int, options: ProgramOptions, tools: Tools) -> Candidate:
    """One chain of attempts: the first that passes every visible example, else the last."""
    attempts: tuple[Candidate, ...] = ()
    while True:
        current = _attempt(prompt, sample, attempts, options, tools)
        checked = tools.check(case, current)
        if checked.passes or len(attempts) == options.repairs or not current.completion_keys:
            return current
        feedback = tools.substrate.feedback(case, checked.on_examples, current.parse_error)
        prompt = tools.render(options.repair_template, None, case, _before(current, feedback))
        attempts = (*attempts, current)


def _attempt(prompt: Prompt, sample: int, earlier: tuple[Candidate, ...], options: ProgramOptions,
             tools: Tools) -> Candidate:
    try:
        completion = ask(tools, prompt, options, sample)
    except Unreadable as error:
        return unanswered(str(error), channel=options.channel, kind="program", sample=sample, earlier=earlier)
    return candidate(tools, completion, channel=options.channel, kind="program", sample=sample,
                     attempt=len(earlier), earlier=earlier)


def _before(current: Candidate, feedback: str) -> Mapping[str, Json]:
    return {"program": current.source or current.text, "feedback": feedback}
