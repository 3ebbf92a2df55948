"""A league table of selectors over recorded pools: `python benchmarks/selection/league.py [POOL …] [--keep FOLDER]`.

Every selector chooses among the same candidates of every pool. Selectors with settings are tuned on one half
of the families (or of the cases, where a case stands alone) and all are reported on the other half:
commits that are right and their share of all commits, the same with the selector's evidence dealt out among the
candidates (where it goes by any), the share of what was reachable and not committed by the first visible pass that it
gains, the exact paired test against the first visible pass, corrected by Holm over the pool's selectors, and tokens
a case: candidates and evidence that was asked for, where the pool says them. Which pools there are is in ``pools.py``;
executions are kept in FOLDER, so that a second time takes seconds.
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

from contenders import BASE, Contender, contenders  # noqa: E402
from pools import POOLS, Pool  # noqa: E402

from checkable.core.result import CaseDetail, ExperimentResult  # noqa: E402
from checkable.experiment.run import CannotRun, run  # noqa: E402
from checkable.experiment.workshop import Workshop  # noqa: E402
from checkable.measure.corrections import holm  # noqa: E402
from checkable.measure.estimates import difference  # noqa: E402
from checkable.measure.paired import count_pairs, mcnemar  # noqa: E402
from checkable.spec.defaults import inherited  # noqa: E402
from checkable.spec.errors import SpecErrors  # noqa: E402
from checkable.spec.loader import Written, specs  # noqa: E402
from checkable.substrate.contract import DataUnavailable  # noqa: E402

COLUMNS = ("selector", "chain", "right", "of commits", "dealt out", "gap closed", "W/L", "p (Holm)", "difference",
           "tokens")


@dataclass(frozen=True, kw_only=True)
class Row:
    name: str
    chain: str
    correct: int
    commits: int
    dealt: int | None
    cases: int
    reached: int
    tokens: float  # a case, of all cases; NaN where the pool does not say
    gained: float  # of what was reachable and not committed by the base; NaN where that is nothing
    recoveries: int
    regressions: int
    p_value: float
    low: float
    high: float


def experiment(pool: Pool, found: Sequence[Contender]) -> Mapping[str, Any]:
    """One spec with an arm for every chain, all with the pool's candidates. JSON is YAML."""
    arms = {arm_name(c, i): {"generator": pool.generator, "selector": list(chain),
                             **({"evidence": list(c.evidence)} if c.evidence else {})}
            for c in found for i, chain in enumerate(c.chains)}
    controls = {_control(c, i): {"of": arm_name(c, i), "break": "scores"}
                for c in found if c.dealt for i in range(len(c.chains))}
    return {"title": pool.name, "substrate": dict(pool.substrate), "arms": arms, "controls": controls, **pool.spec,
            "tiers": {"smoke": {"cases": "all"}}}


def _control(contender: Contender, at: int) -> str:
    return f"{arm_name(contender, at)}-dealt"


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


def _commits(cases: Sequence[CaseDetail], arm: str) -> int:
    return sum(c.arm == arm and c.candidate is not None for case in cases for c in case.commits)


def _worth(cases: Sequence[CaseDetail], arm: str, target: float | None) -> tuple[float, float]:
    """What a setting is tuned for: right commits or, with a target, commits at that precision, else the precision."""
    correct, commits = sum(right(cases, arm)), _commits(cases, arm)
    if target is None:
        return (correct, 0.0)
    met = commits > 0 and correct >= target * commits
    return (float(met), commits if met else correct / max(commits, 1))


def rows(pool: Pool, result: ExperimentResult, found: Sequence[Contender]) -> Iterator[Row]:
    """One row a selector: the best of its settings on one half, measured on the other."""
    first, second = [c for c in result.cases if tuned(c)], [c for c in result.cases if not tuned(c)]
    base = right(second, arm_name(found[0], 0))
    reached = [case.commits[0].reached for case in second]
    families = [case.family for case in second]
    tokens = {arm.name: next(iter(arm.metrics.values()))["tokens"].value for arm in result.arms}
    for contender in found:
        best = max(range(len(contender.chains)), key=lambda i, c=contender: _worth(first, arm_name(c, i), c.target))
        arm = arm_name(contender, best)
        hits = right(second, arm)
        pairs = count_pairs(hits, base)
        gap = sum(reached) - sum(base)
        interval = difference(hits, base, families, seed=0)
        yield Row(
            name=contender.name, chain=said(contender.chains[best]), correct=sum(hits), cases=len(hits),
            dealt=sum(right(second, _control(contender, best))) if contender.dealt else None,
            commits=_commits(second, arm), tokens=tokens[arm], reached=sum(reached),
            gained=(sum(hits) - sum(base)) / gap if gap else float("nan"),
            recoveries=pairs.recoveries, regressions=pairs.regressions,
            p_value=mcnemar(pairs.recoveries, pairs.regressions), low=interval.low, high=interval.high)


def said(chain: Sequence[Any]) -> str:
    words = [word if isinstance(word, str) else "".join(f"{n} {o}" for n, o in word.items()) for word in chain]
    return ", ".join(words).replace("'", "").replace("{", "(").replace("}", ")")


def table(pool: Pool, result: ExperimentResult, found: Sequence[Contender]) -> str:
    made = list(rows(pool, result, found))
    adjusted = (1.0, *holm([row.p_value for row in made[1:]]))
    lines = [f"### {pool.name}", "",
             f"{len(result.cases)} cases; reported on {made[0].cases}, of which {made[0].reached} are reachable", "",
             f"| {' | '.join(COLUMNS)} |", f"| {' | '.join('---' for _ in COLUMNS)} |"]
    lines += [_line(row, made[0], p) for row, p in zip(made, adjusted, strict=True)]
    return "\n".join(lines) + "\n"


def _line(row: Row, base: Row, p: float) -> str:
    itself = row.name == BASE
    share = "–" if row.gained != row.gained or itself else f"{row.gained:+.0%}"
    points = (row.correct - base.correct) / row.cases
    cells = [row.name, f"`{row.chain}`", f"{row.correct} ({row.correct / row.cases:.1%})",
             f"{row.correct / row.commits:.0%} of {row.commits}" if row.commits else "none",
             "" if row.dealt is None else str(row.dealt), share,
             "" if itself else f"{row.recoveries}/{row.regressions}", "" if itself else format(p, ".2g"),
             "" if itself else f"{points:+.1%} [{row.low:+.1%}, {row.high:+.1%}]",
             f"{row.tokens:,.0f}" if row.tokens == row.tokens else "–"]
    return f"| {' | '.join(cells)} |"


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
    except (CannotRun, DataUnavailable, SpecErrors) as error:
        return f"### {pool.name}\n\nleft out: {error}\n"


if __name__ == "__main__":
    main()
