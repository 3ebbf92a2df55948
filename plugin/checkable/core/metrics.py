"""The names that criteria and slices may use, with what each takes. Imports nothing heavy.

``spec`` checks names against this table at collection; ``measure`` computes them, and a test
holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class MetricWord:
    """A number about one arm.

    ``takes`` names the arms it needs, in order ("base", "oracle"); a metric of cases may also take a
    slice as its last argument, which restricts it to the cases of that slice. One of ``rounds`` is about the programs
    that the arm's trainings kept of their own, and has no cases.
    """

    name: str
    takes: tuple[str, ...]
    summary: str
    unit: str = "share"  # share, count, tokens, seconds, number
    of: Literal["cases", "rounds"] = "cases"


@dataclass(frozen=True, kw_only=True)
class CaseWord:
    """A truth about one arm on one case, for slices. ``takes`` as above."""

    name: str
    takes: tuple[str, ...]
    summary: str
    oracle: bool = False  # uses the answer: allowed in slices, which the scorer cuts after the fact


METRICS: dict[str, MetricWord] = {
    m.name: m
    for m in (
        MetricWord(name="accuracy", takes=(), summary="share of cases whose commit is correct (committed accuracy)"),
        MetricWord(name="correct", takes=(), summary="number of cases whose commit is correct", unit="count"),
        MetricWord(name="coverage", takes=(),
                   summary="share of cases with at least one correct candidate (reachable; oracle)"),
        MetricWord(name="reached", takes=(),
                   summary="number of cases with at least one correct candidate (oracle)", unit="count"),
        MetricWord(name="headroom", takes=(), summary="coverage minus accuracy"),
        MetricWord(name="precision", takes=(), summary="correct commits over commits of the treatment channel"),
        MetricWord(name="commits", takes=(),
                   summary="number of commits made by the treatment channel (not the fallback)", unit="count"),
        MetricWord(name="commit_rate", takes=(), summary="commits of the treatment channel over cases"),
        MetricWord(name="abstentions", takes=(),
                   summary="number of cases on which nothing was committed", unit="count"),
        MetricWord(name="cases", takes=(), summary="number of cases", unit="count"),
        MetricWord(name="recoveries", takes=("base",),
                   summary="cases wrong under the base and right here", unit="count"),
        MetricWord(name="regressions", takes=("base",),
                   summary="cases right under the base and wrong here", unit="count"),
        MetricWord(name="lift", takes=("base",), summary="accuracy minus the base's accuracy"),
        MetricWord(name="agreement", takes=("base",),
                   summary="share of cases on which both arms commit the same output"),
        MetricWord(name="union", takes=("base",),
                   summary="number of cases right under either arm (oracle)", unit="count"),
        MetricWord(name="captured", takes=("base", "oracle"),
                   summary="(arm - base) / (oracle - base), in accuracy; the oracle arm's coverage is used"),
        MetricWord(name="pass_at_1", takes=(), summary="unbiased pass@1 over an arm's candidates (oracle)"),
        MetricWord(name="pass_at_k", takes=(),
                   summary="unbiased pass@k with k the smallest number of candidates of any case (oracle)"),
        MetricWord(name="support", takes=(),
                   summary="mean of the evidence named support over the committed candidates that have it"),
        MetricWord(name="program_exact", takes=(),
                   summary="share of committed programs for an exact machine that are the gold one (oracle)"),
        MetricWord(name="slot_accuracy", takes=(),
                   summary="mean share of gold slots that stand in the committed program at their place (oracle)"),
        MetricWord(name="pointer_accuracy", takes=(),
                   summary="mean share of gold pointers to registers read and written that stand in the committed "
                           "program at their place (oracle)"),
        MetricWord(name="state_prefix", takes=(),
                   summary="mean share of gold states that a committed program goes through from the first (oracle)"),
        MetricWord(name="worst_seed", takes=(),
                   summary="lowest accuracy of a training seed alone; of a sample, where nothing was trained"),
        MetricWord(name="best_seed", takes=(),
                   summary="highest accuracy of a training seed alone; of a sample, where nothing was trained"),
        MetricWord(name="keep_precision", takes=(), of="rounds",
                   summary="right programs over those that trainings on programs of their own ended with; by their "
                           "prompts' held-out inputs (oracle)"),
        MetricWord(name="false_keep_rate", takes=(), of="rounds",
                   summary="wrong programs that agree with their prompt's examples over wrong programs drawn, in all "
                           "rounds (oracle)"),
        MetricWord(name="tokens", takes=(), summary="mean prompt and completion tokens per case", unit="tokens"),
        MetricWord(name="samples", takes=(), summary="mean number of candidates made per case", unit="number"),
        MetricWord(name="labels", takes=(), summary="mean number of labels paid for per case", unit="number"),
        MetricWord(name="seconds", takes=(), summary="mean model seconds per case", unit="seconds"),
    )
}

CASE_WORDS: dict[str, CaseWord] = {
    w.name: w
    for w in (
        CaseWord(name="treated", takes=(), summary="the commit came from the treatment channel"),
        CaseWord(name="committed", takes=(), summary="something was committed"),
        CaseWord(name="agrees", takes=("base",), summary="both arms committed the same output"),
        CaseWord(name="passing", takes=(), summary="some candidate passes every visible example"),
        CaseWord(name="supported", takes=(), summary="the committed candidate has evidence named support"),
        CaseWord(name="correct", takes=(), summary="the commit is correct", oracle=True),
        CaseWord(name="reached", takes=(), summary="some candidate is correct", oracle=True),
    )
}
