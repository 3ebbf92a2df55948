"""From how a child ended and what it wrote to one observation per input.

Nothing the child wrote can make a run look like a failure of ours, or like anything that the
kernel's account of it contradicts: CPU time and signals are judged first.
"""

from __future__ import annotations

import signal
from typing import Any

from checkable.core.candidate import Observation, Outcome
from checkable.execute.decoding import Malformed, parse, value_of
from checkable.execute.inside import protocol
from checkable.execute.requests import Request
from checkable.execute.supervisor import Ended

_TOLD_BY_CHILD = ("ok", "wrong-shape", "exception", "memory", "output", "refused")
_CPU_SLACK = 0.1  # seconds of CPU time that a child may spend before its program starts
_ENDED_BY_TIMER = (-signal.SIGPROF, -signal.SIGXCPU)


def observations(request: Request, ended: Ended) -> list[Observation]:
    """One per input, in order. The child must have ``started``."""
    told = _within_time(request, _read(ended.result, request.count, ended.cpu_seconds))
    unseen = ended.cpu_seconds - sum(o.cpu_seconds for o in told)
    if len(told) < request.count:
        return [*told, *[_unfinished(request, ended, max(0.0, unseen))] * (request.count - len(told))]
    if ended.cpu_seconds > request.limits.cpu_seconds + _CPU_SLACK and unseen > _CPU_SLACK:
        return [_timeout(request, ended.cpu_seconds)] * request.count  # it hid what it took: nothing of it counts
    return told


def _within_time(request: Request, told: list[Observation]) -> list[Observation]:
    """Whatever was finished after the CPU time was used up is a timeout; the limit is for all inputs together."""
    judged, spent = [], 0.0
    for observation in told:
        spent += observation.cpu_seconds
        late = spent > request.limits.cpu_seconds
        judged.append(_timeout(request, observation.cpu_seconds) if late else observation)
    return judged


def waited(request: Request, ended: Ended) -> bool:
    """Whether the child was ended for its wall time while it had CPU time left: it may have waited for others."""
    return ended.overdue and ended.cpu_seconds < request.limits.cpu_seconds - _CPU_SLACK


def infrastructure(request: Request, why: str) -> list[Observation]:
    return [Observation(outcome=Outcome.INFRASTRUCTURE, error=why)] * request.count


def _unfinished(request: Request, ended: Ended, cpu: float) -> Observation:
    """What happened on an input that has no record."""
    limits = request.limits
    out_of_time = ended.status == -signal.SIGKILL and ended.cpu_seconds >= limits.cpu_seconds - _CPU_SLACK
    if ended.status in _ENDED_BY_TIMER or out_of_time:
        return _timeout(request, cpu)
    if ended.overdue:
        return Observation(outcome=Outcome.TIMEOUT, cpu_seconds=cpu, error=f"more than {limits.wall_seconds:g} s")
    if ended.status == -signal.SIGXFSZ:
        return Observation(outcome=Outcome.OUTPUT, cpu_seconds=cpu, error=f"more than {limits.output_bytes} bytes")
    if ended.status < 0:
        return Observation(outcome=Outcome.KILLED, cpu_seconds=cpu, error=f"ended by {_signal_name(-ended.status)}")
    return Observation(outcome=Outcome.KILLED, cpu_seconds=cpu,
                       error=f"left before it returned (exit status {ended.status})")


def _timeout(request: Request, cpu: float) -> Observation:
    return Observation(outcome=Outcome.TIMEOUT, cpu_seconds=cpu,
                       error=f"more than {request.limits.cpu_seconds:g} s of CPU time")


def _read(result: bytes, count: int, cpu: float) -> list[Observation]:
    """The records; a last line that was cut off is none. A program that wrote lines of its own gets no value."""
    *lines, _ = result.split(b"\n", count + 1)
    if len(lines) > count:
        return [_tampered("more records than inputs")] * count
    return [_observe(line, cpu) for line in lines]


def _observe(line: bytes, cpu: float) -> Observation:
    try:
        text = line.decode("ascii")
        outcome, content, seconds = _fields(text)
        seconds = min(seconds, cpu)
        if outcome is Outcome.OK:
            return Observation(outcome=outcome, value=value_of(content, text), cpu_seconds=seconds)
        return Observation(outcome=outcome, error=clean(content), cpu_seconds=seconds)
    except ValueError as error:  # Malformed is one, and so is what is not ASCII
        return _tampered(clean(str(error)))


def _fields(line: str) -> tuple[Outcome, Any, float]:
    """A record's outcome, value or error, and seconds. Raises Malformed."""
    match parse(line):
        case [str(word), content, int() | float() as seconds] if word in _TOLD_BY_CHILD and 0 <= seconds < 1e6:
            if word == Outcome.OK or type(content) is str:
                return Outcome(word), content, float(seconds)
    raise Malformed("not a record")


def _tampered(why: str) -> Observation:
    return Observation(outcome=Outcome.WRONG_SHAPE, error=f"the program wrote into its own result: {why}")


def clean(text: str) -> str:
    """One bounded line that is safe to print: no control, direction or surrogate character survives."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii")
                   for c in text[:protocol.MAX_ERROR])


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
