"""The published split: its conversion, its cases, its audit, and the seal on its answers."""

from __future__ import annotations

import ast
import hashlib
import http.server
import json
import threading
from collections import Counter
from functools import partial
from pathlib import Path

import pytest
from substrates.foofah import answers, issues, published
from substrates.foofah.generated.compose import problems
from substrates.foofah.generated.families import select
from substrates.foofah.generated.operators import run
from substrates.foofah.options import FoofahOptions

from checkable.substrate.contract import DataUnavailable


def as_published(data: Path) -> dict[str, bytes]:
    """The benchmark's own 250 files, rebuilt from the rows that were made of them."""
    files = {}
    for line in (data / "foofah.jsonl").read_text().splitlines():
        row = json.loads(line)
        case = {
            "InputTable": row["input_table"], "NumSamples": row["example_records"], "TestName": row["task"],
            "TestingTable": row["test_table"], "OutputTable": row["output_table"], "TestAnswer": row["test_answer"],
        }
        files[Path(row["source_file"]).name] = json.dumps(case).encode()
    return files


def test_converting_the_published_files_gives_the_pinned_bytes(data):
    files = as_published(data)
    assert set(files) == set(published.FETCH.files)
    assert hashlib.sha256(published.converted(files)).hexdigest() == published.SHA256


def test_a_missing_file_is_no_conversion(data):
    files = as_published(data)
    files.pop("exp0_33_3.txt")
    with pytest.raises(KeyError):
        published.converted(files)


def test_there_are_250_cases_of_50_families_with_one_example_each(foofah, data):
    cases = foofah.cases(FoofahOptions(split="published"), data).cases
    assert len(cases) == 250
    assert set(Counter(case.family for case in cases).values()) == {5} and cases[0].family == "foofah_10"
    assert all(len(case.examples) == 1 for case in cases)
    assert {case.id for case in cases} == {Path(name).stem for name in published.FETCH.files}


@pytest.mark.parametrize("records", [1, 2, 3, 4, 5])
def test_examples_selects_cases_by_their_number_of_records(foofah, data, records):
    cases = foofah.cases(FoofahOptions(split="published", examples=records), data).cases
    assert len(cases) == 50 and all(case.id.endswith(f"_{records}") for case in cases)


def test_the_clean_population_has_218_cases(foofah, data):
    everything = foofah.cases(FoofahOptions(split="published"), data)
    clean = foofah.cases(FoofahOptions(split="published", clean=True), data)
    assert len(clean.cases) == 218 and len(everything.issues) == 35
    assert Counter(issue.kind for issue in everything.issues) == {"broken": 32, "leaking": 3}
    assert {issue.kind for issue in clean.issues} == {"leaking"}


def test_the_audit_names_the_cases_that_the_published_list_of_issues_names(data):
    path = data / "foofah_label_issues.jsonl"
    if not path.is_file():
        pytest.skip("no list of label issues in CHECKABLE_DATA")
    named = {f"exp0_{json.loads(line)['id'].removeprefix('foofah/').replace('/', '_')}" for line in path.open()}
    assert named == issues.BROKEN


def test_a_placeholder_is_the_whole_answer_of_25_cases(data):
    found = answers.answers(FoofahOptions(split="published"), data)
    named = {issue.case for issue in issues.ISSUES if issue.reason == issues.PLACEHOLDER}
    assert named == {case for case, table in found.items() if len(table) == 1 and "NOT AVAILABLE" in table[0][0]}


def test_a_leaking_case_transforms_its_own_example(foofah, data):
    found = answers.answers(FoofahOptions(split="published"), data)
    cases = foofah.cases(FoofahOptions(split="published"), data).cases
    same = {case.id for case in cases if case.query == case.examples[0].input}
    named = {issue.case for issue in issues.ISSUES if issue.kind == "leaking"}
    assert named <= same and all(case in issues.BROKEN for case in same - named)
    assert all(found[case.id] == case.examples[0].output for case in cases if case.id in named)


@pytest.mark.parametrize("options", [FoofahOptions(count=100), FoofahOptions(seed=4, difficulty="hard", count=30)])
def test_answers_of_the_generated_split_are_those_of_its_steps(foofah, options):
    found = answers.answers(options, None)
    made = problems(select(options.difficulty, ()), seed=options.seed, count=options.count, records=None)
    assert found == {problem.id: run(problem.steps, problem.query) for problem in made}
    assert list(found) == [case.id for case in foofah.cases(options, None).cases]


def test_answers_have_the_ids_of_the_cases_they_belong_to(foofah, data):
    for options in (FoofahOptions(split="published", examples=2), FoofahOptions(split="published", clean=True)):
        assert list(answers.answers(options, data)) == [case.id for case in foofah.cases(options, data).cases]


def test_nothing_of_a_case_holds_its_answer(foofah):
    found = answers.answers(FoofahOptions(), None)
    for case in foofah.cases(FoofahOptions(), None).cases:
        held = json.dumps([case.examples[0].output, case.query, dict(case.attributes)])
        assert json.dumps(found[case.id]) not in held
        assert all(isinstance(value, str | int) for value in case.attributes.values())


def test_the_substrate_never_imports_its_answers():
    folder = Path(published.__file__).parent
    for path in folder.rglob("*.py"):
        tree = ast.parse(path.read_text())
        names = [
            alias.name for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in node.names
        ] + [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        assert not any(name.split(".")[-1] == "answers" for name in names), path


def test_data_that_cannot_be_had_is_said_to_be_missing(foofah, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    unreachable = {name: f"http://127.0.0.1:9/{name}" for name in published.FETCH.files}
    monkeypatch.setattr(published, "FETCH", type(published.FETCH)(files=unreachable, convert=published.converted))
    with pytest.raises(DataUnavailable, match=r"(?s)foofah\.jsonl.*CHECKABLE_DATA"):
        foofah.cases(FoofahOptions(split="published"), tmp_path)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Keep quiet."""


@pytest.fixture
def mirror(data, tmp_path, monkeypatch):
    """The 250 published files on a server of this machine, which the loader takes for the real one."""
    folder = tmp_path / "mirror"
    folder.mkdir()
    for name, content in as_published(data).items():
        (folder / name).write_bytes(content)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    files = {name: address + name for name in published.FETCH.files}
    monkeypatch.setattr(published, "FETCH", type(published.FETCH)(files=files, convert=published.converted))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    yield folder
    server.shutdown()
    server.server_close()


def test_without_a_data_folder_the_published_files_are_fetched_and_kept(foofah, data, mirror):
    fetched = foofah.cases(FoofahOptions(split="published"), None)
    assert fetched == foofah.cases(FoofahOptions(split="published"), data)
    for path in mirror.iterdir():
        path.unlink()
    assert foofah.cases(FoofahOptions(split="published"), None) == fetched


def test_one_changed_file_among_the_published_ones_is_noticed(foofah, mirror):
    changed = mirror / "exp0_4_2.txt"
    changed.write_bytes(changed.read_bytes().replace(b"Toyota", b"Toyoto"))
    with pytest.raises(DataUnavailable, match="sha256"):
        foofah.cases(FoofahOptions(split="published"), None)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"split": "published", "seed": 3}, "'seed' is an option of the split 'generated'"),
        ({"split": "generated", "clean": True}, "'clean' is an option of the split 'published'"),
        ({"operators": ("unfolt",)}, "did you mean 'unfold'"),
        ({"operators": ("unfold",), "difficulty": "hard"}, "no hard family"),
    ],
)
def test_an_option_that_would_do_nothing_is_refused(wrong, message):
    with pytest.raises(ValueError, match=message):
        FoofahOptions(**wrong)


def test_published_cases_have_the_attributes_that_the_substrate_declares(foofah, data):
    options = FoofahOptions(split="published")
    for case in foofah.cases(options, data).cases:
        assert case.attributes.keys() == foofah.attributes(options)
