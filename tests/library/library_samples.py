"""A small algorithm in the form of the library, and ways to spoil it."""

from __future__ import annotations

from pathlib import Path

GOOD = '''from math import gcd


def common_factor(a: int, b: int) -> int:
    """Return the largest number that divides two positive integers.

    Use when: fractions are reduced.
    Complexity: O(log min(a, b)).
    Source: Euclid.
    """
    if a < 1 or b < 1:
        raise ValueError("positive numbers were expected")
    while b:
        a, b = _step(a, b)
    return a


def _step(a: int, b: int) -> tuple[int, int]:
    return b, a % b


EXAMPLES = [((12, 18), 6), ((7, 5), 1), ((4, 4), 4)]
REFUSED = [(0, 1)]


def inputs(random):
    for _ in range(30):
        yield random.randint(1, 60), random.randint(1, 60)


def oracle(a, b):
    return gcd(a, b)


def property_divides_both(result, a, b):
    return a % result == b % result == 0
'''


def put(root: Path, text: str, name: str = "common_factor", topic: str = "numbers") -> Path:
    """Write an algorithm's file below ``root``."""
    path = root / topic / f"{name}.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def spoiled(old: str, new: str) -> str:
    """The good file with one passage replaced, which must be in it."""
    assert old in GOOD
    return GOOD.replace(old, new)
