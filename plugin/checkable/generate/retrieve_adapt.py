"""Retrieved algorithms as executable material: each enters the prompt as source, and the model adapts it.

One completion for each of the k algorithms (times ``samples``), as in retrieval-augmented program synthesis (for
instance ReACC, arXiv:2203.07722, and Parvez et al. 2021, arXiv:2108.11601). Prose alone is never retrieved: what the
model reads runs. Costs k prompts that are longer by an algorithm, and k completions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkable.core.candidate import Candidate
from checkable.core.case import Case
from checkable.generate.retrieving import RetrievalOptions, retrieved
from checkable.generate.tools import TEMPLATES, SamplingOptions, Tools, ask, candidate, unanswered
from checkable.substrate.contract import Unreadable
from checkable.vocabulary import option, word

if TYPE_CHECKING:
    from checkable.library import Algorithm


@dataclass(frozen=True, kw_only=True)
class RetrieveAdaptOptions(RetrievalOptions, SamplingOptions):
    template: str = option("adapt", "which of the substrate's prompt templates to use", file=TEMPLATES)
    prompt: str | None = option(None, "the user part of the prompt, instead of the substrate's template")
    channel: str = option("adapted", "the name of this channel in tables and reports")

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.retriever == "all":
            raise ValueError("the whole library in a model's prompts is not a retrieval; expected another retriever")


@word("generator", "retrieve-adapt", options=RetrieveAdaptOptions, reads_library=True)
def retrieve_adapt(case: Case, options: RetrieveAdaptOptions, tools: Tools) -> list[Candidate]:
    """The model adapts each of the k nearest algorithms of the library, whose source is in the prompt."""
    found = retrieved(case, options, tools)
    if not found:
        return [unanswered("no algorithm was retrieved", channel=options.channel, kind="program", sample=0)]
    return [_adapted(case, algorithm, place * options.samples + index, index, options, tools)
            for place, algorithm in enumerate(found) for index in range(options.samples)]


def _adapted(case: Case, algorithm: Algorithm, sample: int, index: int, options: RetrieveAdaptOptions,
             tools: Tools) -> Candidate:
    values = {"algorithm": {"name": algorithm.name, "source": algorithm.source, "summary": algorithm.summary}}
    prompt = tools.render(options.template, options.prompt, case, values)
    try:
        completion = ask(tools, prompt, options, index)
    except Unreadable as error:
        return unanswered(str(error), channel=options.channel, kind="program", sample=sample)
    return candidate(tools, completion, channel=options.channel, kind="program", sample=sample)
