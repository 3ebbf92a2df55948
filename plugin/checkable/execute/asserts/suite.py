"""The tests of one case, what was recorded of them, and what they say of one program."""

from __future__ import annotations

from dataclasses import dataclass

from checkable.core.candidate import Outcome
from checkable.core.execution import Call


@dataclass(frozen=True, kw_only=True)
class Suite:
    """Assert-style tests, each a text of statements, judged apart and run in order in one scope.

    ``setup`` is run in that scope first: imports, helpers, MBPP's ``test_setup_code``. The tests call functions of
    the program by name, or hand them on by name, as HumanEval's ``check(entry_point)`` does.
    """

    tests: tuple[str, ...]
    setup: str = ""


@dataclass(frozen=True, kw_only=True)
class Recording:
    """The calls that each test of ``suite`` makes, in order, as the reference was called.

    ``labels`` say per test why it cannot be judged from outside, None where it can. ``functions`` are the names
    that the tests call. ``cpu_seconds`` is what the reference took for all calls together on this machine.
    """

    suite: Suite
    functions: tuple[str, ...]
    calls: tuple[tuple[Call, ...], ...]
    labels: tuple[str | None, ...]
    cpu_seconds: float

    @property
    def judgeable(self) -> bool:
        """Whether every test can be judged from outside."""
        return not any(self.labels)


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What one test says of one program.

    ``passed`` is None where the test cannot be judged from outside; ``reason`` then says why. ``outcome`` is how the
    program's calls in the test ended: OK where all returned, else the first that did not; a test may expect an
    exception, and so pass with one.
    """

    passed: bool | None
    outcome: Outcome
    reason: str = ""
