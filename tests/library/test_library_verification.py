"""Verification runs in the sandbox and notices whatever does not hold."""

import pytest
from library_samples import GOOD, put, spoiled

from checkable.execute import SandboxUnavailable
from checkable.library import read, verify
from checkable.library.trial import same

PLANTED = {
    "a wrong example": ("((7, 5), 1)", "((7, 5), 2)", "example common_factor(7, 5) is 1, not 2"),
    "an example of the wrong type": ("((7, 5), 1)", "((7, 5), True)", "is 1, not True"),
    "an example that raises": ("((7, 5), 1)", "((7, 0), 1)", "ended as exception: ValueError"),
    "arguments that are not refused": (
        "REFUSED = [(0, 1)]", "REFUSED = [(2, 1)]", "should raise ValueError, but returned 1"),
    "a crash in place of a refusal": ('raise ValueError("pos', 'raise KeyError("pos', "ended as exception: KeyError"),
    "a false property": ("== b % result == 0", "== b % result == 1", "property_divides_both does not hold"),
    "a property that is not a truth value": ("return a % result == b % result == 0", "return result", "does not hold"),
    "an oracle that disagrees": ("return gcd(a, b)", "return gcd(a, b) * (2 if a == b else 1)", "the oracle says"),
    "a loop without end": ("a, b = _step(a, b)", "_step(a, b)", "ended as timeout"),
    "too few inputs": ("range(30)", "range(3)", "inputs() made 3 inputs"),
    "a broken generator": ("yield random", "yield missing", "trials ended as exception: NameError"),
}


def complaints(path, jail):
    [verdict] = verify([read(path)], jail)
    return verdict.complaints


def test_a_good_algorithm_holds(tmp_path, jail):
    [verdict] = verify([read(put(tmp_path, GOOD))], jail)
    assert verdict.holds and verdict.examples == 4 and verdict.trials >= 30


@pytest.mark.parametrize("fault", PLANTED)
def test_a_fault_is_noticed(tmp_path, jail, fault):
    old, new, said = PLANTED[fault]
    assert any(said in complaint for complaint in complaints(put(tmp_path, spoiled(old, new)), jail))


def test_changed_arguments_are_noticed(tmp_path, jail):
    text = '''def drained(items: list[int]) -> int:
    """Sum a list.

    Use when: a test needs it.
    Complexity: O(n).
    Source: none.
    """
    total = 0
    while items:
        total += items.pop()
    return total


EXAMPLES = [(([1, 2],), 3), (([],), 0), (([5],), 5)]


def inputs(random):
    for size in range(10):
        yield (list(range(size)),)


def oracle(items):
    return sum(items)
'''
    assert any("changes its arguments" in c for c in complaints(put(tmp_path, text, "drained"), jail))


def test_a_result_that_hangs_on_the_order_of_a_set_is_noticed(tmp_path, jail):
    text = spoiled("    return a\n", "    return a if list({'x', 'y', 'z'})[0] == 'x' else -a\n")
    assert complaints(put(tmp_path, text), jail)


def test_an_algorithm_cannot_reach_outside(tmp_path, jail):
    text = spoiled("    return a\n", "    open('/etc/passwd')\n    return a\n")
    assert any("ended as exception" in c for c in complaints(put(tmp_path, text), jail))


def test_a_failure_of_the_sandbox_is_not_held_against_an_algorithm(tmp_path, jail, monkeypatch):
    from checkable.core.candidate import Observation, Outcome

    broken = Observation(outcome=Outcome.INFRASTRUCTURE, error="no child")
    monkeypatch.setattr(jail, "run", lambda program, inputs: [broken] * len(inputs))
    with pytest.raises(SandboxUnavailable):
        list(verify([read(put(tmp_path, GOOD))], jail))


@pytest.mark.parametrize(("left", "right", "equal"), [
    (1, 1, True), (1, 1.0, False), (1, True, False), (0.1 + 0.2, 0.3, True), (1.0, 1.001, False),
    ((1,), [1], False), ([1, [2.0]], [1, [2.0 + 1e-12]], True), ({"a": 1}, {"a": 1}, True),
    ({"a": 1}, {"a": True}, False), (float("nan"), float("nan"), True), ([1], [1, 2], False)])
def test_values_are_the_same_in_every_type(left, right, equal):
    assert same(left, right) is equal
