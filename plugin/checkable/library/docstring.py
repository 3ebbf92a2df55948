"""The docstring of an algorithm: prose, then three labelled lines that may go on, indented or not."""

from __future__ import annotations

from dataclasses import dataclass

_LABELS = {"Use when:": "use_when", "Complexity:": "complexity", "Source:": "origin"}
_LONGEST_SUMMARY = 118


@dataclass(frozen=True)
class Sections:
    summary: str
    prose: str
    use_when: str
    complexity: str
    origin: str


def sections(docstring: str) -> Sections:
    """Raises ValueError, which says what is missing."""
    collected: dict[str, list[str]] = {"prose": []}
    current = "prose"
    for line in docstring.splitlines():
        for label, key in _LABELS.items():
            if line.startswith(label):
                current, line = key, line[len(label):]
                collected[key] = []
        collected[current].append(line.strip())
    for label, key in _LABELS.items():
        if not any(collected.get(key, [])):
            raise ValueError(f"a line that begins with {label!r} and says something was expected")
    summary = collected["prose"][0] if collected["prose"] else ""
    if not summary.endswith(".") or len(summary) > _LONGEST_SUMMARY:
        raise ValueError(f"one first line that is a sentence, with its full stop, was expected, not {summary!r}")
    joined = {key: " ".join(filter(None, lines)) for key, lines in collected.items()}
    return Sections(summary, joined["prose"], joined["use_when"], joined["complexity"], joined["origin"])
