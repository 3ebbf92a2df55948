"""What a spec says in words, and where a number came from."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from checkable.core.completion import Sampling
from checkable.core.result import to_plain
from checkable.experiment.models import Models
from checkable.experiment.revision import outcome_code
from checkable.experiment.services import Services
from checkable.experiment.toolbox import Tally, recording_path, sampling
from checkable.spec.model import ArmSpec, ControlSpec, Spec, Use
from checkable.substrate.contract import CaseSet, Substrate


def arm(spec: ArmSpec) -> str:
    """For instance "direct + program (repairs 3) → visible-pass"."""
    made = " + ".join(_use(use) for use in spec.generators)
    evidence = f" with {_chain(spec.evidence)}" if spec.evidence else ""
    return f"{made}{evidence} → {_chain(spec.selectors)}"


def control(spec: ControlSpec) -> str:
    return f"{spec.of} with {_use(spec.breaks)} broken"


def _chain(uses: Sequence[Use]) -> str:
    return ", ".join(_use(use) for use in uses)


def _use(use: Use) -> str:
    """The word with the options that differ from their defaults."""
    said = [f"{f.name} {_value(getattr(use.options, f.name))}" for f in dataclasses.fields(use.options)
            if f.default is dataclasses.MISSING or getattr(use.options, f.name) != f.default]
    return f"{use.word.name} ({', '.join(said)})" if said else use.word.name


def _options(options: Any) -> str:
    """Options within options: those that differ from their defaults, the name first where there is one."""
    said = [f"{f.name} {_value(getattr(options, f.name))}" for f in dataclasses.fields(options)
            if f.name != "name" and getattr(options, f.name) != f.default]
    return " ".join(filter(None, (getattr(options, "name", ""), f"({', '.join(said)})" if said else "")))


def _value(value: Any) -> str:
    if isinstance(value, tuple):
        return "/".join(map(_options if value and dataclasses.is_dataclass(value[0]) else str, value))
    text = " ".join(str(value).split())
    return text if len(text) <= 40 else text[:37] + "…"


def models_by_arm(spec: Spec) -> dict[str, tuple[str, ...]]:
    """The models that each arm and control asks, as the spec names them; nothing where no arm names one."""
    if not spec.models:
        return {}
    own = spec.model or (f"pool {spec.pool.name}" if spec.pool else "none")
    found = {arm.name: tuple(own if name is None else name for name in arm.models) for arm in spec.arms}
    return found | {control.name: found[control.of] for control in spec.controls}


def provenance(spec: Spec, substrate: Substrate, case_set: CaseSet, services: Services, models: Models,
               tally: Tally) -> dict[str, Any]:
    """Everything needed to make the numbers again, as plain data."""
    isolation = services.sandbox.isolation
    return {
        **services.provenance,
        "spec_hash": spec.hash, "tier": spec.tier, "seed": spec.seed, "cell": dict(spec.cell),
        "complete": spec.complete, "code": outcome_code(services.root, spec.substrate, spec.recorded_pools,
                                                                 library=spec.reads_library),
        "data": {"version": case_set.version, "source": case_set.source},
        **models.described(),
        "sampling": to_plain(sampling(spec)),
        "execution": {"namespace": spec.namespace.name, "hash_seed": spec.namespace.hash_seed,
                      "limits": to_plain(spec.limits)},
        "isolation": to_plain(isolation),
        "completions": tally.by_origin(),
        "recordings": _recordings(spec, substrate, services),
    }


def recorded_sampling(spec: Spec, substrate: Substrate, services: Services) -> dict[str, list[Sampling]]:
    """The decodings of recorded completions by arm, of arms all of whose recordings say theirs."""
    found: dict[str, list[Sampling]] = {}
    for arm in spec.arms:
        names = [name for use in arm.generators if (name := getattr(use.options, "recording", None))]
        facts = [services.open_recording(recording_path(substrate, name)).facts for name in names]
        if facts and all("sampling" in one for one in facts):
            found[arm.name] = [Sampling(**one["sampling"]) for one in facts]
    return found


def _recordings(spec: Spec, substrate: Substrate, services: Services) -> list[dict[str, Any]]:
    """Whose completions were read, and of which model."""
    uses = [use for arm in spec.arms for use in (*arm.generators, *arm.evidence)]
    names = dict.fromkeys(name for use in uses if (name := getattr(use.options, "recording", None)))
    facts = [services.open_recording(recording_path(substrate, name)).facts for name in names]
    return [{key: f[key] for key in ("mapping", "sha256", "made_by", "model")} for f in facts]
