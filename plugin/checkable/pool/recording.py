"""Completions that somebody else recorded, read through a declarative field mapping.

A mapping is a YAML file that says where the recording is (a JSONL file, gzipped or not), who made
it with what, and which fields hold what::

    file: folder/records.jsonl              # below records/ of the data folder
    address: https://…                      # where it is fetched from when it is not there
    sha256: …                               # of the uncompressed content
    licence: Apache-2.0
    made_by: …
    model: {name: Qwen/Qwen3.5-4B, revision: 851bf6e8…}
    sampling: {temperature: 0, max_tokens: 768}
    case: {field: file, strip: .txt}
    channels:
      direct: {reads: answer, completion: direct_raw}
      program: {reads: program, completion: code_raw, attempts: rounds}
      votes: {reads: answer, completion: raw, samples: votes, beside: {input: table}}
      careful: {reads: program, completion: code_raw, samples: programs, where: {style: careful}, attempts: attempts}
      scored: {reads: program, completion: code, samples: candidates, scores: {p_true: p_true},
               tokens: {prompt: prompt_tokens, completion: completion_tokens}}

Fields are dotted paths. ``samples`` is a list of independent tries, ``attempts`` a list of repairs
within each; ``where`` keeps the samples whose fields have these values (or one of them, where a list is
given), where a list holds several channels; ``beside`` keeps other fields of the same entry. ``scores``
keeps numbers that a deployment could have had of the same completion (its mean logprob, P(True)) where an
entry has them, ``tokens`` what it cost. A file is lines of JSON, one JSON list, or with ``rows: path`` one JSON value
whose list there is meant. Nothing recorded but texts and such fields is ever read: no verdict. Every completion becomes
an ordinary entry of the pool whose engine says that it was recorded, so it can never be mistaken for one of ours.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

import yaml

from checkable.core.case import Json
from checkable.core.completion import Completion, CompletionRequest, ModelIdentity, Prompt, Provenance, Sampling
from checkable.pool.store import Pool
from checkable.substrate.data import Fetch, locate, read

REQUIRED = ("file", "sha256", "licence", "made_by", "model", "case", "channels")
OPTIONAL = ("address", "made_at", "sampling", "rows", "remark")


class RecordingError(ValueError):
    """A mapping or a recording that cannot be read; the message says where and what was expected."""


@dataclass(frozen=True, kw_only=True)
class Channel:
    """Where the completions of one channel are in a row."""

    reads: Literal["answer", "program"]
    completion: str
    attempts: str | None = None
    samples: str | None = None
    where: Mapping[str, Json] = field(default_factory=dict)
    beside: Mapping[str, str] = field(default_factory=dict)
    scores: Mapping[str, str] = field(default_factory=dict)
    tokens: Mapping[Literal["prompt", "completion"], str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Sample:
    """One independent try: its attempts in order, and the fields and scores kept beside the last of them."""

    attempts: tuple[Completion, ...]
    beside: Mapping[str, Json]
    scores: Mapping[str, float] = field(default_factory=dict)


class Recording:
    """Recorded completions by case and channel. ``facts`` is their provenance, as plain data."""

    def __init__(self, facts: Mapping[str, Any], channels: Mapping[str, Channel],
                 cases: Mapping[str, Mapping[str, tuple[Sample, ...]]]) -> None:
        self.facts, self.channels, self._cases = facts, channels, cases

    def reads(self, channel: str) -> Literal["answer", "program"]:
        return self._channel(channel).reads

    def samples(self, case: str, channel: str) -> tuple[Sample, ...]:
        """The samples of a case; none where the recording does not have the case. Raises RecordingError."""
        self._channel(channel)
        return self._cases.get(case, {}).get(channel, ())

    def __contains__(self, case: object) -> bool:
        return case in self._cases

    def _channel(self, name: str) -> Channel:
        if name not in self.channels:
            raise RecordingError(f"{self.facts['mapping']}: no channel {name!r}{_nearest(name, self.channels)}")
        return self.channels[name]


def load_recording(mapping: Path, *, data: Path | None, pool: Pool | None = None) -> Recording:
    """Open a recording and store its completions in ``pool``.

    Raises RecordingError, and DataUnavailable where the file is neither in ``data`` nor to be fetched.
    """
    said = _mapping(mapping)
    channels = {name: _channel(fields, f"{mapping}: channels.{name}") for name, fields in said["channels"].items()}
    address = said.get("address")
    fetch = Fetch(files={Path(said["file"]).name: address}) if address else None
    path = locate(f"records/{said['file']}", folder=data, sha256=said["sha256"], fetch=fetch)
    store = _Store(said)
    cases: dict[str, dict[str, tuple[Sample, ...]]] = {}
    for number, row in _rows(path, said.get("rows")):
        where = f"{path.name}, line {number}"
        case = _case_id(row, said["case"], where)
        if case in cases:
            raise RecordingError(f"{where}: case {case!r} comes twice")
        cases[case] = {name: tuple(store.samples(row, channel, f"{case}/{name}", where))
                       for name, channel in channels.items()}
    _check_scores(channels, cases, str(mapping))
    if pool is not None:
        pool.put_all(store.entries)
    facts = {"mapping": mapping.name, **{k: v for k, v in said.items() if k not in ("case", "channels")}}
    return Recording(facts, channels, cases)


def _check_scores(channels: Mapping[str, Channel], cases: Mapping[str, Mapping[str, tuple[Sample, ...]]],
                  mapping: str) -> None:
    """An entry may lack a score; that every entry lacks it is a mistake."""
    for name, channel in channels.items():
        there = {key for of_case in cases.values() for sample in of_case[name] for key in sample.scores}
        if lacking := [key for key in channel.scores if key not in there]:
            raise RecordingError(f"{mapping}: channels.{name}: no entry has the score {channel.scores[lacking[0]]!r}")


class _Store:
    """Makes completions of recorded texts, and the requests that stand for what was asked."""

    def __init__(self, said: Mapping[str, Any]) -> None:
        self._said = said
        self._model = ModelIdentity(**said["model"], engine=f"recorded by {said['made_by']}")
        self._sampling = Sampling(**said.get("sampling", {}))
        self.entries: list[tuple[CompletionRequest, Completion]] = []

    def samples(self, row: Json, channel: Channel, name: str, where: str) -> Iterator[Sample]:
        entries = _field(row, channel.samples, where) if channel.samples else [row]
        wanted = [entry for entry in _listed(entries, channel.samples, where)
                  if all(_field(entry, path, where) in (value if isinstance(value, list) else [value])
                         for path, value in channel.where.items())]
        for index, entry in enumerate(wanted):
            rounds = _field(entry, channel.attempts, where) if channel.attempts else [entry]
            attempts = _listed(rounds, channel.attempts, where)
            last = attempts[-1] if attempts else {}
            yield Sample(
                attempts=tuple(self._completion(attempt, channel, f"{name}/{index}.{i}", where)
                               for i, attempt in enumerate(attempts)),
                beside={key: _field(last, path, where) for key, path in channel.beside.items() if attempts},
                scores=_scores(last, channel.scores, where) if attempts else {})

    def _completion(self, attempt: Json, channel: Channel, name: str, where: str) -> Completion:
        text = _field(attempt, channel.completion, where)
        cost = {kind: int(_number(attempt, path, where)) for kind, path in channel.tokens.items()}
        if not isinstance(text, str):
            raise RecordingError(f"{where}: {name}: expected the text of a completion, found {type(text).__name__}")
        # What was asked is known only as a place in the recording; the file's digest pins it.
        prompt = Prompt(text=f"recording {self._said['sha256']} {name}")
        request = CompletionRequest(model=self._model, prompt=prompt, sampling=self._sampling)
        made = Completion(
            key=request.key, text=text, finish_reason="", seconds=None,
            prompt_tokens=cost.get("prompt"), completion_tokens=cost.get("completion"),
            provenance=Provenance(kind="recorded", source=f"{self._said['file']}#{name}",
                                  made_at=str(self._said.get("made_at", ""))))
        self.entries.append((request, made))
        return made


def _mapping(path: Path) -> dict[str, Any]:
    try:
        said = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        others = [found.stem for found in path.parent.glob("*.yaml")]
        raise RecordingError(f"no recording {path.stem!r} in {path.parent}{_nearest(path.stem, others)}") from None
    except yaml.YAMLError as error:
        raise RecordingError(f"{path}: {error}") from error
    if not isinstance(said, dict):
        raise RecordingError(f"{path}: expected a mapping with {', '.join(REQUIRED)}")
    if missing := [key for key in REQUIRED if key not in said]:
        raise RecordingError(f"{path}: missing {', '.join(missing)}")
    if unknown := [key for key in said if key not in REQUIRED + OPTIONAL]:
        raise RecordingError(f"{path}: unknown key {unknown[0]!r}{_nearest(unknown[0], REQUIRED + OPTIONAL)}")
    return said


def _channel(fields: Any, where: str) -> Channel:
    known = [one.name for one in dataclasses.fields(Channel)]
    if not isinstance(fields, dict) or not {"reads", "completion"} <= fields.keys():
        raise RecordingError(f"{where}: expected reads (answer or program) and completion, and if need be "
                             f"attempts, samples, where and beside; found {fields!r}")
    if unknown := [key for key in fields if key not in known]:
        raise RecordingError(f"{where}: unknown key {unknown[0]!r}{_nearest(unknown[0], known)}")
    channel = Channel(**fields)
    if channel.reads not in ("answer", "program"):
        raise RecordingError(f"{where}: reads is answer or program, not {channel.reads!r}")
    return channel


def _rows(path: Path, below: str | None) -> Iterator[tuple[int, Json]]:
    # JSON strings may hold U+2028 and its like, at which str.splitlines would cut.
    content = read(path)
    if below is not None:
        yield from enumerate(_listed(_field(json.loads(content), below, path.name), below, path.name), 1)
        return
    lines = [content] if content.lstrip()[:1] == b"[" else content.split(b"\n")
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError as error:
                raise RecordingError(f"{path.name}, line {number}: not JSON: {error}") from error
            yield from enumerate(row, 1) if isinstance(row, list) else [(number, row)]


def _case_id(row: Json, rule: Any, where: str) -> str:
    """``field`` without the ending ``strip``."""
    if isinstance(rule, str):
        rule = {"field": rule}
    if not isinstance(rule, dict) or "field" not in rule:
        raise RecordingError(f"case: expected a field, or {{field: …, strip: …}}; found {rule!r}")
    return str(_field(row, rule["field"], where)).removesuffix(rule.get("strip", ""))


def _field(value: Json, path: str, where: str) -> Json:
    for step in path.split("."):
        if not isinstance(value, dict) or step not in value:
            there = f"; there are {', '.join(sorted(value))}" if isinstance(value, dict) else ""
            raise RecordingError(f"{where}: no field {step!r} of {path!r}{there}")
        value = value[step]
    return value


def _scores(value: Json, paths: Mapping[str, str], where: str) -> dict[str, float]:
    """The numbers that an entry has; what was not scored (a null, or no such field) has none."""
    known = {name: path for name, path in paths.items() if isinstance(value, dict) and value.get(path.split(".")[0])
             is not None}
    return {name: _number(value, path, where) for name, path in known.items()}


def _number(value: Json, path: str, where: str) -> float:
    found = _field(value, path, where)
    if isinstance(found, bool) or not isinstance(found, (int, float)):
        raise RecordingError(f"{where}: {path!r} is not a number: {found!r}")
    return float(found)


def _listed(value: Json, path: str | None, where: str) -> list[Json]:
    if not isinstance(value, list):
        raise RecordingError(f"{where}: {path!r} is not a list")
    return value


def _nearest(name: str, known: Any) -> str:
    close = get_close_matches(name, list(known), n=1)
    return f"; did you mean {close[0]!r}?" if close else f"; there are {', '.join(sorted(known)) or 'none'}"
