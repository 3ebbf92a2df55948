"""Every file of ``wrong/`` is a mistake that people make, beside it the text that they then read."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from checkable.spec.errors import SpecErrors
from checkable.spec.loader import load_items, outlines, read
from checkable.spec.resolve import Known

WRONG = Path(__file__).parent / "wrong"
SPECS = sorted(WRONG.glob("*.yaml"))


@pytest.fixture(autouse=True)
def ledger(root) -> Iterator[None]:
    """The workspace's ledger defines two research programs and two claims."""
    folder = root / "reports" / "ledger"
    folder.mkdir(parents=True)
    (folder / "programs.yaml").write_text("reliability-and-safety:\n  title: …\n\nmemory:\n  title: …\n")
    (folder / "claims.yaml").write_text("# comment\nexecutable-gate:\n  statement: …\nrepair-saturates: {}\n")
    yield
    shutil.rmtree(root / "reports")


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_a_mistake_is_told_with_its_place_what_was_expected_and_the_nearest_valid_thing(path, root, monkeypatch):
    monkeypatch.chdir(WRONG)
    with pytest.raises(SpecErrors) as caught:
        load_items(path, root=root, tier="smoke")
    expected = path.with_suffix(".txt")
    told = str(caught.value) + "\n"
    if os.environ.get("REWRITE_WRONG_SPECS"):  # then read the difference before committing it
        expected.write_text(told)
    assert told == expected.read_text()


def test_every_kind_of_mistake_has_its_text():
    assert len(SPECS) >= 60
    assert {path.stem for path in SPECS} == {path.stem for path in WRONG.glob("*.txt")}


def test_what_other_files_said_rightly_changes_no_text(root, monkeypatch):
    """All of them in one collection, twice: what was known after the first round hides nothing in the second."""
    monkeypatch.chdir(WRONG)
    known = Known()
    for path in [*SPECS, *SPECS]:
        with pytest.raises(SpecErrors) as caught:
            outlines(read(path, root), tier="smoke", known=known)
        assert str(caught.value) + "\n" == path.with_suffix(".txt").read_text(), path.name
    assert known.fields, "nothing was known, so nothing was tried"
