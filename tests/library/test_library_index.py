"""The index lists what was verified, the same way each time, and notices files that changed since."""

import json

import pytest
from library_samples import GOOD, put, spoiled

from checkable.__main__ import main
from checkable.library import INDEX_NAME, LibraryError, index_text, load, read_index


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    monkeypatch.delenv("CHECKABLE_DATA", raising=False)
    put(tmp_path, GOOD)
    return tmp_path


def verify_shelf(shelf, *more):
    return main(["library", "verify", "--library", str(shelf), "--workers", "1", *more])


def test_verification_writes_the_index(shelf, capsys):
    assert verify_shelf(shelf) == 0
    [line] = map(json.loads, (shelf / INDEX_NAME).read_text().splitlines())
    assert line["name"] == "common_factor" and line["topic"] == "numbers" and len(line["sha256"]) == 64
    out = capsys.readouterr().out
    assert "isolation level" in out and "NOT compared with the reference solutions" in out
    assert [word for word in out.splitlines() if word.startswith("all ")][0].split()[:3] == ["all", "1", "1"]


def test_the_index_is_the_same_each_time(shelf):
    assert index_text(load(shelf)) == index_text(load(shelf))


def test_a_failure_leaves_the_index_alone(shelf, capsys):
    verify_shelf(shelf)
    before = (shelf / INDEX_NAME).read_text()
    put(shelf, spoiled("((7, 5), 1)", "((7, 5), 3)"))
    assert verify_shelf(shelf) == 1
    assert "numbers/common_factor.py: example common_factor(7, 5) is 1, not 3" in capsys.readouterr().out
    assert (shelf / INDEX_NAME).read_text() == before


def test_a_near_duplicate_fails(shelf, capsys):
    put(shelf, GOOD.replace("common_factor", "again"), "again")
    assert verify_shelf(shelf) == 1
    assert "! 1.00" in capsys.readouterr().out
    assert not (shelf / INDEX_NAME).exists()


def test_a_part_can_be_verified_without_touching_the_index(shelf):
    assert verify_shelf(shelf, "--only", "numbers/") == 0
    assert not (shelf / INDEX_NAME).exists()


@pytest.mark.parametrize(("more", "said"), [
    (["--only", "nothing"], "no algorithm has 'nothing' in its path; topics are numbers"),
    (["--data", "nowhere"], "nowhere")])
def test_wrong_options_are_said_in_one_line(shelf, capsys, more, said):
    assert verify_shelf(shelf, *more) == 2
    assert said in capsys.readouterr().err


def test_a_changed_file_makes_the_index_unusable(shelf):
    verify_shelf(shelf)
    assert [line["name"] for line in read_index(shelf)] == ["common_factor"]
    put(shelf, GOOD + "\n")
    with pytest.raises(LibraryError, match="renews it"):
        read_index(shelf)


def test_a_missing_index_says_how_to_make_it(shelf):
    with pytest.raises(LibraryError, match="library verify"):
        read_index(shelf)
