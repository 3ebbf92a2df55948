"""Evidence that a model is asked for: what it adds, what it costs, and who pays."""

from __future__ import annotations

import pytest

from checkable.core.arm_run import ArmCase, ArmRun
from checkable.core.candidate import Commit
from checkable.core.case import Case
from checkable.evidence.generated_tests import read_tests
from checkable.measure.scoring import score
from checkable.substrate import registry
from checkable.vocabulary import words
from tests.generate.scripted import BROKEN, CASE, FIRST, LOWER, ROOT, TEXT, UPPER, scripted

EVIDENCE, GENERATORS = words("evidence"), words("generator")


def checked(tools, samples):
    word = GENERATORS["program"]
    return [tools.check(CASE, c) for c in word.function(CASE, word.options(samples=samples), tools)]


def evidence(name, tools, candidates, **options):
    word = EVIDENCE[name]
    return word.function(CASE, candidates, word.options(**options), tools)


def scored(candidates):
    commit = Commit(case="c", candidate=candidates[0], treated=True, reason="")
    run = ArmRun(name="a", role="arm", cases=(ArmCase(case=CASE, candidates=tuple(candidates), commit=commit),))
    return score(run, TEXT, {"c": "DE F"}).cases[0]


def test_p_true_is_the_share_of_the_letter_a_and_is_charged(sandbox):
    tools, script = scripted(sandbox, [UPPER, LOWER], letters=(("A", 0.3), (" A", 0.3), ("B", 0.2), ("C", 0.2)))
    candidates = checked(tools, 2)
    before = scored(candidates)
    asked = evidence("p-true", tools, candidates)
    assert [c.evidence["p_true"] for c in asked] == pytest.approx([0.75, 0.75])
    prompts = [text for text, sampling, _ in script.asked if sampling.max_tokens == 1]
    assert len(prompts) == 2 and UPPER in prompts[0] and '"DE F"' in prompts[0]
    assert scored(asked).tokens == before.tokens + 2 * 10 + sum(len(s.split()) for s in (UPPER, UPPER))


def test_programs_with_the_same_text_are_asked_about_once(sandbox):
    tools, _ = scripted(sandbox, [UPPER])
    candidates = checked(tools, 3)
    extra = scored(evidence("p-true", tools, candidates)).tokens - scored(candidates).tokens
    assert extra == 10 + len(UPPER.split())


def test_where_neither_letter_is_likely_there_is_no_belief(sandbox):
    tools, _ = scripted(sandbox, [UPPER], letters=(("Sure", 1.0),))
    assert "p_true" not in evidence("p-true", tools, checked(tools, 1))[0].evidence


def test_generated_tests_are_run_on_every_program_and_paid_for_once(sandbox):
    written = '["xy", "XY"]\nnonsense\n["Ab", "ab"],\n["n", 3]'
    tools, _ = scripted(sandbox, lambda text, sampling, index: written if "[input, output]" in text else
                        [UPPER, LOWER, BROKEN][index])
    candidates = checked(tools, 3)
    tested = evidence("generated-tests", tools, candidates)
    assert [c.on_tests for c in tested] == [(True, False), (False, True), (False, False)]
    assert [c.evidence["tests_passed"] for c in tested] == [0.5, 0.5, 0.0]
    assert scored(tested).tokens - scored(candidates).tokens == 10 + len(written.split())


def test_tests_are_lines_that_are_pairs_of_the_right_shape():
    text = '["a", "A"]\n  ["b", "B"],\n["a"]\n{"a": 1}\n[1, 2]\n' + "[" * 5000
    assert [(test.input, test.output) for test in read_tests(text, CASE, TEXT)] == [("a", "A"), ("b", "B")]


def test_tests_of_functions_are_asserts_that_one_call_equals_a_value():
    case = Case(id="c", family="f", examples=(), query=None, entry_point="f", tests=("assert f(1) == 2",))
    lines = ["Here:", "assert f(2, k='a') == [3, 4]", "assert g(1) == 2", "assert f(1) > 0", "assert f(x) == 1",
             "assert (((", "f(1) == 1"]
    read = list(read_tests("\n".join(lines), case, registry.find("mbpp", ROOT)))
    assert [(test.input, test.output) for test in read] == [("f(2, k='a')", "[3, 4]")]


def test_probes_are_answered_by_the_model_and_support_is_agreement(sandbox):
    def say(text, sampling, index):
        if "Reply with the output" not in text:
            return [UPPER, LOWER][index]
        return '"GH"' if 'New input: "gh"' in text else '"wrong"'

    tools, script = scripted(sandbox, say)
    probed = evidence("answered-probes", tools, checked(tools, 2), probes=2)
    assert probed[0].evidence["support"] == 0.5
    assert "support" not in probed[1].evidence  # it does not pass the example, so nobody trusts it anyway
    assert len(script.asked) == 4


def test_nothing_is_asked_where_no_program_passes(sandbox):
    tools, script = scripted(sandbox, [LOWER, FIRST])
    evidence("answered-probes", tools, checked(tools, 2))
    assert len(script.asked) == 2


def test_the_price_of_evidence_is_unknown_where_a_completion_does_not_say_its_tokens():
    from checkable.core.completion import Completion, Provenance
    from checkable.evidence.asking import payment

    made = Completion(key="k", text="", finish_reason="", prompt_tokens=None, completion_tokens=None, seconds=None,
                      provenance=Provenance(kind="recorded", source="", made_at=""))
    assert payment(made).tokens is None
