"""A process on a host that is weaker than this one: ``python host_process.py PLUGIN REFUSED``, one attack a line.

``REFUSED`` names system calls that the host refuses, separated by commas. The first line out says what isolation is
in force; each line in is a program with its limits, each line out what was seen of it and of the honest program after
it, and what it left behind.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

sys.path[:0] = [sys.argv[1], str(Path(__file__).parents[1] / "execute")]

import honest  # noqa: E402
from execute_helpers import zygotes  # noqa: E402
from rules import BRIEF, NAMESPACE, PATIENT  # noqa: E402

from checkable.core.candidate import Observation  # noqa: E402
from checkable.core.execution import Limits, Program  # noqa: E402
from checkable.execute import Isolation, IsolationTooWeak, Sandbox  # noqa: E402
from checkable.execute.inside import kernel, protocol, seccomp  # noqa: E402
from checkable.execute.isolation import require  # noqa: E402

NAMES = ("/tmp", "/dev/shm", "/var/tmp", ".")


def main() -> None:
    if refused := tuple(filter(None, sys.argv[2].split(","))):
        kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
        seccomp.load(seccomp.refusing(kernel.architecture(), refused))
    with Sandbox(minimum_level=0) as sandbox:  # the host may be made to refuse layers
        isolation = sandbox.isolation
        _say({"level": isolation.level, "summary": isolation.summary, "refused": isolation.refused,
              "user": os.geteuid(), "too_weak": _too_weak(isolation)})
        for line in sys.stdin:
            _say(_attack(sandbox, **json.loads(line)))


def _too_weak(isolation: Isolation) -> str:
    """What is said to somebody who asks for one level more."""
    try:
        require(isolation, isolation.level + 1)
    except IsolationTooWeak as error:
        return str(error)
    return ""


def _attack(sandbox: Sandbox, source: str, question: int, brief: bool) -> dict[str, object]:
    _honest(sandbox)  # so that the zygote is there
    before, open_before = zygotes(), _descriptors()
    seen = _run(sandbox, source, question, BRIEF if brief else PATIENT)
    after = _honest(sandbox)
    return {
        "outcome": seen.outcome, "error": seen.error, "value": protocol.encode(seen.value),
        "honest": [after.outcome, after.error, protocol.encode(after.value)], "same_zygote": zygotes() == before,
        "descriptors": _descriptors() - open_before,
        "files": [f"{folder}/{name}" for folder in NAMES for name in os.listdir(folder) if "checkable-hostile" in name]}


def _run(sandbox: Sandbox, source: str, question: object, limits: Limits) -> Observation:
    [seen] = sandbox.run(Program(source=source, entry_point="f", namespace=NAMESPACE, limits=limits), [question])
    return seen


def _honest(sandbox: Sandbox) -> Observation:
    return _run(sandbox, honest.SOURCE, honest.INPUT, PATIENT)


def _descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))


def _say(what: dict[str, object]) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    main()
