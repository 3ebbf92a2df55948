"""Programs executed in a jail: requests of ``core.execution`` in, observations of ``core.candidate`` out.

Promises that no program learns anything but its own inputs, changes anything outside its own child
process, or makes this process wait beyond its limits; and that a failure of the jail itself is told
apart from any failure of a program. Knows nothing of what the programs are for, of answers or of models.
"""

from checkable.execute.isolation import Isolation, IsolationTooWeak
from checkable.execute.requests import NamespaceUnusable
from checkable.execute.sandbox import Sandbox
from checkable.execute.supervisor import SandboxUnavailable

__all__ = ["Isolation", "IsolationTooWeak", "NamespaceUnusable", "Sandbox", "SandboxUnavailable"]
