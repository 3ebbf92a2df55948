"""What is told while candidates are generated: completions as they come, also where no case is done yet."""

from __future__ import annotations

import threading

from checkable.core.case import Case
from checkable.experiment.channels import generate
from checkable.spec.model import Use
from checkable.vocabulary import NoOptions, Word

CASES = [Case(id=str(i), family="f", query=[], examples=(), attributes={}) for i in range(3)]


def test_completions_are_told_before_any_case_is_done():
    heard, seen, asked = [], threading.Event(), []

    def patient(case, options, tools):
        asked.append(case.id)  # stands for a completion: had, while the case goes on
        assert seen.wait(30), "no progress told of the completions of cases that are not done"
        return []

    def progress(told):
        heard.append(told)
        if told.completions == len(CASES):
            seen.set()

    word = Word(kind="generator", name="patient", options=NoOptions, function=patient, summary="", source="")
    generate(CASES, [Use(word=word, options=NoOptions())], tools=None, checker=None, threads=3,
             progress=progress, completions=lambda: len(asked))
    assert any(told.completions == 3 and told.done == 0 for told in heard)
    assert (heard[-1].done, heard[-1].total, heard[-1].at_once) == (3, 3, 3)
