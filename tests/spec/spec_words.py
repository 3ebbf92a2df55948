"""A small vocabulary and a small substrate, so that what a test expects does not change with the product's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from checkable import vocabulary
from checkable.vocabulary import NoOptions, option, required, word

SUBSTRATE = '''
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from checkable.core.execution import Limits, Namespace
from checkable.substrate.contract import Substrate
from checkable.vocabulary import option


@dataclass(frozen=True, kw_only=True)
class Options:
    split: Literal["generated", "published"] = option("generated", "which cases")
    examples: int | None = option(None, "worked examples of a case", minimum=1, maximum=5)
    noise: float = option(0.0, "share of cells that are scrambled", minimum=0, maximum=1)


class Ledgers(Substrate):
    name = "ledgers"
    summary = "balance a ledger"
    options = Options
    entry_point = "balance"
    namespaces = {
        "plain": Namespace(name="plain"),
        "lenient": Namespace(name="lenient", modules=("math",)),
    }
    limits = Limits(cpu_seconds=3.0)
    folder = Path(__file__).parent

    def attributes(self, options): return frozenset(("entries", "currency"))
    def cases(self, options, data): raise NotImplementedError
    def read_answer(self, text): raise NotImplementedError
    def read_program(self, text): raise NotImplementedError
    def shape(self, value): raise NotImplementedError
    def equal(self, left, right): raise NotImplementedError
    def feedback(self, case, on_examples, problem): raise NotImplementedError


substrate = Ledgers()
'''


@dataclass(frozen=True, kw_only=True)
class Lora:
    rank: int = required("rank of the adapter", minimum=1)
    quantization: Literal["nf4", "none"] = option("none", "how the base is stored")


@dataclass(frozen=True, kw_only=True)
class ProgramOptions:
    repairs: int = option(0, "how many repairs", minimum=0, maximum=9)
    temperature: float = option(0.0, "decoding", minimum=0, maximum=2)
    prompt: str | None = option(None, "the user's part of the prompt")
    template: str = option("program", "the prompt", file="prompts/*.md")
    others: tuple[str, ...] = option((), "more prompts", file="prompts/*.md")
    eager: bool = option(False, "whether to start at once")
    model: str | None = option(None, "another model", model=True)


@dataclass(frozen=True, kw_only=True)
class Policy:
    name: str = required("its name")
    template: str = option("program", "the prompt", file="prompts/*.md")
    model: str | None = option(None, "another model", model=True)


@dataclass(frozen=True, kw_only=True)
class PortfolioOptions:
    policies: tuple[Policy, ...] = required("the policies")


@dataclass(frozen=True, kw_only=True)
class CompilerOptions:
    slots: int = required("how many slots", minimum=1)
    stages: tuple[int, ...] = option((), "lengths, in order", minimum=1)
    span: tuple[int, float] | None = option(None, "first and last")
    weights: Mapping[str, float] | None = option(None, "weights by name", minimum=0)
    lora: Lora | None = option(None, "the adapter")
    style: str = option("plain", "how programs are written", choices=("plain", "typed"))
    budget: int | str = option(1, "a number or a word")
    rounds: int = option(0, "rounds of training on programs of its own", minimum=0)

    @property
    def keeps(self) -> bool:
        return self.rounds > 0

    def __post_init__(self) -> None:
        if list(self.stages) != sorted(self.stages):
            raise ValueError("stages must not grow shorter")


@dataclass(frozen=True, kw_only=True)
class RecordedOptions:
    recording: str = required("which recording")


@dataclass(frozen=True, kw_only=True)
class MajorityOptions:
    at_least: int = option(2, "how many must agree", minimum=1)


def _word() -> None:
    """A word of the tests."""


def _register() -> None:
    word("generator", "direct")(_word)
    word("generator", "program", options=ProgramOptions)(_word)
    word("generator", "latent-compiler", options=CompilerOptions)(_word)
    word("generator", "portfolio", options=PortfolioOptions)(_word)
    word("generator", "recorded", options=RecordedOptions, asks_model=False)(_word)
    word("evidence", "probes", options=NoOptions)(_word)
    word("selector", "only")(_word)
    word("selector", "visible-pass")(_word)
    word("selector", "majority", options=MajorityOptions, shorthand="at_least")(_word)
    word("break", "visible-example")(_word)
    word("break", "visible-verdict")(_word)


@contextmanager
def only_these_words() -> Iterator[None]:
    """The words above instead of the product's."""
    kept = {kind: dict(vocabulary.words(kind)) for kind in vocabulary.ROOMS}
    _exchange({kind: {} for kind in vocabulary.ROOMS})
    _register()
    vocabulary.words.cache_clear()
    try:
        yield
    finally:
        _exchange(kept)


def _exchange(registered: Mapping[str, dict[str, vocabulary.Word]]) -> None:
    for kind, words in registered.items():
        vocabulary._WORDS[kind].clear()
        vocabulary._WORDS[kind].update(words)
    vocabulary.words.cache_clear()


def make_workspace(root: Path) -> Path:
    """A workspace with the substrate ``ledgers`` and a recorded pool file."""
    folder = root / "substrates" / "ledgers"
    folder.mkdir(parents=True)
    (folder / "substrate.py").write_text(SUBSTRATE)
    (folder / "prompts").mkdir()
    for template in ("direct", "program", "row-by-row"):
        (folder / "prompts" / f"{template}.md").write_text("## user\nBalance it.\n")
    (root / "pools").mkdir()
    (root / "pools" / "small.jsonl.gz").write_bytes(b"")
    return root


BODY = """\
title: A gate
substrate: ledgers
model: qwen3.5-4b
arms:
  direct: {generator: direct}
  gate: {generator: [direct, {program: {repairs: 3}}], selector: visible-pass}
"""
