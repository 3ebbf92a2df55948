"""A process that ends with its owner, whatever ends the owner: the controller's side of the guard."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from checkable.engine import guard

TAIL_LINES = 25


class GuardedProcess:
    """``command`` under a guard, its output in ``log``. Ends when ``stop`` is called or this process is gone."""

    def __init__(self, command: Sequence[str], *, environment: Mapping[str, str], log: Path,
                 grace_seconds: float = 10.0) -> None:
        self.log, self._grace = log, grace_seconds
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("wb") as output:
            self._guard = subprocess.Popen(
                [sys.executable, guard.__file__, str(grace_seconds), *command],
                stdin=subprocess.PIPE, stdout=output, stderr=subprocess.STDOUT,
                env={**os.environ, **environment}, start_new_session=True)  # Ctrl-C is for the owner alone

    @property
    def status(self) -> int | None:
        """The exit status of the command, None while it runs."""
        return self._guard.poll()

    def wait(self) -> int:
        return self._guard.wait()

    def stop(self) -> None:
        """End the command and everything that it started; returns when nothing of it is left."""
        assert self._guard.stdin is not None
        self._guard.stdin.close()
        try:
            self._guard.wait(timeout=self._grace + 10)
        except subprocess.TimeoutExpired:
            self._guard.kill()  # the kernel then kills the server itself
            self._guard.wait()

    def tail(self, lines: int = TAIL_LINES) -> str:
        """The end of the log."""
        return "\n".join(self._lines()[-lines:])

    def last_line(self) -> str:
        lines = self._lines()
        return lines[-1].strip() if lines else ""

    def _lines(self) -> list[str]:
        with self.log.open("rb") as file:
            file.seek(max(0, self.log.stat().st_size - 20_000))
            text = file.read().decode("utf-8", errors="replace")
        return [line for line in text.replace("\r", "\n").splitlines() if line.strip()]
