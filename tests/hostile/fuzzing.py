"""Result files and programs that nobody wrote, and what must hold of them all.

``decoder`` is a property for hypothesis: how many examples it takes is its caller's choice. ``programs`` makes mutants
of the hostile and honest programs, the same ones from the same seed.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

import honest
from attack import ANSWER
from catalogue import ATTACKS
from hypothesis import given
from hypothesis import strategies as st

from checkable.core.candidate import Observation, Outcome
from checkable.core.execution import Limits, Namespace, Program
from checkable.execute import requests, verdict
from checkable.execute.inside import protocol
from checkable.execute.supervisor import Ended

LIMITS = Limits(cpu_seconds=1.0, output_bytes=1_000_000)
REQUEST = requests.for_values(Program(source="", entry_point="f", namespace=Namespace(name="n"), limits=LIMITS), [1, 2])
WORDS = [*(str(outcome.value) for outcome in Outcome), "passed", "", "OK"]
PLAIN = (str, int, float, bool, bytes, complex, type(None), list, tuple, dict, set, frozenset)

scalars = (st.none() | st.booleans() | st.integers() | st.integers(-(10 ** 20), 10 ** 20) | st.floats()
           | st.text(max_size=8) | st.sampled_from(["inf", "-0.0", "ff" * 9000, "1" * 400, "\ud800", ANSWER]))
trees = st.recursive(scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
    st.sampled_from("tdszbcfiq"), inner, min_size=1, max_size=2), max_leaves=20)
lines = st.tuples(st.sampled_from(WORDS), trees, st.floats() | st.integers() | st.none()).map(
    lambda record: json.dumps(record).encode())
noise = st.binary(max_size=40) | st.text(alphabet='[]{}",:0123456789.eE+-tdszbcfi\\unNaI', max_size=60).map(str.encode)
deep = st.integers(1, 3000).map(lambda n: b'["ok",' + b'{"t":[' * n + b"]}" * n + b",0]")


@st.composite
def result_files(draw: Any) -> bytes:
    """Records, some of them cut, joined or with foreign bytes in them."""
    content = b"\n".join(draw(st.lists(lines | noise | deep, max_size=4)))
    content += draw(st.sampled_from([b"", b"\n", b"\n\n"]))
    for at, patch in draw(st.lists(st.tuples(st.integers(0, 200), st.binary(max_size=3)), max_size=3)):
        content = content[:at] + patch + content[at + draw(st.integers(0, 3)):]
    return content


@given(result_files(), st.integers(-64, 255), st.floats(0, 3), st.booleans())
def decoder(result: bytes, status: int, cpu: float, overdue: bool) -> None:
    """Whatever a child wrote and however it ended, there is one plain observation an input, never a failure of ours."""
    seen = verdict.observations(REQUEST, Ended(status, cpu, True, overdue, result))
    assert len(seen) == 2
    for observation in seen:
        check(observation)


def check(observation: Observation) -> None:
    assert observation.outcome is not Outcome.INFRASTRUCTURE, observation
    assert observation.error.isprintable()
    assert len(observation.error) <= 12 * protocol.MAX_ERROR
    assert observation.outcome is Outcome.OK or observation.value is None
    assert is_plain(observation.value), observation


def is_plain(value: Any) -> bool:
    """Of built-in types alone, all the way down."""
    if type(value) not in PLAIN:
        return False
    if type(value) is dict:
        return all(map(is_plain, value)) and all(map(is_plain, value.values()))
    return not isinstance(value, (list, tuple, set, frozenset)) or all(map(is_plain, value))


def programs(seed: int) -> Iterator[str]:
    """Mutants of the corpus, without end."""
    dice = random.Random(seed)
    corpus = [attack.source[:5000] for attack in ATTACKS.values()] + [honest.SOURCE] * 20
    while True:
        source = dice.choice(corpus)
        for _ in range(dice.randint(1, 4)):
            source = dice.choice(MUTATIONS)(source, dice.choice(corpus), dice)
        yield source


def _drop_a_line(source: str, other: str, dice: random.Random) -> str:
    rows = source.splitlines(keepends=True)
    del rows[dice.randrange(len(rows))]
    return "".join(rows) or source


def _insert_lines(source: str, other: str, dice: random.Random) -> str:
    """Of another program, at the same depth."""
    rows, foreign = source.splitlines(keepends=True), other.splitlines(keepends=True)
    start = dice.randrange(len(foreign))
    return "".join([*rows[:(at := dice.randint(0, len(rows)))], *foreign[start:start + dice.randint(1, 6)], *rows[at:]])


def _append(source: str, other: str, dice: random.Random) -> str:
    return source + "\n" + other


def _swap_a_word(source: str, other: str, dice: random.Random) -> str:
    words, foreign = source.split(" "), other.split()
    words[dice.randrange(len(words))] = dice.choice(foreign or ["pass"])
    return " ".join(words)


def _change_a_number(source: str, other: str, dice: random.Random) -> str:
    digits = [at for at, character in enumerate(source) if character.isdigit()]
    if not digits:
        return source
    at = dice.choice(digits)
    return source[:at] + dice.choice(["0", "-1", "1 << 62", "9" * 30, ".5", "None", "x"]) + source[at + 1:]


def _change_a_character(source: str, other: str, dice: random.Random) -> str:
    at = dice.randrange(len(source))
    return source[:at] + chr(dice.choice([dice.randrange(32, 127), dice.randrange(0x250), 10])) + source[at + 1:]


MUTATIONS = (_drop_a_line, _insert_lines, _append, _swap_a_word, _change_a_number, _change_a_character)
