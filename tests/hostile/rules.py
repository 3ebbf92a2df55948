"""What hostile programs find in scope, and the limits they run under. Executes nothing when it is imported."""

from __future__ import annotations

from checkable.core.execution import Limits, Namespace

NAMESPACE = Namespace(name="reaching", modules=(
    "_io", "_thread", "atexit", "builtins", "codecs", "collections", "ctypes", "decimal", "fcntl", "gc", "importlib",
    "inspect", "io", "itertools", "json", "locale", "logging", "math", "mmap", "multiprocessing", "os", "pwd",
    "random", "re", "resource", "select", "signal", "socket", "subprocess", "sys", "threading", "time", "types",
    "urllib.request", "weakref", "zlib"))
BRIEF = Limits(cpu_seconds=0.2, wall_seconds=0.8, memory_mb=64, output_bytes=100_000)
PATIENT = Limits(cpu_seconds=60.0, wall_seconds=240.0, memory_mb=64, output_bytes=100_000)  # however slow this is
