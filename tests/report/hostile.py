"""What a model, a data set or a spec might hold to break whatever shows it, put into every text of a result."""

from __future__ import annotations

import dataclasses
from typing import Any

CORPUS = (
    "<script>window.pwned = 1</script>",
    '<img src=x onerror="window.pwned = 1">',
    "</script><script>window.pwned = 1</script>",
    "--><svg onload=window.pwned=1>",
    '" onmouseover="window.pwned = 1',
    "' autofocus onfocus='window.pwned = 1",
    "javascript:window.pwned=1",
    "{{ 7 * 7 }}{% for x in y %}",
    "</style><style>body { display: none }</style>",
    "\x1b[31mred\x1b[0m\x07\x00",
    "\u202eevil\u2066 text\u2028line",
    "lone \ud800 surrogate \udfff",
    "e\u0301\u0301\u0301 中文字符 🧑‍🔬 ﷽",
    "a" * 300,
    "line\nline\r\nline\ttab",
    "&lt;b&gt; &amp; #?&=%2F",
)
CONTRACT = {
    "metrics","verdict", "role", "level", "kind", "outcome"}  # fields whose words mean something to the reports
NAMED_FREELY = {"populations", "slices", "numbers", "provenance", "attributes", "evidence", "metrics"}


def poisoned(plain: Any, offset: int | None, field: str = "") -> Any:
    """A plain result with a text of the corpus behind every string; ``offset`` shifts which one stands where.

    Without an offset the whole corpus stands behind each.
    """
    if isinstance(plain, str):
        return plain if field in CONTRACT else _bad(plain, offset)
    if isinstance(plain, dict):
        return {_bad(k, offset) if field in NAMED_FREELY else k: poisoned(v, offset, k) for k, v in plain.items()}
    if isinstance(plain, list):
        return [poisoned(item, offset, field) for item in plain]
    return plain


LEDGER_CONTRACT = {
    "status",
    "before",
    "after",
    "direction",
    "role",
    "bearing",
    "measure",
    "source",
    "priority",
    "effort",
}
LEDGER_CONTRACT |= {"typed_status", "programs", "claim", "id", "at", "since", "started"}  # and what refers, and dates


def poisoned_overview(value: Any, offset: int | None, field: str = "") -> Any:
    """A ledger's overview with a text of the corpus behind every sentence and name that a person wrote."""
    if dataclasses.is_dataclass(value):
        changed = {f.name: poisoned_overview(getattr(value, f.name), offset, f.name) for f in dataclasses.fields(value)}
        return dataclasses.replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(poisoned_overview(item, offset, field) for item in value)
    return _bad(value, offset) if isinstance(value, str) and field not in LEDGER_CONTRACT else value


def _bad(text: str, offset: int | None) -> str:
    """The same text always gets the same poison, so that names that refer to each other still do."""
    if offset is None:
        return text + " ".join(CORPUS)
    return text + CORPUS[(sum(text.encode("utf-8", "replace")) + offset) % len(CORPUS)]
