"""How a mistake reads."""

from __future__ import annotations

import copy
from pathlib import Path

from checkable.spec.errors import WIDTH, SpecError, SpecErrors, nearest, one_of


def error(line: int = 1, column: int = 1, message: str = "wrong", text: str = "") -> SpecError:
    return SpecError(Path("a.yaml"), line, column, "key", message, text=text)


def test_place_key_and_message_come_first_then_the_line_with_a_caret():
    told = SpecError(Path("a.yaml"), 3, 5, "arms.gate", "wrong", "right", "did you mean right?", "    gate: 1")
    assert str(told) == (
        "a.yaml:3:5: arms.gate: wrong\n     3 |     gate: 1\n       |     ^\n  expected right\n  did you mean right?"
    )


def test_the_path_is_relative_to_the_working_directory_where_it_can_be(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert str(SpecError(tmp_path / "specs" / "a.yaml", 1, 1, "", "wrong")).startswith("specs/a.yaml:1:1: wrong")
    assert str(SpecError(tmp_path.parent / "a.yaml", 1, 1, "", "wrong")).startswith(f"{tmp_path.parent}/a.yaml:1:1")


def caret(column: int, text: str) -> tuple[str, int]:
    """The shown line and where in it the caret stands, in terminal cells."""
    shown, under = str(error(column=column, text=text)).splitlines()[1:]
    return shown[9:], under.index("^") - 9


def test_a_long_line_is_cut_around_the_spot():
    shown, place = caret(1001, "x" * 1000 + "Y" + "z" * 1000)
    assert shown[place] == "Y" and len(shown) <= WIDTH


def test_wide_characters_and_tabs_do_not_shift_the_caret():
    assert caret(3, "表表x") == ("表表x", 4)
    assert caret(3, "\t\tx") == ("  x", 2)


def test_control_characters_do_not_reach_the_terminal():
    assert "\x1b" not in str(error(text="a \x1b[31m b"))


def test_errors_are_told_once_and_in_the_order_of_the_file():
    errors = SpecErrors([error(10, 1), error(2, 1), error(2, 1), error(2, 1, "else")])
    assert [(e.line, e.message) for e in errors.errors] == [(2, "else"), (2, "wrong"), (10, "wrong")]
    assert str(errors).count("\n\n") == 2


def test_the_nearest_name_is_offered_only_when_it_is_near():
    assert nearest("visible-pas", ["visible-pass", "only"]) == "did you mean 'visible-pass'?"
    assert nearest("Visible-Pass", ["visible-pass"]) == "did you mean 'visible-pass'?"
    assert nearest("xyz", ["visible-pass", "only"]) == nearest("x", []) == ""


def test_long_lists_of_names_are_cut():
    assert one_of("cab") == "a, b or c" and one_of(["a"]) == "a"
    assert one_of(map(str, range(100, 130))).endswith("110, 111 and 18 more")


def test_an_error_can_be_raised_caught_and_copied():
    try:
        raise error()
    except SpecError as caught:
        assert copy.copy(caught).message == "wrong"
