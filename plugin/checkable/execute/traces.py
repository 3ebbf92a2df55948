"""From the two records of a traced call to a Trace. What the child wrote may be forged; its shape is checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from checkable.core.candidate import Observation, Outcome
from checkable.core.trace import Step, Trace

_NOT_REACHED = (Outcome.REFUSED, Outcome.EXCEPTION)  # so no step is missing


def read_trace(observations: Sequence[Observation]) -> Trace:
    """The trace, empty where the program was not reached, ended before it was written down, or wrote rubbish."""
    written, ended = observations
    if not written.ok:  # it could not be loaded, or was ended: no record of its value follows
        return Trace(steps=(), truncated=written.outcome not in _NOT_REACHED, ended=written)
    match written.value:
        case (list(steps), bool(truncated)) if type(written.value) is tuple:
            made = [step for step in map(_step, steps) if step is not None]
            if len(made) == len(steps):
                return Trace(steps=tuple(made), truncated=truncated, ended=ended)
    error = "the program wrote into its own result: not a trace"
    return Trace(steps=(), truncated=True, ended=replace(ended, outcome=Outcome.WRONG_SHAPE, value=None, error=error))


def _step(plain: Any) -> Step | None:
    match plain:
        case ("line" | "return" | "raise" as event, int(line), str(function), int(depth), dict(variables), dict(others),
              value):
            return Step(event=event, line=line, function=function, depth=depth, variables=variables, others=others,
                        value=value)
    return None
