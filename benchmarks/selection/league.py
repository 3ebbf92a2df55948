"""A league table of selectors over recorded pools: `python benchmarks/selection/league.py [POOL …] [--keep FOLDER]`.

Every selector chooses among the same candidates of every pool. Selectors with settings are tuned on one half
of the families (or of the cases, where a case stands alone) and all are reported on the other half:
commits that are right, the share of what was reachable and not committed by the first visible pass that the
selector gains, tokens a case (of the whole arm, where the pool says them), and the exact paired test
against the first visible pass, corrected by Holm over the pool's selectors. Which pools there are is in
``pools.py``; executions are kept in FOLDER, so that a second time takes seconds.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "plugin"))

from pools import POOLS, Pool  # noqa: E402

from checkable.core.result import CaseDetail, ExperimentResult  # noqa: E402
from checkable.experiment.run import CannotRun, run  # noqa: E402
from checkable.experiment.workshop import Workshop  # noqa: E402
from checkable.measure.corrections import holm  # noqa: E402
from checkable.measure.estimates import difference  # noqa: E402
from checkable.measure.paired import count_pairs, mcnemar  # noqa: E402
from checkable.spec.defaults import inherited  # noqa: E402
from checkable.spec.loader import Written, specs  # noqa: E402
from checkable.substrate.contract import DataUnavailable  # noqa: E402

BASE = "first visible pass"


@dataclass(frozen=True, kw_only=True)
class Contender:
    """A selector with every setting of it that may be tuned: chains of words, as a spec writes them."""

    name: str
    chains: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Row:
    name: str
    chain: str
    correct: int
    cases: int
    reached: int
    gained: float  # of what was reachable and not committed by the base; NaN where that is nothing
    recoveries: int
    regressions: int
    p_value: float
    low: float
    high: float


def contenders(pool: Pool) -> list[Contender]:
    """The selectors that a pool has the evidence for."""
    gate = pool.gate
    found = [
        Contender(name=BASE, chains=((gate,),)),
        Contender(name="random", chains=(("random",),)),
        Contender(name="random among passing", chains=((gate, "random"),)),
        Contender(name="shortest", chains=((gate, "shortest"), ("shortest",))),
        Contender(name="majority", chains=((gate, "majority"), ("majority",))),
        Contender(name="clusters", chains=((gate, "clusters"), ("clusters",))),
        Contender(name="MBR-exec", chains=tuple((gate, {"mbr-exec": {"loss": loss}}) for loss in ("soft", "hard"))),
        Contender(name="description length", chains=tuple(
            (gate, {"description-length": {"sum": total}}) for total in (False, True))),
        Contender(name="majority, then shortest", chains=((gate, "majority", "shortest"),)),
    ]
    if "mean_logprob" in pool.scores:
        found += [Contender(name="mean logprob alone", chains=(("mean-logprob",),)),
                  Contender(name="visible + mean logprob", chains=((gate, "mean-logprob"),))]
    if "p_true" in pool.scores:
        found += [Contender(name="P(True) alone", chains=(("p-true",),)),
                  Contender(name="visible + P(True)", chains=((gate, "p-true", "shortest"),)),
                  Contender(name="majority, then P(True)", chains=((gate, "majority", "p-true"),))]
    return found


def experiment(pool: Pool, found: Sequence[Contender]) -> Mapping[str, Any]:
    """One spec with an arm for every chain, all with the pool's candidates. JSON is YAML."""
    arms = {arm_name(c, i): {"generator": pool.generator, "selector": list(chain)}
            for c in found for i, chain in enumerate(c.chains)}
    return {"title": pool.name, "substrate": dict(pool.substrate), "arms": arms, **pool.spec,
            "tiers": {"smoke": {"cases": "all"}}}


def arm_name(contender: Contender, at: int) -> str:
    words = "".join(sign if sign.isalnum() else "-" for sign in contender.name.lower()).strip("-")
    return "-".join(part for part in words.split("-") if part) + f"-v{at}"


def result_of(pool: Pool, found: Sequence[Contender], workshop: Workshop) -> ExperimentResult:
    text = json.dumps(experiment(pool, found))
    written = Written(ROOT / "specs" / "league.yaml", ROOT, text, inherited(ROOT / "specs", ROOT))
    [spec] = specs(written, tier="smoke")
    return run(spec, workshop.services(lambda progress: None))


def tuned(case: CaseDetail) -> bool:
    """Whether a case belongs to the half that settings are chosen on. Relatives stay together."""
    return hashlib.sha256(f"league/{case.family}".encode()).digest()[0] % 2 == 0


def right(cases: Sequence[CaseDetail], arm: str) -> list[bool]:
    return [next(c.correct for c in case.commits if c.arm == arm) for case in cases]


def rows(pool: Pool, result: ExperimentResult, found: Sequence[Contender]) -> Iterator[Row]:
    """One row a selector: the best of its settings on one half, measured on the other."""
    first, second = [c for c in result.cases if tuned(c)], [c for c in result.cases if not tuned(c)]
    base = right(second, arm_name(found[0], 0))
    reached = [case.commits[0].reached for case in second]
    families = [case.family for case in second]
    for contender in found:
        best = max(range(len(contender.chains)), key=lambda i, c=contender: sum(right(first, arm_name(c, i))))
        hits = right(second, arm_name(contender, best))
        pairs = count_pairs(hits, base)
        gap = sum(reached) - sum(base)
        interval = difference(hits, base, families, seed=0)
        yield Row(
            name=contender.name, chain=said(contender.chains[best]), correct=sum(hits), cases=len(hits),
            reached=sum(reached), gained=(sum(hits) - sum(base)) / gap if gap else float("nan"),
            recoveries=pairs.recoveries, regressions=pairs.regressions,
            p_value=mcnemar(pairs.recoveries, pairs.regressions), low=interval.low, high=interval.high)


def said(chain: Sequence[Any]) -> str:
    words = [word if isinstance(word, str) else "".join(f"{n} {o}" for n, o in word.items()) for word in chain]
    return ", ".join(words).replace("'", "").replace("{", "(").replace("}", ")")


def table(pool: Pool, result: ExperimentResult, found: Sequence[Contender]) -> str:
    made = list(rows(pool, result, found))
    adjusted = (1.0, *holm([row.p_value for row in made[1:]]))
    tokens = next(iter(result.arms[0].metrics.values()))["tokens"].value
    lines = [f"### {pool.name}", "",
             f"{len(result.cases)} cases; reported on {made[0].cases}, of which {made[0].reached} are reachable"
             + (f"; {tokens:,.0f} tokens a case" if tokens == tokens else "; tokens not recorded"), "",
             "| selector | chain | right | gap closed | W/L | p (Holm) | difference |",
             "| --- | --- | --- | --- | --- | --- | --- |"]
    for row, p in zip(made, adjusted, strict=True):
        share = "–" if row.gained != row.gained or row.name == BASE else f"{row.gained:+.0%}"
        compared = "" if row.name == BASE else f"{row.recoveries}/{row.regressions}"
        points = (row.correct - made[0].correct) / row.cases
        spread = "" if row.name == BASE else f"{points:+.1%} [{row.low:+.1%}, {row.high:+.1%}]"
        shown = "" if row.name == BASE else format(p, ".2g")
        lines.append(f"| {row.name} | `{row.chain}` | {row.correct} ({row.correct / row.cases:.1%}) | {share} | "
                     f"{compared} | {shown} | {spread} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    said = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    said.add_argument("pools", nargs="*", help="words of the pools' names; all pools where there are none")
    said.add_argument("--keep", help="a folder in which executions are kept")
    options, data = said.parse_args(), os.environ.get("CHECKABLE_DATA")
    wanted = options.pools
    with tempfile.TemporaryDirectory() as passing:
        workshop = Workshop(root=ROOT, data=Path(data) if data else None, broker=lambda: "", minimum_level=2,
                            pool=Path(options.keep or passing) / "pool.sqlite")
        try:
            for pool in POOLS:
                if not wanted or any(word.lower() in pool.name.lower() for word in wanted):
                    print(one(pool, workshop), flush=True)
        finally:
            workshop.close()


def one(pool: Pool, workshop: Workshop) -> str:
    found = contenders(pool)
    try:
        return table(pool, result_of(pool, found, workshop), found)
    except (CannotRun, DataUnavailable) as error:
        return f"### {pool.name}\n\nleft out: {error}\n"


if __name__ == "__main__":
    main()
