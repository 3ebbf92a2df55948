"""Everything that results hold as flat tables, for notebooks and papers: which tables, which columns, which rows.

One row of ``metrics`` is one number with its interval; of ``cases``, one arm on one case; of
``candidates``, one candidate of one case with its text. Rows are plain built-ins; a number that is
undefined is None. Writing them to files is the work of ``table_files``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from checkable.core.claims import Overview
from checkable.core.result import to_plain
from checkable.report.sources import Record, model_of

Kind = Literal["text", "int", "real", "bool"]
Row = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table's name and the kind of each of its columns, in order."""

    name: str
    columns: Mapping[str, Kind]


RUN: dict[str, Kind] = {
    "run": "text",
    "experiment": "text",
    "item": "text",
    "tier": "text",
    "model": "text",
    "seed": "int",
    "started": "text",
    "verdict": "text",
}
INTERVAL: dict[str, Kind] = {"low": "real", "high": "real", "method": "text"}
METRICS = Table(
    name="metrics",
    columns=RUN
    | {"population": "text", "arm": "text", "role": "text", "of": "text", "broken": "text", "metric": "text"}
    | {"value": "real", "numerator": "real", "denominator": "real"}
    | INTERVAL,
)
COMPARISONS = Table(
    name="comparisons",
    columns=RUN
    | {"arm": "text", "base": "text", "recoveries": "int", "regressions": "int", "both": "int", "neither": "int"}
    | {"difference": "real"}
    | INTERVAL
    | {"p_value": "real", "p_adjusted": "real", "corrected": "text", "e_value": "real"}
    | {"captured": "real", "captured_low": "real", "captured_high": "real", "needed": "int"},
)
SEEDS = Table(
    name="seeds",
    columns=RUN
    | {"arm": "text", "role": "text", "of": "text", "broken": "text", "training_seed": "int"}
    | {"correct": "int", "cases": "int", "accuracy": "real"}
    | INTERVAL
    | {"coverage": "real", "coverage_low": "real", "coverage_high": "real"},
)
CRITERIA = Table(name="criteria", columns=RUN | {"criterion": "text", "held": "text", "reason": "text", "line": "int"})
CASES = Table(
    name="cases",
    columns=RUN
    | {"case": "text", "family": "text", "issue": "text", "arm": "text", "candidate": "text", "treated": "bool"}
    | {"correct": "bool", "reached": "bool", "reason": "text", "output": "text"},
)
CANDIDATES = Table(
    name="candidates",
    columns=RUN
    | {"case": "text", "family": "text", "candidate": "text", "channel": "text", "kind": "text", "provenance": "text"}
    | {"passes": "bool", "correct": "bool", "outcome": "text", "parse_error": "text", "evidence": "text"}
    | {"text": "text", "output": "text"},
)
CLAIMS = Table(
    name="claims",
    columns={"claim": "text", "statement": "text", "programs": "text", "status": "text", "since": "text", "why": "text"}
    | {"missing": "text", "disagrees": "bool", "run": "text", "against": "text", "role": "text", "counts": "bool"}
    | {"training_seed": "int"}
    | {"cases": "int", "right": "int", "against_right": "int", "difference": "real", "low": "real", "high": "real"}
    | {"p_value": "real", "p_adjusted": "real", "e_value": "real", "q_value": "real", "needed": "int"},
)
OF_RUNS = (METRICS, SEEDS, COMPARISONS, CRITERIA, CASES, CANDIDATES)


def rows(result: Record, run_id: str) -> Iterator[tuple[Table, Row]]:
    """Every row of one result, each with its table."""
    plain = to_plain(result)
    seed = plain["provenance"].get("seed")
    run = {
        "run": run_id,
        "model": model_of(plain),
        "seed": seed if isinstance(seed, int) else None,
        **{key: plain[key] for key in ("experiment", "item", "tier", "started", "verdict")},
    }
    for made in (_metrics, _seeds, _comparisons, _criteria, _cases):
        for table, row in made(plain):
            yield table, run | row


def _metrics(plain: Mapping[str, Any]) -> Iterator[tuple[Table, Row]]:
    for arm in plain["arms"]:
        facts = {"arm": arm["name"], **{key: arm[key] for key in ("role", "of", "broken")}}
        for population, numbers in arm["metrics"].items():
            for metric, estimate in numbers.items():
                yield METRICS, {"population": population, **facts, "metric": metric, **estimate}


def _seeds(plain: Mapping[str, Any]) -> Iterator[tuple[Table, Row]]:
    for arm in plain["arms"]:
        for alone in arm.get("seeds", ()):
            accuracy, coverage = alone["accuracy"], alone["coverage"]
            yield SEEDS, {
                "arm": arm["name"],
                **{key: arm[key] for key in ("role", "of", "broken")},
                "training_seed": alone["seed"],
                "correct": accuracy["numerator"],
                "cases": accuracy["denominator"],
                "accuracy": accuracy["value"],
                **{key: accuracy[key] for key in INTERVAL},
                "coverage": coverage["value"],
                "coverage_low": coverage["low"],
                "coverage_high": coverage["high"],
            }


def _comparisons(plain: Mapping[str, Any]) -> Iterator[tuple[Table, Row]]:
    for c in plain["comparisons"]:
        interval = {key: c["difference"][key] for key in INTERVAL}
        kept = {key: c.get(key) for key in COMPARISONS.columns if key not in RUN and key not in INTERVAL}
        room = c.get("captured") or {}
        captured = {"captured": room.get("value"), "captured_low": room.get("low"), "captured_high": room.get("high")}
        yield COMPARISONS, {**kept, "difference": c["difference"]["value"], **interval, **captured}


def _criteria(plain: Mapping[str, Any]) -> Iterator[tuple[Table, Row]]:
    for c in plain["criteria"]:
        yield CRITERIA, {"criterion": c["text"], "held": c["verdict"], "reason": c["reason"], "line": c["line"]}


def _cases(plain: Mapping[str, Any]) -> Iterator[tuple[Table, Row]]:
    for case in plain.get("cases") or ():
        about = {"case": case["id"], "family": case["family"]}
        for commit in case["commits"]:
            kept = {key: commit[key] for key in ("arm", "candidate", "treated", "correct", "reached", "reason")}
            yield CASES, {**about, "issue": case["issue"], **kept, "output": _json(commit["value"])}
        for candidate in case["candidates"]:
            keys = ("channel", "kind", "provenance", "passes", "correct", "parse_error", "text")
            yield (
                CANDIDATES,
                {
                    **about,
                    "candidate": candidate["id"],
                    **{key: candidate[key] for key in keys},
                    "outcome": candidate["on_query"]["outcome"],
                    "evidence": _json(candidate.get("evidence") or {}),
                    "output": _json(candidate["on_query"]["value"]),
                },
            )


def claim_rows(overview: Overview) -> Iterator[tuple[Table, Row]]:
    """One row for each contrast of each run that bears on a claim, and of each of its training seeds alone.

    One without a run for a claim without evidence.
    """
    for standing in overview.standings:
        claim = standing.claim
        about = {
            "claim": claim.id,
            "statement": claim.statement,
            "programs": ", ".join(claim.programs),
            "status": standing.status,
            "since": standing.since,
            "why": standing.why,
            "missing": "; ".join(standing.missing),
            "disagrees": standing.disagrees,
            "q_value": standing.q_value,
        }
        contrasts = [(e, seed, k) for e in standing.evidence
                     for seed, made in ((None, e.contrasts), *((s.seed, s.contrasts) for s in e.seeds)) for k in made]
        if not contrasts:
            yield CLAIMS, about
        for evidence, seed, contrast in contrasts:
            plain = to_plain(contrast)
            kept = {key: plain[key] for key in CLAIMS.columns if key in plain and key != "difference"}
            difference = {"difference": plain["difference"]["value"], "low": plain["difference"]["low"]}
            difference["high"] = plain["difference"]["high"]
            whose = {"run": evidence.run_id, "counts": evidence.counts, "training_seed": seed}
            yield CLAIMS, {**about, **whose, **kept, **difference}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
