"""From one sealed record and its outcomes to what they say about a claim, with the sentence that says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from checkable.core.claims import Bearing, Claim, Contrast, Evidence, SeedEvidence, Source
from checkable.core.outcomes import Outcomes
from checkable.ledger.contrasts import contrasts
from checkable.measure.wording import interval, points

_VERBS: Mapping[Bearing, tuple[str, str]] = {  # one, several
    "supports": ("supports", "support"), "leans": ("leans", "lean"), "undecided": ("is undecided", "are undecided"),
    "refutes": ("refutes", "refute"), "silent": ("is silent", "are silent")}
GIVEN_AWAY = "the pool contains the reference solution or mutants of it"


def evidence(claim: Claim, record: Mapping[str, Any], outcomes: Outcomes, stale: Sequence[str]) -> Evidence:
    """What a complete run says about the claim. ``stale`` says what changed since, in words; nothing: fresh."""
    made, lacking = contrasts(claim, outcomes) if claim.arm else ((), ())
    bearing = _by_difference(claim, made, lacking) if claim.arm else _by_criteria(record)
    source, models = source_of(record), models_of(record)
    seeds = _seeds(claim, outcomes)
    return Evidence(
        run_id=record["run_id"], claim=claim.id, experiment=record["experiment"], item=record["item"],
        started=record["started"], source=source, model=", ".join(models), substrate=record["substrate"],
        split=record["split"], seed=record["provenance"].get("seed"), cases=len(outcomes.cases), contrasts=made,
        lacking=lacking, bearing=bearing, stale=tuple(stale), flags=_flags(claim, record, models), counts=False,
        sentence=_sentence(claim, record, made, lacking) + _said_of(seeds), seeds=seeds)


def source_of(record: Mapping[str, Any]) -> Source:
    """Who did what: we execute what our engines made, or what others recorded, or only read what they found."""
    provenance = record["provenance"]
    if provenance.get("recorded_outcomes"):
        return "recorded outcomes"
    return "recorded completions" if provenance.get("recordings") else "executed"


def models_of(record: Mapping[str, Any]) -> tuple[str, ...]:
    """The models behind a run's completions, its own and recorded ones, each once."""
    provenance = record["provenance"]
    own = [*([provenance["model"]] if provenance.get("model") else []), *provenance.get("models", {}).values()]
    return tuple(dict.fromkeys(m["name"] for m in (*own, *(r["model"] for r in provenance.get("recordings", ())))))


def _seeds(claim: Claim, outcomes: Outcomes) -> tuple[SeedEvidence, ...]:
    """What each training of the claim's arm says alone, beside the training of the same seed where others have one."""
    arm = outcomes.arm(claim.arm or "")
    made = [(of_one.seed, *contrasts(claim, outcomes.alone(of_one.seed))) for of_one in (arm.seeds if arm else ())]
    return tuple(SeedEvidence(seed=seed, bearing=_by_difference(claim, found, lacking), contrasts=found)
                 for seed, found, lacking in made if found)


def _said_of(seeds: Sequence[SeedEvidence]) -> str:
    """``; alone, seeds 0 and 2 support, seed 1 is undecided``."""
    grouped: dict[Bearing, list[str]] = {}
    for each in seeds:
        grouped.setdefault(each.bearing, []).append(str(each.seed))
    said = [f"{'seed' if len(of) == 1 else 'seeds'} {' and '.join((', '.join(of[:-1]), of[-1]) if of[1:] else of)} "
            f"{_VERBS[bearing][len(of) > 1]}" for bearing, of in grouped.items()]
    return f"; alone, {', '.join(said)}" if said else ""


def _by_difference(claim: Claim, made: Sequence[Contrast], lacking: Sequence[str]) -> Bearing:
    if not made:
        return "silent"
    base = made[0]
    if base.ceiling < (claim.smallest_effect or 0):
        return "refutes"
    if not base.beaten:
        return "undecided"
    return "supports" if all(c.beaten for c in made) and not lacking else "leans"


def _by_criteria(record: Mapping[str, Any]) -> Bearing:
    verdicts = [criterion["verdict"] for criterion in record.get("criteria", ())]
    if not verdicts:
        return "silent"
    if "failed" in verdicts:
        return "refutes"
    return "supports" if set(verdicts) == {"held"} else "undecided"


def _flags(claim: Claim, record: Mapping[str, Any], models: Sequence[str]) -> tuple[str, ...]:
    audits = {audit["name"]: audit for audit in record.get("audits", ())}
    flags = [f"{GIVEN_AWAY}: {audits['provenance']['text']}"] if _warns(audits.get("provenance")) else []
    if claim.models and not set(map(_short, models)) <= set(map(_short, claim.models)):
        flags.append(f"made by {', '.join(models)}, and the claim is about {', '.join(claim.models)}")
    return tuple(flags)


def _short(model: str) -> str:
    """``Qwen/Qwen3.5-4B`` and ``qwen3.5-4b`` are one model, as the hub and as models.yaml name it."""
    return model.rpartition("/")[2].lower()


def _warns(audit: Mapping[str, Any] | None) -> bool:
    return audit is not None and audit["level"] == "warning"


def _sentence(claim: Claim, record: Mapping[str, Any], made: Sequence[Contrast], lacking: Sequence[str]) -> str:
    if claim.arm is None:
        said = [f"{c['text']}: {c['verdict']}" for c in record.get("criteria", ())]
        return "; ".join(said) or "the experiment has no criteria"
    if not made:
        return f"{claim.arm} and {claim.base} are not both there"
    parts = [_about(claim, contrast) for contrast in made]
    if lacking:
        parts.append(f"no {', no '.join(lacking)}")
    return "; ".join(parts)


def _about(claim: Claim, contrast: Contrast) -> str:
    """One contrast in words, the base with every number, a control with those that decide."""
    head = f"{contrast.right} against {contrast.against_right} of {contrast.cases}"
    if contrast.role == "control":
        verb = "beats" if contrast.beaten else "does not beat"
        return f"{verb} {contrast.against} ({head}, p = {contrast.p_adjusted:.2g})"
    verb = "reaches" if claim.measure == "reachable" else "has"
    said = (f"{claim.arm} {verb} {head} under {contrast.against}, {contrast.recoveries} won and "
            f"{contrast.regressions} lost, exact p = {contrast.p_value:.2g}, "
            f"{points(contrast.difference.value)} points {interval(contrast.difference)} over "
            f"{contrast.families} families, e-value {_e_value(contrast.e_value)}")
    if not contrast.beaten and contrast.needed and contrast.needed > contrast.cases:
        said += f"; 80% power needs about {contrast.needed} cases"
    return said


def _e_value(value: float) -> str:
    """Whole from 100 on, as it is quoted: 13,797 and not 1.38e+04."""
    return f"{value:,.0f}" if 100 <= value < 1e9 else f"{value:.3g}"
