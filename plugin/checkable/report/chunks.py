"""The cases of an experiment as the page carries them: compressed, in blocks, cut to a budget.

A list block holds what the list of cases and its filters need, in columns; detail blocks hold
``CASES_A_BLOCK`` cases each. Every block is gzip in base64 and is opened by the page when needed.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from checkable.report.text import clean_all

Plain = dict[str, Any]
CASES_A_BLOCK = 50
DIGEST = 6  # hexadecimal digits: two different outputs of a case look the same once in 16 million
KEPT = 160  # characters that are kept of a text that is cut


@dataclass(frozen=True, kw_only=True)
class Chunks:
    """The blocks of one experiment; ``details`` is empty where details were cut altogether."""

    listing: str
    details: tuple[str, ...]

    @property
    def size(self) -> int:
        """Bytes in the page."""
        return len(self.listing) + sum(map(len, self.details))


def pack(cases: Sequence[Plain], arms: Sequence[Mapping[str, Any]], base: str, arm: str = "") -> Chunks | None:
    """All blocks of ``cases`` (plain CaseDetails), nothing cut; None where there are none.

    ``arm`` against ``base`` is what the list shows until a reader chooses; "": the last arm.
    """
    if not cases:
        return None
    blocks = [cases[i : i + CASES_A_BLOCK] for i in range(0, len(cases), CASES_A_BLOCK)]
    return Chunks(listing=_encode(_listing(cases, arms, base, arm)), details=tuple(_encode(list(b)) for b in blocks))


def _listing(cases: Sequence[Plain], arms: Sequence[Mapping[str, Any]], base: str, arm: str) -> Plain:
    order = [commit["arm"] for commit in cases[0]["commits"]]
    roles = {arm["name"]: arm["role"] for arm in arms}
    return clean_all(
        {  # as the page writes these words into addresses, not only as it shows them
            "arms": [{"name": name, "role": roles.get(name, "arm")} for name in order],
            "base": base,
            "arm": arm,
            "block": CASES_A_BLOCK,
            "ids": [case["id"] for case in cases],
            "families": [case["family"] for case in cases],
            "marks": ["".join(map(_mark, case["commits"])) for case in cases],
            "outputs": [_outputs(case["commits"]) for case in cases],
            "passed": ["".join(_passed(case)) for case in cases],
            "issues": [case["issue"] is not None for case in cases],
        }
    )


def _mark(commit: Plain) -> str:
    """c: correct, w: wrong, a: abstained; in capitals where some candidate was correct all the same."""
    if commit["correct"]:
        return "c"
    mark = "a" if commit["candidate"] is None else "w"
    return mark.upper() if commit["reached"] else mark


def _outputs(commits: Iterable[Plain]) -> list[str]:
    """For each arm a short digest of its committed output, the same in every run of a page; "" where it abstained."""
    return ["" if c["candidate"] is None else _digest(c["value"]) for c in commits]


def _digest(value: Any) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=True).encode("ascii")
    return hashlib.sha256(text).hexdigest()[:DIGEST]


def _passed(case: Plain) -> Iterable[str]:
    """For each arm whether the candidate that it committed passes the visible examples: 1 or 0."""
    passes = {candidate["id"]: candidate["passes"] for candidate in case["candidates"]}
    return ("1" if passes.get(commit["candidate"]) else "0" for commit in case["commits"])


def _shorten_uncommitted(case: Plain) -> None:
    for candidate in _candidates(case, committed=False):
        if not candidate["correct"]:
            _shorten(candidate)


def _drop_runs(case: Plain) -> None:
    for candidate in _candidates(case, committed=False):
        if not candidate["correct"]:
            candidate["on_examples"], candidate["runs_cut"] = [], True
            candidate["on_query"] = {**candidate["on_query"], "value": None}


def _shorten_all_uncommitted(case: Plain) -> None:
    for candidate in _candidates(case, committed=False):
        _shorten(candidate)


def _candidates(case: Plain, *, committed: bool) -> list[Plain]:
    chosen = {commit["candidate"] for commit in case["commits"]}
    return [c for c in case["candidates"] if (c["id"] in chosen) is committed]


def _shorten(candidate: Plain) -> None:
    if len(candidate["text"]) > KEPT:
        candidate["cut"] = candidate.get("cut", len(candidate["text"]))
        candidate["text"] = candidate["text"][:KEPT]
    if any(len(text) > KEPT for text in candidate.get("earlier", ())):
        candidate["earlier_cut"] = True
        candidate["earlier"] = [text[:KEPT] for text in candidate["earlier"]]


@dataclass(frozen=True, kw_only=True)
class Cut:
    """One step of making a page smaller. ``change`` None drops the details of cases altogether."""

    what: str  # as the notice on the page says it
    change: Callable[[Plain], None] | None


CUTS = (
    Cut(
        what=f"texts of candidates that were neither committed nor correct, beyond {KEPT} characters",
        change=_shorten_uncommitted,
    ),
    Cut(what="what those candidates returned", change=_drop_runs),
    Cut(what=f"all texts beyond {KEPT} characters but those of committed candidates", change=_shorten_all_uncommitted),
    Cut(what="the details of every case", change=None),
)


def cut(chunks: Chunks, step: Cut) -> Chunks:
    """``chunks`` one step smaller. Steps build on each other and are taken in the order of CUTS."""
    if step.change is None:
        return replace(chunks, details=())
    return replace(chunks, details=tuple(_changed(block, step.change) for block in chunks.details))


def _changed(block: str, change: Callable[[Plain], None]) -> str:
    cases = json.loads(gzip.decompress(base64.b64decode(block)))
    for case in cases:
        change(case)
    return _encode(cases)


def _encode(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode("ascii")
    return base64.b64encode(gzip.compress(text, compresslevel=9, mtime=0)).decode("ascii")
