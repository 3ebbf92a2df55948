"""How far an experiment is, as one line of text. Pure functions: the clock is the caller's."""

from __future__ import annotations

from checkable.report.figures import compact, number


def line(*, phase: str, done: int, total: int, seconds: float) -> str:
    """``executing 120/250 (48%), 12.3/s, 11 s left`` after ``seconds`` in this phase.

    What cannot be known yet is left out: no share of an unknown total (0), no rate before the
    first is done, no time left before there is a rate.
    """
    parts = [
        f"{phase} {number(done)}/{number(total)} ({_percent(done, total)}%)" if total else f"{phase} {number(done)}"
    ]
    pace = rate(done, seconds)
    if pace is not None:
        parts.append(f"{compact(pace)}/s" if pace >= 0.1 else f"{duration(1 / pace)} each")
    left = remaining(done, total, seconds)
    if left:
        parts.append(f"{duration(left)} left")
    return ", ".join(parts)


def _percent(done: int, total: int) -> int:
    """Whole percent, rounded down: 100 only when all are done."""
    return 100 * done // total


def rate(done: int, seconds: float) -> float | None:
    """Done per second; None before the first is done."""
    return done / seconds if done > 0 and seconds > 0 else None


def remaining(done: int, total: int, seconds: float) -> float | None:
    """Seconds until all are done at the rate so far; None while there is none."""
    pace = rate(done, seconds)
    return None if pace is None else max(0, total - done) / pace


def duration(seconds: float) -> str:
    """``0.42 s``, ``11 s``, ``2 min 05 s``, ``3 h 07 min``."""
    if seconds < 9.95:
        return f"{seconds:.2g} s" if seconds < 1 else f"{seconds:.1f} s"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02d} s"
    minutes = round(seconds / 60)
    return f"{minutes // 60} h {minutes % 60:02d} min"
