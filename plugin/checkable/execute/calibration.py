"""Limits fitted to the machine: as many times what the reference needed here as EvalPlus grants.

Where a task is heavy a fixed limit judges the machine. What a program may take therefore grows with what the reference
solution took on the same machine.
"""

from __future__ import annotations

from dataclasses import replace

from checkable.core.execution import Limits

FACTOR = 4.0  # EvalPlus, evalplus/config.py: DEFAULT_GT_TIME_LIMIT_FACTOR
MOST_DOUBLINGS = 6


def calibrated(limits: Limits, reference_cpu_seconds: float) -> Limits:
    """``limits`` with CPU and wall time doubled until the CPU time is at least FACTOR times the reference's.

    Doubling rather than scaling keeps the limits, and so the identity of an execution, equal from run to run. Never
    less than ``limits``, and never more than 64 times as much.
    """
    scale = 1
    while limits.cpu_seconds * scale < FACTOR * reference_cpu_seconds and scale < 1 << MOST_DOUBLINGS:
        scale *= 2
    if scale == 1:
        return limits
    return replace(limits, cpu_seconds=limits.cpu_seconds * scale, wall_seconds=limits.wall_seconds * scale)
