"""One program in an interpreter of its own: ``python -s -S -P alone.py REQUEST-FD ANSWER-FD SIGNS-FD``.

For systems that have none of Linux's layers, where there is no zygote to fork. Promises resource limits and nothing
else: a program here reads files, uses the network and reaches other processes. Where the request has no content it
binds itself as a program is bound, and says which limits could not be set and which did not hold.

The request is a marshalled tuple ``(kind, limits to leave out, wall seconds, content)``, the content as ``runner``
describes it. On SIGNS-FD it writes how far it came and the CPU seconds that took, as ``signs`` and ``ALONE`` say.
"""

from __future__ import annotations

import json
import marshal
import os
import resource
import signal
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from inside import limits, protocol, scope, signs  # noqa: E402  (found through the line above)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_PROBE_BOUNDS = (5.0, 64 << 20, 4096)
_ORPHAN_SECONDS = 60.0  # beyond twice its wall time, where nobody is left to end it


def main(request: int, answer: int, said: int) -> None:
    step, which = signs.READ, 0
    try:
        kind, left_out, wall_seconds, content = marshal.loads(_all(request))
        names = _names(kind)
        if not content:
            os.write(answer, json.dumps(_probe()).encode())
            return
        source, output_bytes, bounds, how, calls = marshal.loads(content)
        bounding, seconds = limits.of_program(_from_now(bounds), limits.address_space())
        step = signs.LIMITS
        for which, most in bounding:
            if which not in left_out:
                resource.setrlimit(which, (most, most))
        step = signs.TIMER
        signal.setitimer(signal.ITIMER_PROF, seconds)
        signal.setitimer(signal.ITIMER_REAL, 2 * wall_seconds + _ORPHAN_SECONDS)
        step = signs.ANSWER
        from inside import calling, records

        answers = records.Records(answer, output_bytes)
        report = calling.reporter(how, answers)
        os.write(said, protocol.ALONE.pack(signs.REACHED, time.process_time()))
        os.close(said)
    except scope.Unusable as error:
        os.write(answer, json.dumps({"unusable": str(error)}).encode())
        return
    except BaseException as error:
        os.write(said, protocol.ALONE.pack(signs.failure(step, error, which) + signs.TAKEN, time.process_time()))
        return
    calling.serve(answers, calling.load(source, names), report, calls)


def _all(descriptor: int) -> bytes:
    with os.fdopen(descriptor, "rb") as file:
        return file.read()


def _names(kind: dict[str, Any]) -> dict[str, Any]:
    """The globals of a program, everything that it may import loaded."""
    preload = dict(kind["preload"])
    scope.load(kind["modules"], preload.values())
    sys.path.pop(0)
    os.environ.clear()
    return scope.make(kind["builtins"], kind["withheld"], kind["modules"], preload)


def _from_now(bounds: limits.Bounds) -> limits.Bounds:
    cpu_seconds, *others = bounds
    return cpu_seconds + time.process_time(), *others


def _probe() -> dict[str, Any]:
    """The limits that this system does not set, by number with its reason, and what a program could do all the same."""
    sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    from inside import canaries

    unset = {}
    for which, most in limits.of_program(_from_now(_PROBE_BOUNDS), limits.address_space())[0]:
        try:
            resource.setrlimit(which, (most, most))
        except (OSError, ValueError) as error:
            unset[which] = str(error)
    return {"unset": list(unset.items()), "escaped": [said for try_it in canaries.OUTSIDE_LIMITS if (said := try_it())]}


if __name__ == "__main__":
    try:
        main(*map(int, sys.argv[1:]))
    finally:
        os._exit(0)
