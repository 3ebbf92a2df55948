"""Programs executed in a jail: requests of ``core.execution`` in, observations of ``core.candidate`` out.

Promises that no program learns anything but its own inputs, changes anything outside its own child
process, or makes this process wait beyond its limits; and that a failure of the jail itself is told
apart from any failure of a program. Knows nothing of what the programs are for, of answers or of models.

What is covered: files, network, other processes, the zygote, the programs before and after, the results of others,
CPU time, wall time, memory, output, processes, descriptors. A program is held by the kernel, not by Python: what it
finds in scope is a convenience, and walking the object graph gets it no further.

What is not: bugs of the kernel itself, and of the processor (a program can measure time as finely as it likes);
cgroups are not used, so memory is bounded per program and not for all together; at level 0 files, network and other
processes are open. A program writes its own result and can make up any value that it could also
have returned, which is why expected values are never where it runs. Linux on x86-64 and aarch64, Python 3.11 to
3.13; other architectures have level 0; macOS has plain processes with limits (``plain``), by explicit choice of level 0
alone; other systems are refused.

Read in this order: ``sandbox`` (what is asked of the room), ``requests`` and ``verdict`` (the way in and out),
``supervisor`` with ``processes`` (a zygote from outside), ``inside/zygote``, ``inside/serving`` and ``inside/runner``
(from within).
``asserts`` judges assert-style tests from outside; ``store`` remembers.
"""

from checkable.execute.calibration import calibrated
from checkable.execute.isolation import Isolation, IsolationTooWeak
from checkable.execute.requests import NamespaceUnusable
from checkable.execute.sandbox import MINIMUM_LEVEL, Sandbox
from checkable.execute.store import ExecutionStore, ExecutionStoreError, Resampled
from checkable.execute.supervisor import SandboxUnavailable

__all__ = ["MINIMUM_LEVEL", "ExecutionStore", "ExecutionStoreError", "Isolation", "IsolationTooWeak",
           "NamespaceUnusable", "Resampled", "Sandbox", "SandboxUnavailable", "calibrated"]
