"""From evidence to a status: the rules of docs/ledger.md, and nothing that a person typed.

confirmed: a run beats the base and every required control, it was executed here, and it is
replicated. promising: the base is beaten, and something of that is missing. negative: the interval
of the difference lies below the smallest effect of interest. open: anything else, also where
evidence disagrees. retired: a person gave the claim up.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from checkable.core.claims import Bearing, Claim, Contrast, Evidence, Source, Status
from checkable.measure.wording import points

SEEDS = 3  # that a trained arm owes
REWARD_SEEDS = 5  # that a control trained on a shuffled reward owes: such controls vary more than arms
SETTINGS = 2  # substrates or data splits that an untrained arm owes
Verdict = tuple[Status, str, tuple[str, ...], Evidence | None]  # status, why, what is missing, what decided
_LABELS: dict[Source, str] = {"executed": "", "recorded completions": " (recorded completions)",
                              "recorded outcomes": " (outcomes that others recorded)"}
_STRENGTH: tuple[Bearing, ...] = ("supports", "refutes", "leans", "undecided", "silent")


@dataclass(frozen=True, kw_only=True)
class Decision:
    """A status with its reasons. ``counted`` are the run ids it was decided with, ``by`` the one that says most."""

    status: Status
    why: str
    missing: tuple[str, ...]
    counted: frozenset[str]
    by: Evidence | None


def decide(claim: Claim, evidence: Sequence[Evidence]) -> Decision:
    """Where the claim stands on this evidence, in which no run supersedes another."""
    counted = counting(evidence)
    status, why, missing, by = _retired(claim) or _decided(claim, counted, evidence)
    return Decision(status=status, why=why, missing=missing, counted=frozenset(e.run_id for e in counted), by=by)


def counting(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """What a status is decided with: fresh and unflagged; recorded outcomes give way to execution."""
    usable = tuple(e for e in evidence if not e.stale and not e.flags and e.bearing != "silent")
    executed = tuple(e for e in usable if e.source != "recorded outcomes")
    return executed or usable


def _retired(claim: Claim) -> Verdict | None:
    if claim.retired is None:
        return None
    return "retired", f"{claim.retired.by} retired it on {claim.retired.on}: {claim.retired.reason}", (), None


def _decided(claim: Claim, counted: Sequence[Evidence], every: Sequence[Evidence]) -> Verdict:
    if not counted:
        return "open", _nothing(every), (_wanted(every),), None
    of = {bearing: [e for e in counted if e.bearing == bearing] for bearing in _STRENGTH}
    best = strongest(counted)
    if of["refutes"] and (of["supports"] or of["leans"]):
        against = strongest(of["refutes"])
        ahead = strongest([*of["supports"], *of["leans"]])
        return "open", f"the evidence disagrees: {_told(ahead)}; yet {_told(against)}", (
            "a narrower claim, or an experiment that tells the two apart",), ahead
    if refuting := [e for e in (*of["supports"], *of["leans"]) if any(s.bearing == "refutes" for s in e.seeds)]:
        return "open", f"its seeds disagree: {_told(strongest(refuting))}", (
            "what tells its seeds apart, or a training that depends less on them",), strongest(refuting)
    if of["refutes"]:
        against = strongest(of["refutes"])
        return "negative", f"{_refuted(claim)}: {_told(against)}{_at_most(claim, against)}", (), against
    if not (of["supports"] or of["leans"]):
        return "open", f"not decided: {_told(best)}{_at_most(claim, best)}", _lacking(claim, best), best
    missing = (*_lacking(claim, best), *_unreplicated(claim, of["supports"], counted))
    return ("promising" if missing else "confirmed"), _told(best), missing, best


def strongest(evidence: Sequence[Evidence]) -> Evidence:
    """The one that says most: by bearing, number of cases and p-value against the base, then the latest."""
    return max(evidence, key=lambda e: (-_STRENGTH.index(e.bearing), e.cases,
                                        -e.contrasts[0].p_value if e.contrasts else 0.0, e.started))


def _told(evidence: Evidence) -> str:
    return f"{evidence.sentence}{_LABELS[evidence.source]}"


def _at_most(claim: Claim, evidence: Evidence) -> str:
    """What the difference from the base hardly exceeds, which is what evidence that shows none is worth."""
    base = evidence.contrasts[0] if evidence.contrasts else None
    if base is None or math.isnan(base.ceiling):
        return ""
    said = f"; at most {points(base.ceiling)} points at 95%"
    if claim.smallest_effect is None:
        return said
    does = "rules out" if base.ceiling < claim.smallest_effect else "does not rule out"
    return f"{said}, which {does} the smallest effect of interest ({points(claim.smallest_effect)})"


def _refuted(claim: Claim) -> str:
    if claim.smallest_effect is None:
        return "a criterion failed"
    return "the difference lies below the smallest effect of interest"


def _nothing(every: Sequence[Evidence]) -> str:
    """Why there is nothing to decide with."""
    if not every:
        return "no complete run bears on it"
    latest = max(every, key=lambda e: e.started)
    reason = "; ".join(latest.stale or latest.flags) or "it lacks an arm that the claim names"
    others = f" and {len(every) - 1} more" if len(every) > 1 else ""
    return f"nothing counts: {latest.experiment}{others}: {reason}"


def _wanted(every: Sequence[Evidence]) -> str:
    stale = sorted({e.experiment for e in every if e.stale and not e.flags})
    if stale:
        return f"run again: {', '.join(stale)}"
    return ("a run without what these were set aside for" if any(e.flags for e in every)
            else "a complete run of an experiment that carries the claim")


def _lacking(claim: Claim, best: Evidence) -> tuple[str, ...]:
    """What the strongest run lacks for supporting the claim."""
    unbeaten = [_unbeaten(contrast) for contrast in best.contrasts if not contrast.beaten]
    missing = [*unbeaten, *(f"a run with the control {name}" for name in best.lacking)]
    if claim.arm is None and best.bearing == "undecided":
        missing.append("every criterion held")
    return tuple(missing)


def _unbeaten(contrast: Contrast) -> str:
    said = f"beat {contrast.against}"
    if contrast.needed and contrast.needed > contrast.cases:
        return f"{said}, for which about {contrast.needed} cases are needed"
    if contrast.difference.value > 0 and not contrast.difference.low > 0:
        return f"{said} with an interval above 0, for which more than {contrast.families} families are needed"
    return said


def _unreplicated(claim: Claim, supports: Sequence[Evidence], counted: Sequence[Evidence]) -> tuple[str, ...]:
    missing = []
    if all(e.source == "recorded outcomes" for e in counted):
        missing.append("execution: outcomes that others recorded confirm nothing")
    if claim.trained:
        missing += _supporting(supports, counted)
    elif len(settings := {(e.substrate, e.split) for e in supports}) < SETTINGS:
        missing.append("a second substrate or data split" if settings else "a run that supports it, on two settings")
    for control in claim.reward_controls:
        seen = {seed for e in counted for seed in e.seeds_of(control)}
        missing += _seeds(f"the shuffled-reward control {control}", len(seen), REWARD_SEEDS)
    return tuple(missing)


def _supporting(supports: Sequence[Evidence], counted: Sequence[Evidence]) -> list[str]:
    """Enough seeds by themselves, and not the few good ones of many."""
    supporting = {seed for e in supports for seed in e.supporting}
    tried = {seed for e in counted for seed in e.tried}
    few = _seeds("the trained arm that support it", len(supporting), SEEDS)
    most = [] if 2 * len(supporting) > len(tried) or few else [f"most of its seeds: {len(supporting)} of {len(tried)}"]
    return few + most


def _seeds(what: str, known: int, owed: int) -> list[str]:
    return [] if known >= owed else [f"{owed} seeds of {what}: there {'is' if known == 1 else 'are'} {known}"]
