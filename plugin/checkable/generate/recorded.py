"""Completions that somebody recorded earlier, read, executed and selected as if they had just arrived."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from checkable.core.candidate import Candidate
from checkable.core.case import Case
from checkable.generate.tools import Tools, candidate
from checkable.vocabulary import option, required, word


@dataclass(frozen=True, kw_only=True)
class RecordedOptions:
    recording: str = required("a mapping file of the substrate's recordings/, without .yaml", file="recordings/*.yaml")
    channels: tuple[str, ...] = required("which of the recording's channels, in order; the first is the fallback")
    repairs: int | None = option(None, "use at most so many of the recorded repairs", minimum=0)
    samples: int | None = option(None, "use at most so many of the recorded samples", minimum=1)


@word("generator", "recorded", options=RecordedOptions, asks_model=False)
def recorded(case: Case, options: RecordedOptions, tools: Tools) -> list[Candidate]:
    """Recorded completions; nothing but the text is taken from the recording, and no verdict."""
    recording = tools.recording(options.recording)
    return [_chain(case, sample, channel, index, recording.reads(channel), options, tools)
            for channel in options.channels
            for index, sample in enumerate(recording.samples(case.id, channel)[:options.samples])]


def _chain(case: Case, recorded: Any, channel: str, sample: int, kind: str,
           options: RecordedOptions, tools: Tools) -> Candidate:
    """One recorded chain of attempts: the first that passes every visible example, else the last."""
    attempts: tuple[Candidate, ...] = ()
    allowed = recorded.attempts[: None if options.repairs is None else options.repairs + 1]
    for completion in allowed:
        current = candidate(tools, tools.tally(completion), channel=channel, kind=kind, sample=sample,
                            attempt=len(attempts), earlier=attempts, scores=recorded.scores)
        if tools.check(case, current).passes:
            return current
        attempts = (*attempts, current)
    return attempts[-1]
