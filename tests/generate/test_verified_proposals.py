"""How a seed's proposals become candidates: the most trusted first, the text paid for once."""

from __future__ import annotations

from types import SimpleNamespace

from substrates.modular_arithmetic.course import ModularCourse

from checkable.core.case import Case
from checkable.generate.trace_verifier import TraceVerifierOptions, trace_verifier

CASE = Case(id="1", family="1", examples=(), query=None, text="start with 3; add 4; modulo 5")


def proposal(start: int, slots: list[list[int]], trust: float) -> dict:
    return {"start": start, "slots": slots, "logprob": -trust, "trust": trust}


def made(*proposals: dict) -> dict:
    return {"start": 0, "slots": [], "answer": None, "tokens": 11, "proposals": list(proposals)}


def candidates(*of_seeds: dict):
    taught = SimpleNamespace(course=ModularCourse(5), trainings=(), predictions=lambda case: of_seeds)
    return trace_verifier(CASE, TraceVerifierOptions(slots=1, seeds=(0, 1)), SimpleNamespace(learned=lambda _: taught))


def test_every_proposal_of_every_seed_is_a_candidate_in_the_order_of_trust() -> None:
    found = candidates(made(proposal(3, [[1, 4]], 0.9), proposal(3, [[2, 4]], 0.2)), made(proposal(3, [[3, 4]], 0.6)))
    assert [(one.id, one.sample, one.value) for one in found] == \
        [("compiler/0.0", 0, 2), ("compiler/0.1", 0, 4), ("compiler/1.0", 1, 2)]
    assert [one.scores["verifier"] for one in found] == [0.9, 0.2, 0.6]
    assert [one.structure["states"] for one in found] == [[2], [4], [2]]


def test_a_text_is_read_once_for_all_proposals_of_a_seed() -> None:
    found = candidates(made(proposal(3, [[1, 4]], 0.9), proposal(3, [[2, 4]], 0.2)))
    assert [one.prompt_tokens for one in found] == [11, 0]
