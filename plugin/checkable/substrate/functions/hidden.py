"""An answer that is not a value but tests: which a program must pass, and what its reference returns.

``answers.py`` of a substrate of functions returns these. Nothing here runs anything: ``measure.hidden`` has them judged
through the sandbox, in which expected values never meet a program.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

Agreement = Literal["equal", "as sets", "whether there is one"]
RELATIVE = 1e-7  # beside an absolute tolerance, as numpy.allclose and EvalPlus take it
FOR_FLOATS = 1e-6  # where a task asks for exact equality and its outputs are floats, as EvalPlus has it


@dataclass(frozen=True, kw_only=True)
class HiddenTests:
    """What only scoring may know of a case that is judged by tests.

    ``tests`` are assert-style texts, ``calls`` positional arguments of further calls, on which a program must return
    what ``reference`` or, where there is one, ``alternative`` returns, ``agreement`` and ``tolerance`` (absolute)
    allowing. ``preamble`` is the case's, ``helpers`` what the tests alone need.
    """

    reference: str
    entry_point: str
    tests: tuple[str, ...] = ()
    preamble: str = ""
    helpers: str = ""
    calls: tuple[tuple[Any, ...], ...] = ()
    agreement: Agreement = "equal"
    tolerance: float = 0.0
    alternative: str = ""


def agrees(output: Any, expected: Any, hidden: HiddenTests) -> bool:
    """Whether an output is as good as the reference's. Values are plain data, so that no comparison runs their code."""
    tolerance = _tolerance(expected, hidden.tolerance)
    return _RULES[hidden.agreement](output, expected) or _close(output, expected, tolerance)


def _same(output: Any, expected: Any) -> bool:
    return bool(output == expected)


def _as_sets(output: Any, expected: Any) -> bool:
    try:
        return set(output) == set(expected)
    except TypeError:
        return False


def _whether(output: Any, expected: Any) -> bool:
    """Tasks that say "return a match": what counts is whether there is one."""
    wanted = expected if isinstance(expected, bool) else expected is not None
    return output == wanted if isinstance(output, bool) else wanted == (output is not None)


_RULES: dict[Agreement, Callable[[Any, Any], bool]] = {
    "equal": _same, "as sets": _as_sets, "whether there is one": _whether}


def _tolerance(expected: Any, declared: float) -> float:
    return FOR_FLOATS if declared == 0 and _floats(expected) else declared


def _floats(value: Any) -> bool:
    if isinstance(value, (list, tuple)):
        return bool(value) and all(isinstance(each, float) for each in value)
    return isinstance(value, float)


def _close(output: Any, expected: Any, tolerance: float) -> bool:
    """Numbers within the tolerance, lists and tuples of them part by part; types must be the same at the top."""
    if tolerance == 0 or type(output) is not type(expected):
        return False
    return _near(output, expected, tolerance)


def _near(output: Any, expected: Any, tolerance: float) -> bool:
    if isinstance(output, (list, tuple)) and isinstance(expected, (list, tuple)):
        return len(output) == len(expected) and all(map(partial(_near, tolerance=tolerance), output, expected))
    if isinstance(output, (int, float)) and isinstance(expected, (int, float)):
        if math.isnan(output) or math.isnan(expected) or math.isinf(output) or math.isinf(expected):
            return output == expected
        return abs(output - expected) <= tolerance + RELATIVE * abs(expected)
    return bool(output == expected)
