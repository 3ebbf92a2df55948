"""Audits of how the run went: does it come out the same again, could everything be read, did anything break."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checkable.core.arm_run import ArmRun
from checkable.core.candidate import Candidate, CheckedCandidate, Outcome
from checkable.core.result import Audit
from checkable.measure.audits.facts import Repeats
from checkable.measure.audits.words import note, ok, some, warning

NOTHING = Repeats(tried=0, different=0)


def determinism(reexecuted: Repeats | None, stored: Repeats = NOTHING) -> Audit:
    """Programs whose output depends on the order of a set, and executions that did not come out as they had before.

    How many stored executions were made again is a matter of chance, so where all agree nothing is said of them.
    """
    said = [_under_another_seed(reexecuted)]
    if stored.different:
        said.append(f"{stored.different} of {stored.tried} stored executions came out differently: "
                    f"{some(stored.named)}")
    changed = stored.different or (reexecuted is not None and reexecuted.different)
    level = warning if changed else note if reexecuted is None else ok
    return level("determinism", "; ".join(said))


def repeatability(reasked: Repeats | None) -> Audit:
    """Greedy completions that come out otherwise when the same engine is asked again."""
    if reasked is None:
        return note("repeatability", "no completion was asked for again: no engine made a greedy one in this run")
    if reasked.problem:
        return note("repeatability", f"no completion could be asked for again: {reasked.problem}")
    if reasked.different:
        return warning("repeatability", f"{reasked.different} of {reasked.tried} greedy completions came out otherwise "
                                        f"when asked again ({reasked.different / reasked.tried:.0%})")
    return ok("repeatability", f"{reasked.tried} greedy completions came out the same when asked again")


def completions(recorded: str) -> Audit:
    """Completions that somebody recorded earlier."""
    if recorded:
        return note("completions", f"recorded completions of {recorded}, not made by this run")
    return ok("completions", "made by an engine of this workspace, now or earlier")


def parsing(runs: Sequence[ArmRun]) -> Audit:
    """Completions that held no answer or no program."""
    found = {run.name: [c.parse_error is not None for c in _candidates(run)] for run in runs}
    said = [f"{arm} {sum(failed)} of {len(failed)}" for arm, failed in found.items() if any(failed)]
    if said:
        return note("parsing", f"candidates that could not be read: {', '.join(said)}")
    return ok("parsing", "every candidate could be read")


def infrastructure(runs: Sequence[ArmRun]) -> Audit:
    """Executions that failed by our fault."""
    failed = {(run.name, case.case.id, checked.candidate.id) for run in runs for case in run.cases
              for checked in case.candidates if _failed_by_us(checked)}
    if failed:
        said = some(sorted(f"{arm}: {case} {candidate}" for arm, case, candidate in failed))
        return warning("infrastructure", f"{len(failed)} candidates whose execution failed by our fault: {said}")
    return ok("infrastructure", "no execution failed by our fault")


def length(ended_by_length: int, of: int) -> Audit:
    """Completions that max_tokens cut off."""
    if of == 0:
        return note("length", "no completion says how it ended")
    if ended_by_length:
        return warning("length", f"{ended_by_length} of {of} completions were cut off by max_tokens")
    return ok("length", f"none of {of} completions was cut off by max_tokens")


def _under_another_seed(reexecuted: Repeats | None) -> str:
    if reexecuted is None:
        return "no program was run again under another hash seed"
    if not reexecuted.different:
        return f"{reexecuted.tried} programs give the same output under another hash seed"
    return (f"{reexecuted.different} of {reexecuted.tried} programs change their output under another hash seed: "
            f"{some(sorted(reexecuted.named))}")


def _candidates(run: ArmRun) -> Iterable[Candidate]:
    return (checked.candidate for case in run.cases for checked in case.candidates)


def _failed_by_us(checked: CheckedCandidate) -> bool:
    return any(o.outcome is Outcome.INFRASTRUCTURE for o in (*checked.on_examples, checked.on_query))
