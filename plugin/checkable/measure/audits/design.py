"""Audits of what is compared with what: controls, baselines, and whether comparisons are like for like."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from checkable.core.arm_run import ArmCase, ArmRun
from checkable.core.completion import Sampling
from checkable.core.result import Audit
from checkable.core.scored import Comparison, ScoredArm
from checkable.measure.audits.facts import Learning
from checkable.measure.audits.words import note, ok, some, warning

TOLERATED = 1.1  # one arm may spend a tenth more than another: stop tokens and repairs differ by chance
BASELINES = ("random", "untrained", "heuristic")


def controls(arms: Sequence[ScoredArm], chosen: Collection[str]) -> Audit:
    """An arm that learns or selects owes a control with exactly one thing broken."""
    controlled = {arm.of for arm in arms if arm.role == "control"}
    alone = sorted(arm for arm in chosen if arm not in controlled)
    if alone:
        return warning("controls", f"learned or selecting without a control: {', '.join(alone)}")
    return ok("controls", f"every learned or selecting arm has a control ({len(chosen)})" if chosen
              else "no arm learns or selects")


def inert_controls(arms: Sequence[ScoredArm]) -> Audit:
    """A control that commits what its arm commits on every case has broken nothing, and can show nothing.

    So it is where a gate never opens, or where candidates were enumerated to fit the example that is shuffled later.
    """
    of_arm = {arm.name: _commits(arm) for arm in arms if arm.role == "arm"}
    of_control = [arm for arm in arms if arm.role == "control"]
    inert = [f"{arm.name} (of {arm.of})" for arm in of_control if arm.of and of_arm.get(arm.of) == _commits(arm)]
    if inert:
        return warning("inert-controls", f"commits the same as its arm on every case: {', '.join(inert)}")
    return ok("inert-controls", f"every control commits otherwise than its arm somewhere ({len(of_control)})"
              if of_control else "there is no control")


def _commits(arm: ScoredArm) -> list[tuple[str, str | None, bool]]:
    return [(case.id, case.output, case.correct) for case in arm.cases]


def required_controls(arms: Sequence[ScoredArm], required: Sequence[str]) -> Audit:
    """The controls that a claim says it takes, by their name or by the word that they break."""
    here = {arm.name for arm in arms} | {arm.broken for arm in arms if arm.broken}
    missing = [name for name in required if name not in here]
    if missing:
        return warning("required-controls", f"the claim also takes: {', '.join(missing)}")
    return ok("required-controls", f"all {len(required)} controls of the claim are here" if required
              else "no claim asks for a control")


def baselines(learning: Learning) -> Audit:
    """Beside whatever is learned stand random, untrained, and a one-line heuristic."""
    if not learning.trainings:
        return ok("baselines", "nothing here is learned")
    missing = [kind for kind in BASELINES if kind not in learning.baselines.values()]
    learned = ", ".join(sorted(learning.trainings))
    if missing:
        return warning("baselines", f"beside {learned} there is no baseline that is {', '.join(missing)}")
    return ok("baselines", f"random, untrained and heuristic baselines stand beside {learned}")


def decoding(sampling: Mapping[str, Collection[Sampling]], comparisons: Sequence[Comparison]) -> Audit:
    """Arms that are compared should decode alike, unless the difference is the point."""
    forms = {arm: {(s.temperature, s.top_p, s.top_k, s.max_tokens) for s in of_arm} for arm, of_arm in sampling.items()}
    known = [c for c in comparisons if c.arm in forms and c.base in forms]
    unequal = [f"{c.arm} and {c.base}" for c in known if forms[c.arm] != forms[c.base]]
    if unequal:
        return warning("decoding", f"compared with different decoding: {', '.join(unequal)}")
    if not known:
        return note("decoding", "no two compared arms have a known decoding")
    return ok("decoding", "compared arms decode alike")


def models(asked: Mapping[str, Sequence[str]], comparisons: Sequence[Comparison]) -> Audit:
    """Arms that are compared should ask the same models, unless the models are what is compared."""
    unequal = [f"{c.arm} ({_several(asked[c.arm])}) and {c.base} ({_several(asked[c.base])})" for c in comparisons
               if c.arm in asked and c.base in asked and set(asked[c.arm]) != set(asked[c.base])]
    if unequal:
        return warning("models", f"compared on different models: {', '.join(unequal)}")
    return ok("models", "compared arms ask the same models" if asked else "every arm asks the experiment's model")


def _several(names: Sequence[str]) -> str:
    return " and ".join(names) or "no model"


def budget(runs: Sequence[ArmRun], scored: Sequence[ScoredArm], comparisons: Sequence[Comparison]) -> Audit:
    """Arms that are compared should spend alike: completions, and tokens where they are known.

    Controls are left out: they take the candidates of the arm that they break.
    """
    arms = {run.name for run in runs if run.role == "arm"}
    compared = [c for c in comparisons if {c.arm, c.base} <= arms]
    asked = {run.name: sum(len(_keys(case)) for case in run.cases) for run in runs}
    spent = {arm.name: _tokens(arm) for arm in scored}
    unequal = [text for c in compared if (text := _unequal(c, asked, spent))]
    if unequal:
        return warning("budget", f"compared at unequal cost: {'; '.join(unequal)}")
    if not any(asked.values()):
        return note("budget", "no candidate says which completions it took")
    return ok("budget", "compared arms took as many completions, within a tenth" if compared
              else "no two arms are compared")


def tried_cases(runs: Sequence[ArmRun], comparisons: Sequence[Comparison]) -> Audit:
    """Cases on which one of two compared arms made no candidate at all."""
    without = {run.name: {c.case.id for c in run.cases if not c.candidates} for run in runs}
    unequal = [f"{c.arm} and {c.base} ({some(sorted(missing))})" for c in comparisons
               if (missing := without.get(c.arm, set()) ^ without.get(c.base, set()))]
    if unequal:
        return warning("cases", f"one arm made candidates where the other made none: {'; '.join(unequal)}")
    return ok("cases", f"all arms were tried on the same {len(runs[0].cases) if runs else 0} cases")


def _keys(case: ArmCase) -> set[str]:
    return {key for checked in case.candidates for key in checked.candidate.completion_keys}


def _tokens(arm: ScoredArm) -> int | None:
    known = [case.tokens for case in arm.cases if case.tokens is not None]
    return sum(known) if len(known) == len(arm.cases) else None


def _unequal(comparison: Comparison, asked: Mapping[str, int], spent: Mapping[str, int | None]) -> str:
    said = []
    for what, of_arms in (("completions", asked), ("tokens", spent)):
        arm, base = of_arms.get(comparison.arm), of_arms.get(comparison.base)
        if arm and base and max(arm, base) > TOLERATED * min(arm, base):
            said.append(f"{arm:,} to {base:,} {what}")
    return f"{comparison.arm} and {comparison.base}, {' and '.join(said)}" if said else ""
