"""Prompt templates: a file a person can edit, errors that say what is wrong, nothing but visible evidence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkable.core.case import Case, Example
from checkable.substrate.prompts import PromptError, Template, inline, load, render

CASE = Case(
    id="secret-id", family="secret-family", examples=(Example(input=[["a"]], output=[["b", "c"], ["d", "é"]]),),
    query=[["q"]], text="Do it.", attributes={"examples": 1},
)


def loaded(tmp_path, text: str) -> Template:
    (tmp_path / "made.md").write_text(text, encoding="utf-8")
    return load(tmp_path, "made")


def user(text: str, **values) -> str:
    return render(inline(text), case=CASE, **values).messages[-1].content


def test_a_template_has_a_remark_a_system_part_and_a_user_part(tmp_path):
    made = loaded(tmp_path, "A remark.\n\n## system\nBe brief.\n\n## user\n{{ case.text }}\n## not a part\n")
    messages = render(made, case=CASE).messages
    assert [(m.role, m.content) for m in messages] == [("system", "Be brief."), ("user", "Do it.\n## not a part")]


def test_the_system_part_may_be_left_out(tmp_path):
    assert [m.role for m in render(loaded(tmp_path, "## user\nHello"), case=CASE).messages] == ["user"]


def test_an_inline_prompt_keeps_the_system_part_of_the_one_it_stands_in_for(tmp_path):
    made = inline("Mine: {{ case.text }}", under=loaded(tmp_path, "## system\nBe brief.\n## user\nYours"))
    assert [m.content for m in render(made, case=CASE).messages] == ["Be brief.", "Mine: Do it."]


def test_json_prints_a_table_with_one_row_to_a_line():
    assert user("{{ case.examples[0].output | json }}") == '[["b", "c"],\n ["d", "é"]]'
    assert user("{{ case.attributes | json }}") == '{"examples": 1}'
    assert user("{{ [] | json }}") == "[]"


@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda t: t.strip()))
def test_what_is_put_in_is_never_taken_for_template(text):
    assert user("x{{ feedback }}x", feedback=text) == f"x{text}x"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ csae.query }}", r"'csae' is not defined; did you mean 'case'"),
        ("{{ case.qeury }}", r"'qeury'; did you mean 'query'"),
        ("{{ case.attributes.example }}", r"'example'; did you mean 'examples'"),
        ("{{ case.examples[3].input }}", "3"),
        ("{% for x in case.examples %}", "line 1: .*endfor"),
        ("{{ case.query | jsn }}", "jsn"),
        ("{{ case.text + 1 }}", "TypeError"),
    ],
)
def test_a_mistake_in_a_template_is_told_with_the_nearest_valid_name(text, message):
    with pytest.raises(PromptError, match=message):
        user(text)


@pytest.mark.parametrize("name", ["case.id", "case.family", "case.answer"])
def test_what_may_tell_how_a_case_was_made_cannot_be_rendered(name):
    with pytest.raises(PromptError):
        user("{{ " + name + " }}")


@pytest.mark.parametrize("attack", ["{{ case.__class__.__mro__ }}", "{{ case.examples.__len__.__globals__ }}"])
def test_templates_run_in_a_sandbox(attack):
    with pytest.raises(PromptError):
        user(attack)


def test_a_name_without_a_file_gets_the_nearest_one(tmp_path):
    (tmp_path / "direct.md").write_text("## user\nx")
    with pytest.raises(PromptError, match=r"no prompt 'dircet'.*did you mean 'direct'"):
        load(tmp_path, "dircet")


@pytest.mark.parametrize(
    ("text", "message"),
    [("Only a remark", "## user"), ("## system\nx\n## user\n", "## user"), ("## user\na\n## user\nb", "comes twice")],
)
def test_a_file_without_exactly_one_user_part_is_refused(tmp_path, text, message):
    with pytest.raises(PromptError, match=message):
        loaded(tmp_path, text)
