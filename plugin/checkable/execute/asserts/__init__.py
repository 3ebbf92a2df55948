"""Assert-style tests judged from outside: record, run, replay.

Promises that no expected value is ever where the program runs. ``record`` runs the tests once with the reference and
keeps the arguments of every call. ``run`` calls a program with those arguments, in one child that holds nothing else.
``replay`` runs the real tests in another child, without the program, handing out what the program returned.
Tests for which this does not even accept the reference are labelled, with the reason, and never judged otherwise.
``explore`` and ``observe`` do the same for tests that may be seen, where there is no reference to record.
Knows nothing of which tests are visible and which hidden: whoever holds the texts decides what to show.
"""

from checkable.execute.asserts.judging import judge, judge_many
from checkable.execute.asserts.recording import record
from checkable.execute.asserts.suite import Judged, Recording, Suite
from checkable.execute.asserts.visible import explore, observe

__all__ = ["Judged", "Recording", "Suite", "explore", "judge", "judge_many", "observe", "record"]
