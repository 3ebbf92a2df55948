"""What judges an algorithm on inputs that are made up: its text is executed after the algorithm's, in one child.

Stands alone for that reason: it imports the standard library only and finds the algorithm in its globals.
``same`` judges the examples as well, outside, where the child holds no expected value.
"""

import copy
import math
import random
from typing import Any


def same(left: Any, right: Any) -> bool:
    """Equal in value and in every type; floats to nine digits, since ways of adding up differ."""
    if type(left) is not type(right):
        return False
    if isinstance(left, float):
        return math.isclose(left, right, rel_tol=1e-9, abs_tol=1e-9) or (math.isnan(left) and math.isnan(right))
    if isinstance(left, list | tuple):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, dict):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    return left == right


def checkable_trial(request: tuple[str, bool, tuple[str, ...], int]) -> tuple[int, str]:
    """How many inputs were tried, and the first complaint ("" for none)."""
    name, has_oracle, properties, seed = request
    scope = globals()
    tried = 0
    for arguments in scope["inputs"](random.Random(seed)):
        given = copy.deepcopy(arguments)
        result = scope[name](*arguments)
        shown = f"({', '.join(map(repr, given))})"[:300]
        if not same(arguments, given):
            return tried, f"{name}{shown} changes its arguments"
        if has_oracle and not same(result, expected := scope["oracle"](*copy.deepcopy(given))):
            return tried, f"{name}{shown} is {result!r:.200}, the oracle says {expected!r:.200}"
        for claim in properties:
            if scope[claim](copy.deepcopy(result), *copy.deepcopy(given)) is not True:
                return tried, f"{claim} does not hold: {name}{shown} is {result!r:.200}"
        tried += 1
    return tried, ""
