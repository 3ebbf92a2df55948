"""Outcomes on disk: small gzipped JSON files named by the sha256 of what they hold.

They lie beside the ledger and are kept with it, while full results (``artefacts``) may be thrown
away. Equal outcomes are one file, so that files of two ledgers can be poured together.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from pathlib import Path
from typing import Any

from checkable.core.outcomes import ArmOutcomes, Outcomes, SeedOutcomes
from checkable.core.result import CaseDetail, ExperimentResult
from checkable.ledger.artefacts import replace

FOLDER = "outcomes"
SUFFIX = ".json.gz"


class DamagedOutcomes(ValueError):
    """Outcomes that are missing, cut short or changed; the message names the file and says which."""


def of_result(result: ExperimentResult) -> Outcomes:
    """The outcomes of a result that has its cases. Raises ValueError for one without."""
    if not result.cases:
        raise ValueError(f"{result.experiment}::{result.item} has no cases")
    return Outcomes(
        cases=tuple(case.id for case in result.cases), families=tuple(case.family for case in result.cases),
        arms=tuple(_arm(number, arm.name, arm.role, arm.broken, result.cases)
                   for number, arm in enumerate(result.arms)))


def _arm(number: int, name: str, role: Any, broken: str | None, cases: tuple[CaseDetail, ...]) -> ArmOutcomes:
    commits = [case.commits[number] for case in cases]  # one per arm, in the order of the arms
    if any(commit.arm != name for commit in commits):
        raise ValueError(f"the commits of {commits[0].arm!r} stand where those of {name!r} belong")
    return ArmOutcomes(name=name, role=role, broken=broken, correct=tuple(c.correct for c in commits),
                       reached=tuple(c.reached for c in commits),
                       seeds=tuple(SeedOutcomes(seed=of_one[0].seed, correct=tuple(s.correct for s in of_one),
                                                reached=tuple(s.reached for s in of_one))
                                   for of_one in zip(*(c.seeds for c in commits), strict=True)))


def write(folder: Path, outcomes: Outcomes) -> str:
    """Keep outcomes below ``folder`` (that of the ledger). Returns the sha256 of their JSON text."""
    text = _text(outcomes)
    digest = hashlib.sha256(text).hexdigest()
    path = file_of(folder, digest)
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, gzip.compress(text, compresslevel=9, mtime=0))
    return digest


def read(folder: Path, digest: str) -> Outcomes:
    """The outcomes with that digest. Raises DamagedOutcomes."""
    path = file_of(folder, digest)
    try:
        text = gzip.decompress(path.read_bytes())
        plain = json.loads(text)
    except FileNotFoundError:
        raise DamagedOutcomes(f"{path.name} is missing from {path.parent}") from None
    except (EOFError, gzip.BadGzipFile, zlib.error, ValueError) as error:
        raise DamagedOutcomes(f"{path}: not whole ({error})") from error
    if hashlib.sha256(text).hexdigest() != digest:
        raise DamagedOutcomes(f"{path}: its content is not what its name says")
    return Outcomes(cases=tuple(plain["cases"]), families=tuple(plain["families"]),
                    arms=tuple(_read_arm(arm) for arm in plain["arms"]))


def file_of(folder: Path, digest: str) -> Path:
    return folder / FOLDER / f"{digest[:32]}{SUFFIX}"


def _text(outcomes: Outcomes) -> bytes:
    plain = {"cases": outcomes.cases, "families": outcomes.families, "arms": [_plain_arm(a) for a in outcomes.arms]}
    return json.dumps(plain, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def _plain_arm(arm: ArmOutcomes) -> dict[str, Any]:
    """Without seeds as it was before there were any, so that equal outcomes are still one file."""
    plain = {"name": arm.name, "role": arm.role, "broken": arm.broken,
             "correct": _bits(arm.correct), "reached": _bits(arm.reached)}
    seeds = [{"seed": s.seed, "correct": _bits(s.correct), "reached": _bits(s.reached)} for s in arm.seeds]
    return plain | ({"seeds": seeds} if seeds else {})


def _read_arm(plain: dict[str, Any]) -> ArmOutcomes:
    return ArmOutcomes(name=plain["name"], role=plain["role"], broken=plain["broken"],
                       correct=_unbits(plain["correct"]), reached=_unbits(plain["reached"]),
                       seeds=tuple(SeedOutcomes(seed=s["seed"], correct=_unbits(s["correct"]) or (),
                                                reached=_unbits(s["reached"]) or ()) for s in plain.get("seeds", ())))


def _bits(column: tuple[bool, ...] | None) -> str | None:
    return None if column is None else "".join("1" if right else "0" for right in column)


def _unbits(text: str | None) -> tuple[bool, ...] | None:
    return None if text is None else tuple(bit == "1" for bit in text)
