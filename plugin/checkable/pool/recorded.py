"""Recorded pool files: the completions of one model, in one file that can be committed and replayed.

A gzipped JSONL file. Its first line says who made the completions, when and with what; every other
line is one completion under its key. Prompts are not in it: a replay renders them again, and the
key of a request proves that nothing changed. The bytes depend on the content alone.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from checkable.core.completion import Completion, CompletionRequest, ModelIdentity, Sampling
from checkable.pool.entry import (
    Entry,
    canonical,
    completion_from_plain,
    completion_to_plain,
    model_from_plain,
    prompt_digest,
    sampling_from_plain,
)

FILE_FORMAT = "checkable recorded pool 2"
DIGEST_DIGITS = 16  # of the prompt's sha256: enough to tell prompts apart, short enough for a small file


class MissingCompletion(LookupError):
    """A recorded pool has no completion for a request; the message says what changed and the remedy."""


class RecordedPoolError(Exception):
    """A file that is not a readable recorded pool; the message names file and line."""


@dataclass(frozen=True, kw_only=True)
class RecordingNote:
    """Who made the completions of a recorded pool, and with what. Everything a reader needs to judge them."""

    made_by: str
    made_at: str  # ISO 8601 date or interval
    hardware: str
    licence: str  # of the model's weights, which the completions come under
    software: Mapping[str, str] = field(default_factory=dict)  # package -> version
    remark: str = ""


def write_recorded(path: Path, *, model: ModelIdentity, note: RecordingNote, entries: Iterable[Entry]) -> None:
    """Write the file at once or not at all. Raises ValueError for an entry of another model."""
    ordered = sorted(entries, key=lambda stored: stored.key)
    if strangers := {stored.model.name for stored in ordered if stored.model != model}:
        raise ValueError(f"entries of another model than {model.name}: {', '.join(sorted(strangers))}")
    samplings = sorted({_unseeded(stored.sampling) for stored in ordered})
    header = {
        "format": FILE_FORMAT, "model": asdict(model), "note": asdict(note),
        "samplings": [json.loads(text) for text in samplings], "completions": len(ordered),
    }
    lines = [canonical(header), *(canonical(_line(stored, samplings)) for stored in ordered)]
    compressed = gzip.compress("".join(line + "\n" for line in lines).encode("ascii"), compresslevel=9, mtime=0)
    _replace_file(path, compressed)


class RecordedPool:
    """A recorded pool file, read whole. ``get`` and ``get_or_make`` never ask a model."""

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        data = _read_bytes(self.path)
        self.digest = hashlib.sha256(data).hexdigest()
        self._header, self._lines = _parse(self.path, data)
        self.identity: ModelIdentity = model_from_plain(self._header["model"])
        self.note = RecordingNote(**self._header["note"])

    def get(self, key: str) -> Completion:
        """Raises MissingCompletion; prefer ``answer``, whose error can say what changed."""
        if key in self._lines:
            return self._completion(key)
        raise MissingCompletion(f"{self.path.name} has no completion with the key {key[:12]}…; {self._remedy}")

    def answer(self, request: CompletionRequest) -> Completion:
        """The recorded completion of a request. Raises MissingCompletion."""
        if request.key in self._lines:
            return self._completion(request.key)
        raise MissingCompletion(f"{self.path.name} has no completion for this request: {self._difference(request)}. "
                                f"The prompt ends: {_tail(request)!r}. {self._remedy}")

    def get_or_make(self, request: CompletionRequest, make: Callable[[], Completion]) -> tuple[Completion, bool]:
        """As ``Pool.get_or_make``, but ``make`` is never called. Raises MissingCompletion."""
        return self.answer(request), False

    def entries(self) -> Iterator[Entry]:
        """Every completion, in order of key. Prompt digests are the short ones of the file."""
        for key, line in self._lines.items():
            yield Entry(
                model=self.identity, prompt_digest=line["prompt"], sampling=self._sampling(line),
                sample_index=line["index"], completion=self._completion(key),
            )

    def __len__(self) -> int:
        return len(self._lines)

    def __contains__(self, key: object) -> bool:
        return key in self._lines

    def _completion(self, key: str) -> Completion:
        stored = completion_from_plain(key, self._lines[key])
        source = f"{self.path.name}#{key[:12]}"
        return replace(stored, provenance=replace(stored.provenance, kind="recorded", source=source))

    def _sampling(self, line: Mapping[str, Any]) -> Sampling:
        return replace(self._samplings[line["sampling"]], seed=line["seed"])

    @cached_property
    def _samplings(self) -> tuple[Sampling, ...]:
        return tuple(sampling_from_plain({**plain, "seed": 0}) for plain in self._header["samplings"])

    @cached_property
    def _by_prompt(self) -> dict[str, list[dict[str, Any]]]:
        groups: dict[str, list[dict[str, Any]]] = {}
        for line in self._lines.values():
            groups.setdefault(line["prompt"], []).append(line)
        return groups

    @property
    def _remedy(self) -> str:
        return ("Restore what changed, or record the pool anew: run the spec with `model:` in place of `pool:` "
                "and export the completions.")

    def _difference(self, request: CompletionRequest) -> str:
        """What about the request is not as recorded, the most telling difference first."""
        if request.model != self.identity:
            return f"it asks {_described(request.model)}, the file records {_described(self.identity)}"
        lines = self._by_prompt.get(prompt_digest(request.prompt)[:DIGEST_DIGITS])
        if not lines:
            return ("its prompt was never recorded, so the case or the prompt's template has changed, "
                    "or the case was not among those recorded")
        recorded = [(self._sampling(line), line["index"]) for line in lines]
        wanted = asdict(request.sampling)
        nearest = min((asdict(sampling) for sampling, _ in recorded), key=lambda s: len(_changes(s, wanted)))
        if changes := _changes(nearest, wanted):
            return f"its prompt is recorded, but with {', '.join(changes)}"
        indices = sorted({index for _, index in recorded})
        return (f"its prompt is recorded, but not sample {request.sample_index} "
                f"(recorded: {indices[0]} to {indices[-1]})")


def _line(stored: Entry, samplings: list[str]) -> dict[str, Any]:
    completion = replace(stored.completion, seconds=_rounded(stored.completion.seconds))
    plain = completion_to_plain(completion)
    # Engine addresses differ from run to run and say nothing about the text: the note says what served it.
    dropped = {name: value for name, value in plain.items() if name not in ("kind", "source")}
    return {
        "key": stored.key, "prompt": stored.prompt_digest[:DIGEST_DIGITS],
        "sampling": samplings.index(_unseeded(stored.sampling)), "seed": stored.sampling.seed,
        "index": stored.sample_index, **dropped,
    }


def _unseeded(sampling: Sampling) -> str:
    """What the header says once of many completions: seeds differ from one to the next, and are with each."""
    return canonical({name: value for name, value in asdict(sampling).items() if name != "seed"})


def _rounded(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 3)


def _replace_file(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise RecordedPoolError(f"there is no recorded pool at {path}") from None


def _parse(path: Path, data: bytes) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    try:
        text = gzip.decompress(data).decode("ascii")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise RecordedPoolError(f"{path} is not a recorded pool: {error}") from error
    rows = [_parse_line(path, number, line) for number, line in enumerate(text.splitlines(), start=1)]
    header = rows[0] if rows else {}
    if header.get("format") != FILE_FORMAT:
        raise RecordedPoolError(f"{path}, line 1: expected a header with format {FILE_FORMAT!r}, "
                                f"found {header.get('format')!r}")
    lines = {row["key"]: row for row in rows[1:]}
    if len(lines) != header["completions"]:
        raise RecordedPoolError(f"{path} should hold {header['completions']} completions and holds {len(lines)}")
    return header, lines


def _parse_line(path: Path, number: int, line: str) -> dict[str, Any]:
    try:
        return json.loads(line)
    except ValueError as error:
        raise RecordedPoolError(f"{path}, line {number}: not JSON ({error})") from error


def _changes(recorded: dict[str, Any], wanted: dict[str, Any]) -> list[str]:
    differing = [name for name in wanted if recorded[name] != wanted[name]]
    return [f"{name} {recorded[name]!r} instead of {wanted[name]!r}" for name in differing]


def _described(model: ModelIdentity) -> str:
    adapter = f" with {model.adapter}" if model.adapter else ""
    return f"{model.name} at {model.revision}{adapter} on {model.engine}"


def _tail(request: CompletionRequest, length: int = 160) -> str:
    prompt = request.prompt
    return (prompt.text if prompt.text is not None else prompt.messages[-1].content)[-length:]
