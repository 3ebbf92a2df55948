"""What a sceptic would ask about an experiment, answered by machine.

Promises one Audit per question, ``ok`` included, so that a report shows what was checked. Pure
functions over given facts: nothing is executed, read or guessed here.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from checkable.core.arm_run import ArmRun
from checkable.core.candidate import Candidate, CheckedCandidate, Outcome
from checkable.core.completion import Sampling
from checkable.core.expression import Arithmetic, Both, Compare, Expression, Metric, Not
from checkable.core.result import Audit
from checkable.core.scored import Comparison, ScoredArm
from checkable.measure import estimates
from checkable.measure.paired import ALPHA
from checkable.measure.power import MOST_CASES, cases_for_power
from checkable.substrate.contract import LabelIssue

GIVEN_AWAY = ("reference", "mutant")  # provenances of candidates that no deployment would have
ABOUT_COMMITTING = ("commits", "commit_rate", "precision", "abstentions")


@dataclass(frozen=True, kw_only=True)
class AuditFacts:
    """Everything the audits look at. All arms hold the same cases.

    ``sampling`` maps each arm to the decodings its generators used; ``chosen`` names the arms that
    learn or select and so owe a control; ``seeds`` are the sampling seeds of this result.
    ``unstable`` names programs whose output changed under another hash seed, of ``rerun`` that were
    run again (None: none were). ``resampled`` executions of earlier runs were made again, and ``disagreed`` says
    of each that differed how. ``ended_by_length`` counts completions cut off by max_tokens, of
    ``completions``; completions whose recording does not say count among neither.
    """

    issues: Sequence[LabelIssue]
    runs: Sequence[ArmRun]
    scored: Sequence[ScoredArm]
    comparisons: Sequence[Comparison]
    criteria: Sequence[Expression]
    sampling: Mapping[str, Collection[Sampling]]
    chosen: Collection[str]
    seeds: Collection[int]
    unstable: Sequence[str] = ()
    rerun: int | None = None
    resampled: int = 0
    disagreed: Sequence[str] = ()
    ended_by_length: int
    completions: int


def audit(facts: AuditFacts) -> tuple[Audit, ...]:
    """Every audit, always in the same order."""
    cases = [case.case.id for case in facts.runs[0].cases] if facts.runs else []
    return (
        labels(facts.issues, cases),
        seeds(facts.seeds, facts.sampling),
        controls(facts.scored, facts.chosen),
        decoding(facts.sampling, facts.comparisons),
        determinism(facts.unstable, facts.rerun, facts.resampled, facts.disagreed),
        provenance(facts.runs),
        cases_for(facts.comparisons),
        commit_rates(facts.scored, facts.comparisons, facts.criteria),
        parsing(facts.runs),
        infrastructure(facts.runs),
        length(facts.ended_by_length, facts.completions),
    )


def labels(issues: Sequence[LabelIssue], cases: Collection[str]) -> Audit:
    """Cases whose label is known to be bad or given away."""
    known = [issue for issue in issues if issue.case in set(cases)]
    of = {kind: sorted({i.case for i in known if i.kind == kind}) for kind in ("broken", "leaking")}
    said = [f"{len(names)} {kind} ({_some(names)})" for kind, names in of.items() if names]
    if not said:
        return _audit("labels", "ok", f"none of the {len(cases)} cases has a label that is known to be bad")
    return _audit("labels", "warning", f"known label issues among {len(cases)} cases: {', '.join(said)}")


def seeds(used: Collection[int], sampling: Mapping[str, Collection[Sampling]]) -> Audit:
    """Sampled completions under one seed are one draw."""
    decodings = [s for of_arm in sampling.values() for s in of_arm]
    if not decodings:
        return _audit("seeds", "note", "the decoding is not known, so neither is how much one seed matters")
    if all(s.temperature == 0 for s in decodings):
        return _audit("seeds", "ok", "greedy decoding: no seed to vary")
    if len(set(used)) < 2:
        return _audit("seeds", "warning",
                      "sampled completions under one seed: the spread over seeds is not in any interval")
    return _audit("seeds", "ok", f"{len(set(used))} sampling seeds")


def controls(arms: Sequence[ScoredArm], chosen: Collection[str]) -> Audit:
    """An arm that learns or selects owes a control with exactly one thing broken."""
    controlled = {arm.of for arm in arms if arm.role == "control"}
    alone = sorted(arm for arm in chosen if arm not in controlled)
    if alone:
        return _audit("controls", "warning", f"learned or selecting without a control: {', '.join(alone)}")
    return _audit("controls", "ok", f"every learned or selecting arm has a control ({len(chosen)})" if chosen
                  else "no arm learns or selects")


def decoding(sampling: Mapping[str, Collection[Sampling]], comparisons: Sequence[Comparison]) -> Audit:
    """Arms that are compared should decode alike, unless the difference is the point."""
    forms = {arm: {(s.temperature, s.top_p, s.top_k, s.max_tokens) for s in of_arm} for arm, of_arm in sampling.items()}
    known = [c for c in comparisons if c.arm in forms and c.base in forms]
    unequal = [f"{c.arm} and {c.base}" for c in known if forms[c.arm] != forms[c.base]]
    if unequal:
        return _audit("decoding", "warning", f"compared with different decoding: {', '.join(unequal)}")
    if not known:
        return _audit("decoding", "note", "no two compared arms have a known decoding")
    return _audit("decoding", "ok", "compared arms decode alike")


def determinism(unstable: Sequence[str], rerun: int | None, resampled: int = 0,
                disagreed: Sequence[str] = ()) -> Audit:
    """Programs whose output depends on the order of a set, and executions that did not come out as they had before.

    How many stored executions were made again is a matter of chance, so where all agree nothing is said of them.
    """
    said = ["no program was run again under another hash seed" if rerun is None else
            f"{rerun} programs give the same output under another hash seed" if not unstable else
            f"{len(unstable)} of {rerun} programs change their output under another hash seed: "
            f"{_some(sorted(unstable))}"]
    if disagreed:
        said.append(f"{len(disagreed)} of {resampled} stored executions came out differently: {_some(disagreed)}")
    level = "warning" if unstable or disagreed else "note" if rerun is None else "ok"
    return _audit("determinism", level, "; ".join(said))


def provenance(runs: Sequence[ArmRun]) -> Audit:
    """Candidates made from the solution: a pool with those measures selection, not generation."""
    found = {run.name: sum(c.provenance in GIVEN_AWAY for c in _candidates(run)) for run in runs}
    said = [f"{arm} {count}" for arm, count in found.items() if count]
    if said:
        return _audit("provenance", "warning",
                      f"candidates that are the reference solution or a mutant of it: {', '.join(said)}")
    return _audit("provenance", "ok", "no candidate was made from a reference solution")


def cases_for(comparisons: Sequence[Comparison]) -> Audit:
    """Comparisons that look ahead but cannot be shown with this many cases."""
    short = [text for c in comparisons if (text := _too_few(c))]
    if not comparisons:
        return _audit("power", "note", "nothing is compared")
    if short:
        return _audit("power", "note", f"too few cases to show a difference: {'; '.join(short)}")
    return _audit("power", "ok", "no comparison is ahead without being shown")


def commit_rates(arms: Sequence[ScoredArm], comparisons: Sequence[Comparison], criteria: Sequence[Expression]) -> Audit:
    """Arms that commit their treatment more often than what they are compared with, and no criterion says so."""
    by_name = {arm.name: arm for arm in arms}
    spoken = {m.arm for e in criteria for m in _metrics(e) if m.name in ABOUT_COMMITTING}
    changed = [text for c in comparisons if not {c.arm, c.base} & spoken
               if (text := _other_rate(by_name[c.arm], by_name[c.base]))]
    if changed:
        return _audit("commit rate", "note",
                      f"the commit rate changes and no criterion is about it: {'; '.join(changed)}")
    return _audit("commit rate", "ok", "no unreported change of the commit rate between compared arms")


def parsing(runs: Sequence[ArmRun]) -> Audit:
    """Completions that held no answer or no program."""
    found = {run.name: [c.parse_error is not None for c in _candidates(run)] for run in runs}
    said = [f"{arm} {sum(failed)} of {len(failed)}" for arm, failed in found.items() if any(failed)]
    if said:
        return _audit("parsing", "note", f"candidates that could not be read: {', '.join(said)}")
    return _audit("parsing", "ok", "every candidate could be read")


def infrastructure(runs: Sequence[ArmRun]) -> Audit:
    """Executions that failed by our fault."""
    failed = {(run.name, case.case.id, checked.candidate.id) for run in runs for case in run.cases
              for checked in case.candidates if _failed_by_us(checked)}
    if failed:
        said = _some(sorted(f"{arm}: {case} {candidate}" for arm, case, candidate in failed))
        return _audit("infrastructure", "warning",
                      f"{len(failed)} candidates whose execution failed by our fault: {said}")
    return _audit("infrastructure", "ok", "no execution failed by our fault")


def length(ended_by_length: int, completions: int) -> Audit:
    """Completions that max_tokens cut off."""
    if completions == 0:
        return _audit("length", "note", "no completion says how it ended")
    if ended_by_length:
        return _audit("length", "warning", f"{ended_by_length} of {completions} completions were cut off by max_tokens")
    return _audit("length", "ok", f"none of {completions} completions was cut off by max_tokens")


def _audit(name: str, level: Literal["ok", "note", "warning"], text: str) -> Audit:
    return Audit(name=name, level=level, text=text)


def _some(names: Sequence[str], most: int = 5) -> str:
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")


def _candidates(run: ArmRun) -> Iterable[Candidate]:
    return (checked.candidate for case in run.cases for checked in case.candidates)


def _failed_by_us(checked: CheckedCandidate) -> bool:
    return any(o.outcome is Outcome.INFRASTRUCTURE for o in (*checked.on_examples, checked.on_query))


def _too_few(comparison: Comparison) -> str | None:
    if comparison.p_adjusted < ALPHA or not comparison.difference.value > 0:
        return None
    cases = comparison.recoveries + comparison.regressions + comparison.both + comparison.neither
    needed = cases_for_power(comparison.recoveries, comparison.regressions, cases)
    if needed is not None and needed <= cases:
        return None
    cells = f"{comparison.recoveries} to {comparison.regressions} in {cases}"
    return (f"{comparison.arm} over {comparison.base} ({cells}) needs "
            + (f"about {needed}" if needed else f"more than {MOST_CASES}"))


def _other_rate(arm: ScoredArm, base: ScoredArm) -> str | None:
    """How the rates of commits differ, where both arms have a treatment and their interval excludes 0."""
    counts = [sum(case.treated for case in one.cases) for one in (arm, base)]
    if base.name != arm.of and not all(counts):
        return None
    families = [case.family for case in arm.cases]
    change = estimates.difference([c.treated for c in arm.cases], [c.treated for c in base.cases], families, seed=0)
    if math.isnan(change.low) or change.low <= 0 <= change.high:
        return None
    return f"{arm.name} {counts[0]}, {base.name} {counts[1]} of {len(arm.cases)}"


def _metrics(expression: Expression) -> tuple[Metric, ...]:
    match expression:
        case Metric():
            return (expression,)
        case Not(operand=operand):
            return _metrics(operand)
        case Both(left=a, right=b) | Compare(left=a, right=b) | Arithmetic(left=a, right=b):
            return (*_metrics(a), *_metrics(b))
    return ()
