"""What the sandbox's processes use and leave, seen through /proc."""

from __future__ import annotations

import os
import resource
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


def descendants(pid: int) -> list[int]:
    """All processes below ``pid``."""
    try:
        children = [int(word) for task in Path(f"/proc/{pid}/task").iterdir()
                    for word in (task / "children").read_text().split()]
    except OSError:
        return []
    return [*children, *(below for child in children for below in descendants(child))]


def born(pid: int) -> int:
    """When a process started, in ticks since boot: with its number, what tells it from a later one. 0 if it is gone."""
    fields = _read(pid, "stat").decode(errors="replace").rpartition(") ")[2].split()
    return int(fields[19]) if fields and fields[0] != "Z" else 0


def sandbox_processes(pid: int = 0) -> list[int]:
    """Guards, zygotes and programs below ``pid`` (this process if 0)."""
    return [found for found in descendants(pid or os.getpid()) if b"inside/start.py" in _read(found, "cmdline")]


def cpu_seconds() -> float:
    """Of this process and of all sandbox processes below it, their ended children included."""
    own = resource.getrusage(resource.RUSAGE_SELF)
    ticks = 0
    for pid in sandbox_processes():
        fields = _read(pid, "stat").decode().rpartition(") ")[2].split()
        ticks += sum(map(int, fields[11:15])) if fields else 0
    return own.ru_utime + own.ru_stime + ticks / _TICKS


def page_faults(pid: int) -> int:
    """Those that needed no disk, of a process and of its ended children."""
    fields = _read(pid, "stat").decode().rpartition(") ")[2].split()
    return int(fields[7]) + int(fields[8]) if fields else 0


def resident_kb(pid: int) -> int:
    lines = _read(pid, "status").decode().splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS:")), 0)


def memory_files(pid: int) -> int:
    """Open files of the sandbox that are in memory alone."""
    found = 0
    try:
        for link in Path(f"/proc/{pid}/fd").iterdir():
            found += "checkable-" in os.readlink(link)
    except OSError:
        pass  # a process or a descriptor that has gone meanwhile
    return found


def _read(pid: int, name: str) -> bytes:
    try:
        return Path(f"/proc/{pid}/{name}").read_bytes()
    except OSError:
        return b""
