"""How far an experiment is, as one line of text. Pure functions: the clock is the caller's."""

from __future__ import annotations

from checkable.core.progress import Progress
from checkable.report.figures import compact, number
from checkable.report.text import clip, one_line

WAITING = 80  # cells of what a phase waits for: the end of a log can be long


def line(progress: Progress, *, seconds: float) -> str:
    """``evidence for gate 120/250 (48%), 12.3/s, 11 s left`` after ``seconds`` in this phase.

    Where completions are counted it is their rate that is told: ``generate 0/16 (0%), 37 completions, 1.2/s``.
    Of a phase that waits it is told what for. What cannot be known yet is left out: no share of an unknown total
    (0), no rate before the first is done.
    """
    if progress.waiting:
        return f"{_share(progress)}, {clip(one_line(progress.waiting), WAITING, '…')}"
    parts = [_share(progress)]
    if progress.detail:
        parts.append(clip(one_line(progress.detail), WAITING, "…"))
    if progress.completions is not None:
        parts.append(f"{number(progress.completions)} completion{'' if progress.completions == 1 else 's'}")
    parts += _pace(progress.done if progress.completions is None else progress.completions, seconds)
    if left := remaining(progress, seconds):
        parts.append(f"{duration(left)} left")
    return ", ".join(parts)


def _share(progress: Progress) -> str:
    done, total = progress.done, progress.total
    return f"{progress.phase} {number(done)}" + (f"/{number(total)} ({_percent(done, total)}%)" if total else "")


def _pace(done: int, seconds: float) -> list[str]:
    pace = rate(done, seconds)
    if pace is None:
        return []
    return [f"{compact(pace)}/s" if pace >= 0.1 else f"{duration(1 / pace)} each"]


def _percent(done: int, total: int) -> int:
    """Whole percent, rounded down: 100 only when all are done."""
    return 100 * done // total


def rate(done: int, seconds: float) -> float | None:
    """Done per second; None before the first is done."""
    return done / seconds if done > 0 and seconds > 0 else None


def remaining(progress: Progress, seconds: float) -> float | None:
    """Seconds until all are done at the rate so far; None while there is none.

    Items that run side by side end together: until as many are done as run at once there is no rate to go by.
    """
    pace = rate(progress.done, seconds) if progress.done >= progress.at_once else None
    return None if pace is None else max(0, progress.total - progress.done) / pace


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
