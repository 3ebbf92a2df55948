"""Audits of how much the numbers can carry: power, families, seeds, checkpoints, commit rates."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

from checkable.core.completion import Sampling
from checkable.core.expression import Expression, Metric, beats_in, parts
from checkable.core.result import Audit
from checkable.core.scored import Comparison, ScoredArm
from checkable.measure import estimates
from checkable.measure.audits.facts import Learning
from checkable.measure.audits.words import note, ok, warning
from checkable.measure.paired import ALPHA
from checkable.measure.power import MOST_CASES

NOTHING_LEARNED = Learning()
ABOUT_COMMITTING = ("commits", "commit_rate", "precision", "abstentions")
TRAINED_SEEDS, SHUFFLED_SEEDS = 3, 5  # shuffled rewards gave from .37 to .80 over seeds


def power(comparisons: Sequence[Comparison], criteria: Sequence[Expression] = (), *, judged: bool = False) -> Audit:
    """Comparisons that look ahead but cannot be shown with this many cases; a warning where a criterion needs one."""
    short = {(c.arm, c.base): text for c in comparisons if (text := _too_few(c))}
    wanted = {frozenset((b.left, b.right)) for e in criteria for b in beats_in(e)} if judged else set()
    if not comparisons:
        return note("power", "nothing is compared")
    if short:
        level = warning if any(frozenset(pair) in wanted for pair in short) else note
        return level("power", f"too few cases to show a difference with 80% power: {'; '.join(short.values())}")
    return ok("power", "no comparison is ahead without being shown")


def families(comparisons: Sequence[Comparison], scored: Sequence[ScoredArm]) -> Audit:
    """Differences that are only there if the cases of a family count as independent findings."""
    cases = len(scored[0].cases) if scored else 0
    of = len({case.family for case in scored[0].cases}) if scored else 0
    if of == cases:
        return ok("families", f"each of the {cases} cases is a family of its own")
    if of == 1:
        return warning("families", f"all {cases} cases are of one family: nothing is said about others")
    lost = [_clustered(c) for c in comparisons if c.p_adjusted < ALPHA and not _survives(c)]
    if lost:
        return warning("families", f"shown case by case, not over the {of} families: {'; '.join(lost)}")
    return ok("families", f"{cases} cases in {of} families; what is shown is shown over families too")


def seeds(used: Collection[int], sampling: Mapping[str, Collection[Sampling]], learning: Learning = NOTHING_LEARNED, *,
          varies: bool = False) -> Audit:
    """One seed is one draw: of sampled completions, and all the more of a training run."""
    few = [text for arm in sorted(learning.trainings) if (text := _few_seeds(arm, learning))]
    if few:
        return warning("seeds", f"too few training seeds: {', '.join(few)}")
    decodings = [s for of_arm in sampling.values() for s in of_arm]
    if not decodings:
        return note("seeds", "the decoding is not known, so neither is how much one seed matters")
    if all(s.temperature == 0 for s in decodings):
        return ok("seeds", "greedy decoding: no seed to vary")
    if len(set(used)) > 1:
        return ok("seeds", f"{len(set(used))} sampling seeds")
    if varies:
        return note("seeds", "sampled completions under one seed; the spec's other items have other seeds")
    return warning("seeds", "sampled completions under one seed: the spread over seeds is not in any interval")


def checkpoints(learning: Learning) -> Audit:
    """A score at the last step is a draw from a curve that goes up and down."""
    known = {arm: {t.scored_at for t in found} for arm, found in learning.trainings.items() if found}
    last = sorted(arm for arm, points in known.items() if "last step" in points)
    if last:
        return warning("checkpoints", f"scored at the last step only: {', '.join(last)}")
    silent = sorted(learning.trainings.keys() - known.keys())
    if silent:
        return warning("checkpoints", f"learned without saying which step is scored: {', '.join(silent)}")
    return ok("checkpoints", "no score is that of a last step" if known else "nothing here is learned")


def commit_rate(arms: Sequence[ScoredArm], comparisons: Sequence[Comparison], criteria: Sequence[Expression]) -> Audit:
    """Arms that commit their treatment more often than what they are compared with, and no criterion says so."""
    by_name = {arm.name: arm for arm in arms}
    spoken = {m.arm for e in criteria for m in parts(Metric, e) if m.name in ABOUT_COMMITTING}
    changed = [text for c in comparisons if not {c.arm, c.base} & spoken
               if (text := _other_rate(by_name[c.arm], by_name[c.base]))]
    if changed:
        return note("commit-rate", f"the commit rate changes and no criterion is about it: {'; '.join(changed)}")
    return ok("commit-rate", "no unreported change of the commit rate between compared arms")


def _too_few(comparison: Comparison) -> str | None:
    if comparison.p_adjusted < ALPHA or not comparison.difference.value > 0:
        return None
    cases = comparison.recoveries + comparison.regressions + comparison.both + comparison.neither
    if comparison.needed is not None and comparison.needed <= cases:
        return None
    cells = f"{comparison.recoveries} to {comparison.regressions} in {cases}"
    return (f"{comparison.arm} over {comparison.base} ({cells}) needs "
            + (f"about {comparison.needed}" if comparison.needed else f"more than {MOST_CASES:,}"))


def _survives(comparison: Comparison) -> bool:
    low, high = comparison.difference.low, comparison.difference.high
    return comparison.p_families < ALPHA and (low > 0 or high < 0)


def _clustered(comparison: Comparison) -> str:
    moved = comparison.families_ahead + comparison.families_behind
    return (f"{comparison.arm} over {comparison.base} (p = {comparison.p_value:.2g} by cases, "
            f"{comparison.p_families:.2g} by families, of which {moved} differ)")


def _few_seeds(arm: str, learning: Learning) -> str:
    have = len({training.seed for training in learning.trainings[arm]})
    owed = SHUFFLED_SEEDS if arm in learning.shuffled else TRAINED_SEEDS
    return f"{arm} has {have} of {owed}" if have < owed else ""


def _other_rate(arm: ScoredArm, base: ScoredArm) -> str | None:
    """How the rates of commits differ, where both arms have a treatment and their interval excludes 0."""
    counts = [sum(case.treated for case in one.cases) for one in (arm, base)]
    if base.name != arm.of and not all(counts):
        return None
    of = [case.family for case in arm.cases]
    change = estimates.difference([c.treated for c in arm.cases], [c.treated for c in base.cases], of, seed=0)
    if math.isnan(change.low) or change.low <= 0 <= change.high:
        return None
    return f"{arm.name} {counts[0]}, {base.name} {counts[1]} of {len(arm.cases)}"
