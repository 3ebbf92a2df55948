"""Support of a program by recorded direct answers on probe inputs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checkable.core.candidate import CheckedCandidate, Observation
from checkable.core.case import Case, Json
from checkable.generate.tools import Tools
from checkable.substrate.contract import Unreadable, WrongShape
from checkable.vocabulary import option, required, word


@dataclass(frozen=True, kw_only=True)
class RecordedProbesOptions:
    recording: str = required("a mapping file of the substrate's recordings/, without .yaml")
    channel: str = option("probes", "the recording's channel of direct answers, each with its input beside it")


@word("evidence", "recorded-probes", options=RecordedProbesOptions)
def recorded_probes(case: Case, candidates: Sequence[CheckedCandidate], options: RecordedProbesOptions,
                    tools: Tools) -> tuple[CheckedCandidate, ...]:
    """Adds ``support``: the share of probes on which the program and the recorded direct answer agree.

    A probe counts only where the answer can be read and the program runs; without such a probe a
    candidate has no support at all, which is not the same as a support of 0.
    """
    probes = tools.recording(options.recording).samples(case.id, options.channel)
    answers = [(probe.beside["input"], _read(probe.attempts[-1].text, tools)) for probe in probes]
    readable = [(given, answer) for given, answer in answers if answer is not None]
    return tuple(_supported(c, case, readable, tools) for c in candidates)


def _supported(checked: CheckedCandidate, case: Case, probes: Sequence[tuple[Json, Json]],
               tools: Tools) -> CheckedCandidate:
    source = checked.candidate.source
    if source is None or not checked.passes or not probes:
        return checked
    outputs: list[Observation] = tools.run(case, source, [given for given, _ in probes])
    agreed = [tools.substrate.equal(o.value, answer) for o, (_, answer) in zip(outputs, probes, strict=True) if o.ok]
    if not agreed:
        return checked
    return replace(checked, evidence={**checked.evidence, "support": sum(agreed) / len(agreed)})


def _read(text: str, tools: Tools) -> Json:
    try:
        return tools.substrate.shape(tools.substrate.read_answer(text))
    except (Unreadable, WrongShape):
        return None
