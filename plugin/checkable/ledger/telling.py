"""The ledger as lines of text: claims by status with the numbers that decided, moves, and the queue.

Plain text for a terminal or a file, wrapped to a width; no colour, no HTML.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from checkable.core.claims import STATUSES, Evidence, Overview, Proposal, Standing, Transition
from checkable.measure.wording import interval, points

ARROW = "→"


def claims(seen: Overview, *, width: int, program: str | None = None, evidence: bool = False) -> Iterator[str]:
    """Every claim under its status, those of one program only if it is named."""
    yield _head(seen)
    if not seen.runs:
        yield from _wrap("nothing was run here yet: 'make replay' executes what others published and reads the "
                         "outcomes that they recorded (with the published data or a network)", width, 0, 2)
    for status in STATUSES:
        of = [s for s in seen.of_status(status) if program is None or program in s.claim.programs]
        if of:
            yield from ("", f"{status} ({len(of)})")
            for standing in of:
                yield from _standing(standing, width, evidence)
    yield from moves(seen.transitions, width)
    yield from _problems(seen, width)


def moves(transitions: Sequence[Transition], width: int) -> Iterator[str]:
    """Every move and what caused it. Nothing where nothing moved."""
    if transitions:
        yield from ("", "moves, the latest first")
    for move in transitions:
        run = f", run {move.run_id}" if move.run_id else ""
        yield from _wrap(f"{_mark(move)} {move.at[:10]}  {move.claim}: {move.before} {ARROW} {move.after}"
                         f" ({move.cause or 'no cause is known'}{run})", width, 2, 6)


def queue(proposals: Sequence[Proposal], width: int) -> Iterator[str]:
    """The proposals, one line each and their question below."""
    for proposal in proposals:
        yield f"{proposal.priority} {proposal.effort:6}  {proposal.id}"
        yield from _wrap(proposal.question, width, 11, 11)


def _head(seen: Overview) -> str:
    return (f"{len(seen.standings)} claims of {len(seen.programs)} research programs, {seen.runs} records in the ledger"
            f" ({seen.not_evidence} of them no evidence), {len(seen.proposals)} proposals")


def _standing(standing: Standing, width: int, evidence: bool) -> Iterator[str]:
    since = f" since {standing.since[:10]}" if standing.since else ""
    yield f"  {standing.claim.id}{since}"
    yield from _wrap(standing.claim.statement, width, 4, 4)
    yield from _wrap(standing.why, width, 4, 6)
    if standing.disagrees:
        yield from _wrap(f"! written down as {standing.claim.typed_status}: the numbers disagree", width, 4, 6)
    if standing.p_value is not None and standing.q_value is not None:
        yield from _wrap(_across(standing), width, 4, 6)
    for each in standing.over_seeds:
        yield from _wrap(f"over {each.seeds} seeds of {each.experiment}: {points(each.difference.value)} points "
                         f"{interval(each.difference)}, {each.difference.method}", width, 4, 6)
    if standing.missing:
        yield from _wrap(f"missing: {'; '.join(standing.missing)}", width, 4, 6)
    shown = standing.evidence if evidence else standing.stale
    for each in shown:
        yield from _wrap(_evidence(each), width, 4, 6)


def _across(standing: Standing) -> str:
    """The p that decided, and the q that it has among all claims."""
    said = (f"p = {standing.p_value:.2g} by Holm within the run, "
            f"q = {standing.q_value:.2g} over the claims of the ledger")
    return f"! {said}: among so many claims, chance may have left this one" if standing.chance_finding else said


def _evidence(each: Evidence) -> str:
    state = "counts" if each.counts else "; ".join((*each.stale, *each.flags)) or "given way"
    label = "stale" if each.stale else each.bearing
    return f"- {label}: {each.experiment} {each.item}, {each.started[:10]}, run {each.run_id} ({each.source}): {state}"


def _problems(seen: Overview, width: int) -> Iterator[str]:
    if seen.problems:
        yield from ("", "what could not be used")
    for problem in seen.problems:
        where = problem.path if problem.line is None else f"{problem.path}:{problem.line}"
        yield from _wrap(f"! {where}: {problem.text}", width, 2, 6)


def _mark(move: Transition) -> str:
    return {"promotion": "+", "demotion": "-", "turn": "~"}[move.direction]


def _wrap(text: str, width: int, first: int, rest: int) -> list[str]:
    return textwrap.wrap(text, max(width, 40), initial_indent=" " * first, subsequent_indent=" " * rest,
                         break_long_words=False, break_on_hyphens=False)
