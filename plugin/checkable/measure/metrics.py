"""One function per metric of cases in ``core.metrics.METRICS``: an arm's cases, then those of the arms it takes.

Every function takes the same cases in the same order for each arm, and ``seed`` for its interval.
On no cases at all every metric but ``cases`` is undefined: a criterion about an empty slice is
undecided, never vacuously true.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from checkable.core.scored import Estimate, ScoredCase
from checkable.measure import case_words, estimates
from checkable.measure import headroom as headrooms
from checkable.measure.passk import mean_pass_at_k

Cases: TypeAlias = Sequence[ScoredCase]


def accuracy(cases: Cases, *, seed: int) -> Estimate:
    return estimates.share([c.correct for c in cases], _families(cases), seed=seed)


def correct(cases: Cases, *, seed: int) -> Estimate:
    return estimates.count([c.correct for c in cases], _families(cases), seed=seed)


def coverage(cases: Cases, *, seed: int) -> Estimate:
    return estimates.share([c.reached for c in cases], _families(cases), seed=seed)


def reached(cases: Cases, *, seed: int) -> Estimate:
    return estimates.count([c.reached for c in cases], _families(cases), seed=seed)


def headroom(cases: Cases, *, seed: int) -> Estimate:
    """Coverage minus accuracy: since a commit is one of the candidates, the share reached and not committed."""
    return estimates.share([c.reached and not c.correct for c in cases], _families(cases), seed=seed)


def precision(cases: Cases, *, seed: int) -> Estimate:
    return estimates.share([c.correct for c in cases], _families(cases), counted=[c.treated for c in cases],
                           empty="no commit of the treatment channel", seed=seed)


def commits(cases: Cases, *, seed: int) -> Estimate:
    return estimates.count([c.treated for c in cases], _families(cases), seed=seed)


def commit_rate(cases: Cases, *, seed: int) -> Estimate:
    return estimates.share([c.treated for c in cases], _families(cases), seed=seed)


def abstentions(cases: Cases, *, seed: int) -> Estimate:
    return estimates.count([not c.committed for c in cases], _families(cases), seed=seed)


def cases(cases: Cases, *, seed: int) -> Estimate:
    """Exact, so without an interval."""
    return Estimate(value=float(len(cases)), method="exact")


def recoveries(cases: Cases, base: Cases, *, seed: int) -> Estimate:
    hits = [a.correct and not b.correct for a, b in zip(cases, base, strict=True)]
    return estimates.count(hits, _families(cases), seed=seed)


def regressions(cases: Cases, base: Cases, *, seed: int) -> Estimate:
    return recoveries(base, cases, seed=seed)


def lift(cases: Cases, base: Cases, *, seed: int) -> Estimate:
    return estimates.difference([c.correct for c in cases], [c.correct for c in base], _families(cases), seed=seed)


def agreement(cases: Cases, base: Cases, *, seed: int) -> Estimate:
    hits = [case_words.agrees(a, b) for a, b in zip(cases, base, strict=True)]
    return estimates.share(hits, _families(cases), seed=seed)


def union(cases: Cases, base: Cases, *, seed: int) -> Estimate:
    hits = [a.correct or b.correct for a, b in zip(cases, base, strict=True)]
    return estimates.count(hits, _families(cases), seed=seed)


def captured(cases: Cases, base: Cases, oracle: Cases, *, seed: int) -> Estimate:
    return headrooms.captured([c.correct for c in cases], [c.correct for c in base], [c.reached for c in oracle],
                              _families(cases), seed=seed)


def pass_at_1(cases: Cases, *, seed: int) -> Estimate:
    return _pass_at(1, cases, seed)


def pass_at_k(cases: Cases, *, seed: int) -> Estimate:
    return _pass_at(min((c.candidates for c in cases), default=0), cases, seed)


def support(cases: Cases, *, seed: int) -> Estimate:
    known = [c for c in cases if c.committed and case_words.supported(c)]
    return estimates.mean([c.evidence["support"] for c in known], _families(known), seed=seed,
                          empty="no committed candidate has evidence named support")


def program_exact(cases: Cases, *, seed: int) -> Estimate:
    return _structured("program_exact", cases, seed)


def slot_accuracy(cases: Cases, *, seed: int) -> Estimate:
    return _structured("slot_accuracy", cases, seed)


def pointer_accuracy(cases: Cases, *, seed: int) -> Estimate:
    return _structured("pointer_accuracy", cases, seed)


def state_prefix(cases: Cases, *, seed: int) -> Estimate:
    return _structured("state_prefix", cases, seed)


def worst_seed(cases: Cases, *, seed: int) -> Estimate:
    return min(_by_sample(cases, seed), key=lambda e: e.value, default=estimates.undefined("no case has a candidate"))


def best_seed(cases: Cases, *, seed: int) -> Estimate:
    return max(_by_sample(cases, seed), key=lambda e: e.value, default=estimates.undefined("no case has a candidate"))


def tokens(cases: Cases, *, seed: int) -> Estimate:
    return _cost([c.tokens for c in cases], cases, "tokens", seed)


def samples(cases: Cases, *, seed: int) -> Estimate:
    return estimates.mean([float(c.candidates) for c in cases], _families(cases), seed=seed)


def labels(cases: Cases, *, seed: int) -> Estimate:
    return estimates.mean([float(c.labels) for c in cases], _families(cases), seed=seed)


def seconds(cases: Cases, *, seed: int) -> Estimate:
    return _cost([c.seconds for c in cases], cases, "seconds", seed)


def _families(cases: Cases) -> list[str]:
    return [c.family for c in cases]


def _structured(name: str, cases: Cases, seed: int) -> Estimate:
    known = [c for c in cases if name in c.structure]
    return estimates.mean([c.structure[name] for c in known], _families(known), seed=seed,
                          empty="no committed program has a gold one to compare with")


def _by_sample(cases: Cases, seed: int) -> list[Estimate]:
    """Accuracy of each training seed alone, of each sample where nothing was trained, over the cases that have it.

    An interval is of cases under that one seed.
    """
    trained = any(case.seeds for case in cases)
    right = [{one.seed: one.correct for one in case.seeds} if trained else case.right for case in cases]
    samples = sorted({sample for of_case in right for sample in of_case})
    having = [[(case, row[sample]) for case, row in zip(cases, right, strict=True) if sample in row]
              for sample in samples]
    return [estimates.share([hit for _, hit in of_one], _families([case for case, _ in of_one]), seed=seed)
            for of_one in having]


def _pass_at(k: int, cases: Cases, seed: int) -> Estimate:
    return mean_pass_at_k([c.candidates for c in cases], [c.correct_candidates for c in cases], _families(cases), k,
                          seed=seed)


def _cost(values: Sequence[float | None], cases: Cases, unit: str, seed: int) -> Estimate:
    """A mean is only given where every case says what it cost: those that do not are rarely the cheap ones."""
    known = [v for v in values if v is not None]
    if len(known) < len(cases):
        return estimates.undefined(f"{len(cases) - len(known)} of {len(cases)} cases do not say their {unit}")
    return estimates.mean(known, _families(cases), seed=seed)


FUNCTIONS: Mapping[str, Callable[..., Estimate]] = {
    function.__name__: function
    for function in (
        accuracy, correct, coverage, reached, headroom, precision, commits, commit_rate, abstentions, cases,
        recoveries, regressions, lift, agreement, union, captured, pass_at_1, pass_at_k, support, tokens,
        samples, labels, seconds, program_exact, slot_accuracy, pointer_accuracy, state_prefix,
        worst_seed, best_seed,
    )
}
