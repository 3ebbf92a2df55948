"""Finding a workspace and the substrates in it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from checkable.substrate.registry import BrokenSubstrate, UnknownSubstrate, find, names
from checkable.substrate.workspace import NoWorkspace, find_root

ROOT = Path(__file__).resolve().parents[2]
COMPLETE = '''
from pathlib import Path
from checkable.substrate.contract import CaseSet, Substrate

class Echo(Substrate):
    name, summary, options, entry_point, namespaces, folder = "echo", "", object, "f", {}, Path(__file__).parent
    def cases(self, options, data): return CaseSet(cases=(), version="1", source="here")
    def read_answer(self, text): return text
    def read_program(self, text): return text
    def shape(self, value): return value
    def equal(self, left, right): return left == right
    def feedback(self, case, on_examples, problem): return ""

substrate = Echo()
'''


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """A function that makes a substrate of the given source in a workspace of its own."""
    monkeypatch.setattr(sys, "path", list(sys.path))

    def make(name: str, source: str) -> Path:
        folder = tmp_path / "substrates" / name
        folder.mkdir(parents=True)
        (folder / "substrate.py").write_text(source)
        return tmp_path

    yield make
    for module in [name for name in sys.modules if name.startswith("substrates.made_")]:
        del sys.modules[module]


def test_the_root_is_the_nearest_folder_with_substrates(tmp_path):
    (tmp_path / "substrates").mkdir()
    inner = tmp_path / "specs" / "deep"
    inner.mkdir(parents=True)
    assert find_root(inner) == find_root(tmp_path) == find_root(inner / "spec.yaml") == tmp_path.resolve()


def test_without_a_workspace_the_error_says_what_was_looked_for(tmp_path):
    with pytest.raises(NoWorkspace, match="substrates"):
        find_root(tmp_path)


def test_names_are_the_folders_with_a_substrate_module(workspace):
    root = workspace("made_b", COMPLETE)
    workspace("made_a", COMPLETE)
    (root / "substrates" / "notes").mkdir()
    assert names(root) == ["made-a", "made-b"]
    assert names(root / "nowhere") == []


def test_a_substrate_is_found_by_name(workspace):
    root = workspace("made_echo", COMPLETE)
    assert find("made-echo", root).name == "echo"
    assert find("made-echo", root) is find("made-echo", root)


def test_an_unknown_name_gets_the_nearest_one(workspace):
    with pytest.raises(UnknownSubstrate, match="did you mean 'made-echo'"):
        find("made-ecko", workspace("made_echo", COMPLETE))


@pytest.mark.parametrize(
    ("name", "source", "message"),
    [
        ("made_none", "", "no instance of Substrate"),
        ("made_other", "substrate = 3", "no instance of Substrate"),
        ("made_broken", "import nothing_of_that_name", "ModuleNotFoundError"),
        ("made_partial", COMPLETE.replace("def equal", "def unequal"), "abstract"),
    ],
)
def test_a_folder_that_holds_no_substrate_says_so(workspace, name, source, message):
    with pytest.raises(BrokenSubstrate, match=message):
        find(name.replace("_", "-"), workspace(name, source))


def test_a_substrate_of_another_workspace_is_never_taken_for_this_ones(workspace, tmp_path):
    find("made-echo", workspace("made_echo", COMPLETE))
    other = tmp_path / "other"
    (other / "substrates" / "made_echo").mkdir(parents=True)
    (other / "substrates" / "made_echo" / "substrate.py").write_text(COMPLETE)
    with pytest.raises(BrokenSubstrate, match="two workspaces"):
        find("made-echo", other)


@pytest.mark.parametrize("name", names(ROOT))
def test_importing_a_substrate_imports_nothing_heavy(name):
    script = (
        "import sys; from pathlib import Path; from checkable.substrate.registry import find;"
        f"find({name!r}, Path({str(ROOT)!r}));"
        "print(sorted({'torch', 'transformers', 'vllm', 'numpy', 'scipy', 'httpx'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT / "plugin"
    )
    assert done.stdout.strip() == "[]"
