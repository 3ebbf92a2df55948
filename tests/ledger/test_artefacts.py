"""Artefacts: whole or not there, the same bytes for the same result."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
import pytest
from tests.report.factory import experiment

from checkable.core.candidate import Outcome
from checkable.core.result import to_plain
from checkable.ledger import artefacts


def test_what_was_written_is_read_back_with_its_cases(tmp_path):
    result = experiment(n=24)
    path, digest = artefacts.write(tmp_path / "results", result)
    assert artefacts.read(path, digest) == to_plain(result)


def test_the_same_result_has_the_same_name_and_bytes(tmp_path):
    (first, one), (second, two) = (artefacts.write(tmp_path / folder, experiment(n=8)) for folder in "ab")
    assert (first.name, one, first.read_bytes()) == (second.name, two, second.read_bytes())
    assert first.read_bytes()[4:8] == bytes(4)  # where gzip would put the time


def test_plain_data_is_written_as_the_result_itself(tmp_path):
    result = experiment(n=4)
    assert artefacts.write(tmp_path, result) == artefacts.write(tmp_path, to_plain(result))


def test_the_digest_is_of_the_text(tmp_path):
    path, digest = artefacts.write(tmp_path, experiment(n=4))
    assert hashlib.sha256(gzip.decompress(path.read_bytes())).hexdigest() == digest


def test_the_name_says_what_it_is_on_any_file_system(tmp_path):
    path, digest = artefacts.write(tmp_path, experiment("specs/a b/çé/../gate.yaml", item="full-x-1", n=1))
    assert path.name == f"specs-a-b-..-gate.yaml-full-x-1-{digest[:12]}.json.gz"
    assert path.parent == tmp_path


def test_nothing_temporary_is_left_behind_when_the_disk_fails(tmp_path, monkeypatch):
    def fail(*_):
        raise OSError("disk")

    monkeypatch.setattr(artefacts.os, "replace", fail)
    with pytest.raises(OSError, match="disk"):
        artefacts.write(tmp_path, experiment(n=1))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[: len(content) // 2],
        lambda content: b"not gzip",
        lambda content: content[:40] + b"\0\0\0\0" + content[44:],
        lambda content: gzip.compress(b"{"),
        lambda content: gzip.compress(b"[1]"),
        lambda content: gzip.compress(b"\xff"),
    ],
)
def test_a_damaged_artefact_is_named(tmp_path, damage):
    path, _ = artefacts.write(tmp_path, experiment(n=4))
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(artefacts.DamagedArtefact, match=path.name):
        artefacts.read(path)


def test_an_artefact_that_is_not_the_recorded_one_is_refused(tmp_path):
    path, digest = artefacts.write(tmp_path, experiment(n=4))
    path.write_bytes(gzip.compress(json.dumps({"verdict": "passed"}).encode()))
    with pytest.raises(artefacts.DamagedArtefact, match="not what the ledger recorded"):
        artefacts.read(path, digest)


@dataclass(frozen=True)
class Nested:
    inside: Any


class Word(str):
    """Text with a type of its own."""


@pytest.mark.parametrize(("value", "expected"), [
    (Outcome.OK, "ok"), (np.float64(0.5), 0.5), (np.float64("nan"), None), (float("-inf"), None), (Word("a"), "a"),
    ((1, [2.0, (True, None)]), [1, [2.0, [True, None]]]), (MappingProxyType({1: (2,)}), {"1": [2]}),
    (Nested(inside=(Nested(inside=1),)), {"inside": [{"inside": 1}]}), ({}, {}), (True, True),
])
def test_results_are_plain_built_ins_for_json(value, expected):
    made = to_plain(value)
    assert made == expected and type(made) is type(expected) and json.loads(json.dumps(made)) == expected


@pytest.mark.parametrize("value", ({1, 2}, object(), Nested, b"bytes", [np.int64(1)]))
def test_what_is_no_plain_data_is_an_error_that_names_its_type(value):
    with pytest.raises(TypeError, match="not plain data: (set|object|type|bytes|int64)"):
        to_plain(value)
