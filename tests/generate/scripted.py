"""Tools whose model says what a script says; programs run in the real sandbox, on real cases of the text substrate."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from checkable.core.case import Case, Example
from checkable.core.completion import (
    Completion,
    CompletionRequest,
    ModelIdentity,
    Prompt,
    Provenance,
    Sampling,
    TokenLogprob,
)
from checkable.core.execution import Limits
from checkable.experiment.checking import Checker
from checkable.experiment.desk import Desk
from checkable.generate.tools import Tools
from checkable.retrieve.shelf import Shelf
from checkable.substrate import prompts, registry
from checkable.substrate.contract import Substrate

ROOT = Path(__file__).resolve().parents[2]
TEXT = registry.find("text", ROOT)
MODEL = ModelIdentity(name="script", revision="1", engine="script")

UPPER = "def transform(text):\n    return text.upper()"
LOWER = "def transform(text):\n    return text.lower()"
FIRST = "def transform(text):\n    return text[:1].upper() + text[1:]"
BROKEN = "def transform(text):\n    return missing"
CASE = Case(id="c", family="f", examples=(Example(input="ab c", output="AB C"),), query="de f",
            unlabelled=("gh", "Ij k", "LM"))


@dataclass
class Script:
    """Answers request after request with ``say(prompt text, sampling, index)``; remembers what was asked."""

    say: Callable[[str, Sampling, int], str]
    letters: tuple[tuple[str, float], ...] = (("A", 0.75), ("B", 0.25))
    asked: list[tuple[str, Sampling, int]] = field(default_factory=list)

    def complete(self, prompt: Prompt, sampling: Sampling, index: int, model: str | None = None) -> Completion:
        text = prompt.messages[-1].content
        self.asked.append((text, sampling, index))
        said = self.say(text, sampling, index)
        request = CompletionRequest(model=MODEL, prompt=prompt, sampling=sampling, sample_index=index)
        return Completion(
            key=request.key, text=said, finish_reason="stop", prompt_tokens=10, completion_tokens=len(said.split()),
            seconds=0.5, provenance=Provenance(kind="live", source="script", made_at=""),
            logprobs=None if sampling.logprobs is None else self._logprobs(said))

    def _logprobs(self, said: str) -> tuple[TokenLogprob, ...]:
        alternatives = tuple((token, math.log(p)) for token, p in self.letters)
        return (TokenLogprob(token=said, logprob=-0.25, alternatives=alternatives),)


def scripted(sandbox, say: Callable[[str, Sampling, int], str] | Sequence[str], *, substrate: Substrate = TEXT,
             shelf: Callable[[], Shelf] | None = None, **settings) -> tuple[Tools, Script]:
    """Tools and the script behind them; a list of texts is said in turn, by sample index."""
    script = Script(say if callable(say) else lambda text, sampling, index: say[index % len(say)], **settings)
    checker = Checker(substrate, next(iter(substrate.namespaces.values())), Limits(), sandbox)

    def render(template, inline, case, values=None):
        loaded = prompts.load(substrate.folder / "prompts", template)
        chosen = loaded if inline is None else prompts.inline(inline, under=loaded)
        return prompts.render(chosen, case=case, **(values or {}))

    tools = Tools(
        substrate=substrate, sampling=Sampling(temperature=0.8), complete=script.complete, check=checker.check,
        render=render, recording=lambda name: None, tally=lambda completion: completion, run=checker.run,
        label=Desk(substrate, substrate.options(), None).label, learned=lambda options: None,
        **({} if shelf is None else {"shelf": shelf}))
    return tools, script
