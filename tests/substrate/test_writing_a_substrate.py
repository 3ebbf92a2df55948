"""The substrate that docs/writing-a-substrate.md builds works as the page says."""

from __future__ import annotations

import importlib
import re
import sys
from pathlib import Path

import pytest

from checkable.core.candidate import Observation, Outcome
from checkable.substrate import prompts
from checkable.substrate.contract import Unreadable
from checkable.substrate.registry import find

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "writing-a-substrate.md").read_text(encoding="utf-8")


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A workspace with the page's code blocks in the files that the page names."""
    monkeypatch.setattr(sys, "path", list(sys.path))
    blocks = re.findall(r"^```(?:python|markdown)\n(.*?)^```\n", PAGE, re.DOTALL | re.MULTILINE)
    folder = tmp_path / "substrates" / "units"
    (folder / "prompts").mkdir(parents=True)
    for name, text in zip(("made.py", "substrate.py", "answers.py", "prompts/direct.md"), blocks[:4], strict=True):
        (folder / name).write_text(text, encoding="utf-8")
    yield tmp_path
    for module in [name for name in sys.modules if name.startswith("substrates.units")]:
        del sys.modules[module]


def test_the_pages_substrate_is_found_and_solved_by_its_own_answers(root):
    units = find("units", root)
    options = units.options()
    made = units.cases(options, None)
    answers = importlib.import_module("substrates.units.answers").answers(options, None)
    assert list(answers) == [case.id for case in made.cases] and len(answers) == 60
    for case in made.cases:
        assert units.equal(units.read_answer(f" {answers[case.id]}\n"), units.shape(answers[case.id]))
        assert answers[case.id] not in (case.query, case.examples[0].input, case.examples[0].output)
    fenced = "```python\ndef convert(value):\n    return value\n```"
    assert units.read_program(fenced) == "def convert(value):\n    return value"
    with pytest.raises(Unreadable):
        units.read_answer("about 3 cm")


def test_the_pages_prompt_and_feedback_show_the_case(root):
    units = find("units", root)
    case = units.cases(units.options(), None).cases[0]
    prompt = prompts.render(prompts.load(units.folder / "prompts", "direct"), case=case)
    assert prompt.messages[1].content.endswith(f"{case.query} becomes:")
    seen = Observation(outcome=Outcome.OK, value=1.0)
    assert str(case.examples[0].output) in units.feedback(case, (seen,), None)
