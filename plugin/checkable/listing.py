"""The vocabulary and the metrics as a page for people: `python -m checkable words`, kept as docs/words.md."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from checkable.core.audits import AUDITS
from checkable.core.metrics import CASE_WORDS, METRICS
from checkable.vocabulary import ROOMS, Kind, Word, words

TITLES: dict[Kind, str] = {
    "generator": "Generators: how candidates are made",
    "evidence": "Evidence: numbers added to candidates before selection",
    "selector": "Selectors: how one candidate is committed",
    "break": "Breaks: what a control breaks",
}


def page() -> str:
    """The whole page, in Markdown."""
    parts = ["# The words of a spec", "",
             "Written by `python -m checkable words`; a test holds it to the code.", ""]
    for kind in ROOMS:
        parts += [f"## {TITLES[kind]}", "", *_table(words(kind).values()), ""]
    parts += ["## Metrics: numbers about an arm, for criteria", "",
              "A metric may take a slice as its last argument.", "", *_metrics(), ""]
    parts += ["## Case words: truths about an arm on one case, for slices", "", *_case_words(), ""]
    parts += ["## Audits: what is asked of every result", "",
              "What one finds can be answered with a reason, under `justifications`.", "", *_audits(), ""]
    return "\n".join(parts)


def _table(entries) -> Iterator[str]:
    yield "| word | what it does | options |"
    yield "| --- | --- | --- |"
    for entry in entries:
        yield f"| `{entry.name}` | {entry.summary} | {'<br>'.join(_options(entry)) or 'none'} |"


def _options(entry: Word) -> Iterator[str]:
    for field in dataclasses.fields(entry.options):
        default = "required" if field.default is dataclasses.MISSING else f"default {_shown(field.default)}"
        yield f"`{field.name}`: {field.metadata['help']} ({default})"


def _shown(value: object) -> str:
    return "none" if value is None else str(value)


def _metrics() -> Iterator[str]:
    yield "| metric | what it is | unit |"
    yield "| --- | --- | --- |"
    for metric in METRICS.values():
        yield f"| `{_call(metric)}` | {metric.summary} | {metric.unit} |"


def _case_words() -> Iterator[str]:
    yield "| word | what it says |"
    yield "| --- | --- |"
    for entry in CASE_WORDS.values():
        yield f"| `{_call(entry)}` | {entry.summary}{' (uses the answer)' if entry.oracle else ''} |"


def _audits() -> Iterator[str]:
    yield "| audit | what it asks |"
    yield "| --- | --- |"
    for name, question in AUDITS.items():
        yield f"| `{name}` | {question} |"


def _call(entry) -> str:
    return f"ARM.{entry.name}({', '.join(entry.takes)})" if entry.takes else f"ARM.{entry.name}"
