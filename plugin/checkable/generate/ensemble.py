"""Several differently angled prompts for the same program; each makes a channel of its own."""

from __future__ import annotations

from dataclasses import dataclass, fields

from checkable.core.candidate import Candidate
from checkable.core.case import Case
from checkable.generate.program import ProgramOptions, repair_loop
from checkable.generate.tools import TEMPLATES, SamplingOptions, Tools
from checkable.vocabulary import option, required, word


@dataclass(frozen=True, kw_only=True)
class EnsembleOptions(SamplingOptions):
    prompts: tuple[str, ...] = required(
        "names of the substrate's program templates, tried in this order", file=TEMPLATES)
    repairs: int = option(0, "how often each may ask for a repair after a visible failure", minimum=0, maximum=64)
    repair_template: str = option("repair", "the template of the repair prompt", file=TEMPLATES)


@word("generator", "ensemble", options=EnsembleOptions)
def ensemble(case: Case, options: EnsembleOptions, tools: Tools) -> list[Candidate]:
    """The model writes one program for each of several prompts, each with up to N repairs."""
    return [made for template in options.prompts for made in _channel(case, template, options, tools)]


def _channel(case: Case, template: str, options: EnsembleOptions, tools: Tools) -> list[Candidate]:
    settings = {field.name: getattr(options, field.name) for field in fields(SamplingOptions)}
    program = ProgramOptions(**settings, repairs=options.repairs, template=template,
                             repair_template=options.repair_template, channel=template)
    prompt = tools.render(template, None, case)
    return [repair_loop(case, prompt, index, program, tools) for index in range(options.samples)]
