"""What crosses the wall comes out exactly as it went in, and nothing else comes out at all."""

from __future__ import annotations

import contextlib
import functools
import inspect
import json
import math
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkable.execute import decoding
from checkable.execute.inside import protocol

scalars = (st.none() | st.booleans() | st.integers() | st.integers(-(2**200), 2**200) | st.floats() | st.text()
           | st.binary() | st.complex_numbers())
hashable = st.recursive(scalars, lambda inner: st.tuples(inner, inner) | st.frozensets(inner, max_size=4), max_leaves=6)
values = st.recursive(
    scalars | st.sets(hashable, max_size=5) | st.frozensets(hashable, max_size=5),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(hashable, inner, max_size=5) | st.tuples(inner, inner),
    max_leaves=30)
trees = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: (st.lists(inner, max_size=4)
                   | st.dictionaries(st.sampled_from("tdszbcfiq") | st.text(max_size=2), inner, max_size=2)),
    max_leaves=30)


def shown(value):
    """A text that two values share only if they are equal in value and in every type."""
    if isinstance(value, (set, frozenset)):
        return type(value).__name__ + str(sorted(map(shown, value)))
    if isinstance(value, (list, tuple)):
        return type(value).__name__ + str([shown(v) for v in value])
    if isinstance(value, dict):
        return "dict" + str([(shown(k), shown(v)) for k, v in value.items()])
    return type(value).__name__ + repr(value)



@given(values)
def test_what_is_read_is_what_was_written(value):
    assert shown(decoding.decode(protocol.encode(value))) == shown(value)


@given(values)
def test_a_record_is_one_line_of_ascii(value):
    text = protocol.encode(value)
    assert text.isascii()
    assert "\n" not in text


@given(st.lists(hashable, max_size=8, unique_by=shown), st.randoms())
def test_equal_sets_are_written_the_same_way(members, random):
    other = list(members)
    random.shuffle(other)
    one, two = set(members), set(other)
    if [shown(m) for m in sorted(one, key=shown)] == [shown(m) for m in sorted(two, key=shown)]:  # not 1 for True
        assert protocol.encode(one) == protocol.encode(two)


@settings(max_examples=300)
@given(trees)
def test_any_tree_is_a_value_or_malformed(tree):
    try:
        value = decoding.decode(json.dumps(tree))
    except decoding.Malformed:
        return
    assert shown(decoding.decode(protocol.encode(value))) == shown(value)


@settings(max_examples=300)
@given(st.text(alphabet='[]{}",:0123456789.eE+-tdszbcfi\\unNaI', max_size=60) | st.text(max_size=30))
def test_any_text_is_a_value_or_malformed(text):
    with contextlib.suppress(decoding.Malformed):
        decoding.decode(text)


@pytest.mark.parametrize("text", [
    "[" * 100_000, "[" * 101 + "]" * 101, '{"t":' * 100 + "1" + "}" * 100, "9" * 5000, "NaN", "Infinity",
    '{"i":"' + "f" * 4000 + '"}',
    '{"i":5}', '{"i":"zz"}', '{"f":"x"}', '{"c":["1"]}', '{"b":"0"}', '{"d":[1]}', '{"d":[[1]]}', '{"d":[[[],1]]}',
    '{"s":[[]]}', '{"s":[1,1]}', '{"s":[1,true]}', '{"d":[[1,2],[1,3]]}', '{"x":1}', '{"t":[],"s":[]}', "{}",
    '"\\ud800"', "",
])
def test_what_encode_never_writes_is_malformed(text):
    with pytest.raises(decoding.Malformed):
        decoding.decode(text)


def test_colliding_keys_are_refused_before_they_cost_anything():
    prime = 2**61 - 1  # hash(n) == n modulo this
    colliding = ",".join(f'{{"i":"{k * prime:x}"}}' for k in range(1, 5000))
    with pytest.raises(decoding.Malformed, match="collide"):
        decoding.decode(f'{{"s":[{colliding}]}}')


def test_too_many_values_are_refused_on_both_sides():
    with pytest.raises(protocol.TooLarge):
        protocol.encode([0] * protocol.MAX_NODES)
    with pytest.raises(decoding.Malformed):
        decoding.decode("[" + "0," * protocol.MAX_NODES + "0]")


@pytest.mark.parametrize("value", [math.inf, -math.inf, -0.0, 5e-324, 2**53 + 1, -(2**53), float(2**70), 1e22])
def test_numbers_at_the_edges_keep_their_value_and_sign(value):
    assert shown(decoding.decode(protocol.encode(value))) == shown(value)


class Text(str):
    pass


class Number(int):
    pass


@pytest.mark.parametrize("value", [Text("a"), [Number(1)], {"k": Text("v")}, {Text("k"): 1}, object(), range(3),
                                   bytearray(b"a"), "\ud800", ["\udfff"]])
def test_subclasses_and_strangers_are_not_plain(value):
    with pytest.raises(protocol.NotPlain):
        protocol.encode(value)


def test_a_caller_deep_in_the_stack_gets_a_value_or_malformed():
    nested = protocol.encode(functools.reduce(lambda value, _: (value,), range(protocol.MAX_DEPTH - 1), 1))

    def descend(frames: int) -> bool:
        if frames:
            return descend(frames - 1)
        try:
            return bool(decoding.decode(nested))
        except decoding.Malformed:
            return False

    room = sys.getrecursionlimit() - len(inspect.stack())
    assert descend(0)
    for left in (100, 350):  # too little to parse it, and too little to read what was parsed
        assert not descend(room - left)
