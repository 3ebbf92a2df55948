"""Answers are sealed: one door, opened by two rooms, and it says what it expected."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import checkable
from checkable.measure.answers import NoAnswers, load_answers, load_references

from .test_scoring import Options, Words

PACKAGE = Path(checkable.__file__).parent
WORKSPACE = PACKAGE.parent.parent
DOOR = PACKAGE / "measure" / "answers.py"
MODULES = sorted(PACKAGE.rglob("*.py"))
IMPORTERS = {"import_module", "__import__", "spec_from_file_location", "run_path", "run_module", "find_spec", "exec"}


def imported(tree: ast.AST) -> Iterator[str]:
    """Dotted names of everything a module imports, "from a import b" as a.b."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{'.' * node.level}{node.module or ''}.{alias.name}" for alias in node.names)


def computed(tree: ast.AST) -> Iterator[str]:
    """The arguments of calls that import or run a module by a computed name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in IMPORTERS:
            yield " ".join(ast.unparse(a) for a in (*node.args, *(k.value for k in node.keywords)))


def opens_answers(source: str) -> bool:
    """Whether a module imports some substrate's answers, plainly or by a computed name."""
    tree = ast.parse(source)
    plain = any("answers" in name.split(".") and "measure" not in name.split(".") for name in imported(tree))
    return plain or any("answers" in text for text in computed(tree))


def opens_the_door(source: str) -> bool:
    names = [name.removeprefix("checkable.") for name in imported(ast.parse(source))]
    return any("measure.answers" in name or name.lstrip(".").startswith("answers.load_answers") for name in names)


def test_only_the_door_imports_the_answers_of_a_substrate() -> None:
    assert [m for m in MODULES if opens_answers(m.read_text())] == [DOOR]


def test_only_measure_and_experiment_import_the_door() -> None:
    importers = [m.relative_to(PACKAGE) for m in MODULES if opens_the_door(m.read_text())]
    assert {path.parts[0] for path in importers} <= {"measure", "experiment"}


def test_no_module_of_a_substrate_imports_its_answers() -> None:
    modules = [m for m in (WORKSPACE / "substrates").rglob("*.py") if m.name != "answers.py"]
    assert [m for m in modules if opens_answers(m.read_text())] == []


@pytest.mark.parametrize("source", [
    "import substrates.foofah.answers", "from substrates.foofah import answers", "from . import answers",
    "from .answers import answers", "from substrates.foofah.answers import answers as hidden",
    "importlib.import_module(f'substrates.{name}.answers')", "__import__('substrates.x.answers')",
    "runpy.run_path(folder / 'answers.py')", "import_module('.answers', package=name)",
])
def test_the_seal_sees_every_way_in(source: str) -> None:
    assert opens_answers(source)


def test_the_seal_sees_the_door_used() -> None:
    assert opens_the_door("from checkable.measure.answers import load_answers")
    assert opens_the_door("from checkable.measure import answers")
    assert not opens_answers("from checkable.measure.answers import load_answers")
    assert not opens_answers("from checkable.core.case import Case")


def test_the_room_itself_imports_nothing_heavy() -> None:
    code = ("import sys, checkable.measure, checkable.core.arm_run, checkable.core.scored; "
            "print([m for m in ('numpy', 'scipy', 'statsmodels', 'pandas', 'torch') if m in sys.modules])")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True,
                          env={"PYTHONPATH": str(PACKAGE.parent)})
    assert done.stdout.strip() == "[]"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest):
    """A workspace with one substrate folder, and that folder's substrate. Nothing of it stays imported."""
    monkeypatch.setattr(sys, "path", list(sys.path))
    folder = tmp_path / "kept_answers" / request.node.name[:40].replace("[", "_")
    folder.mkdir(parents=True)
    substrate = Words()
    monkeypatch.setattr(Words, "folder", folder)
    yield tmp_path, folder, substrate
    for name in [name for name in sys.modules if name.startswith("kept_answers")]:
        del sys.modules[name]


def test_the_door_returns_what_the_module_of_the_substrate_says(workspace) -> None:
    root, folder, substrate = workspace
    (folder / "answers.py").write_text("def answers(options, data):\n    return {options.split: str(data)}\n")
    assert load_answers(substrate, Options("train"), Path("here"), root) == {"train": "here"}


def test_a_substrate_without_answers_is_told_where_they_belong(workspace) -> None:
    root, folder, substrate = workspace
    with pytest.raises(NoAnswers, match=r"'words': expected its answers in .*answers\.py, which does not exist"):
        load_answers(substrate, Options(), None, root)


def test_a_module_without_the_function_is_told_its_signature(workspace) -> None:
    root, folder, substrate = workspace
    (folder / "answers.py").write_text("labels = {}\n")
    with pytest.raises(NoAnswers, match=r"must define answers\(options, data\)"):
        load_answers(substrate, Options(), None, root)


def test_a_substrate_outside_the_workspace_is_refused(workspace, tmp_path_factory) -> None:
    root, folder, substrate = workspace
    (folder / "answers.py").write_text("def answers(options, data):\n    return {}\n")
    with pytest.raises(NoAnswers, match="outside the workspace"):
        load_answers(substrate, Options(), None, tmp_path_factory.mktemp("elsewhere"))


def test_reference_programs_come_through_the_same_door_where_a_substrate_has_them(workspace) -> None:
    root, folder, substrate = workspace
    (folder / "answers.py").write_text(
        "def answers(options, data):\n    return {}\n\n\n"
        "def references(options, data):\n    return {'a': 'def f(x): return ' + repr(options.split)}\n")
    assert load_references(substrate, Options("train"), None, root) == {"a": "def f(x): return 'train'"}


def test_a_substrate_without_reference_programs_has_none(workspace) -> None:
    root, folder, substrate = workspace
    (folder / "answers.py").write_text("def answers(options, data):\n    return {}\n")
    assert load_references(substrate, Options(), None, root) == {}
