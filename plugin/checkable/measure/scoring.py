"""Opening the answers: what an arm committed and could have committed, against the hidden truth.

Every comparison with an answer happens here, after every commit is frozen. Promises truths and
counts per case; must not know how candidates came about, and never executes anything: an answer that is
tests comes with its verdicts (``measure.hidden``).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from checkable.core.arm_run import ArmCase, ArmRun
from checkable.core.candidate import Candidate, CheckedCandidate, Payment
from checkable.core.case import Json
from checkable.core.scored import ScoredArm, ScoredCase, SeedScore
from checkable.measure.hidden import Verdicts
from checkable.measure.structure import compared
from checkable.substrate.contract import Substrate, WrongShape

Number = TypeVar("Number", int, float)
MODEL_MADE = ("live", "recorded")  # provenances whose cost is unknown, not zero, where none is recorded


class AnswerError(ValueError):
    """An answer that is missing or not of its substrate's kind; the message says which case."""


def score(run: ArmRun, substrate: Substrate, answers: Mapping[str, Json],
          traces: Mapping[str, Json] | None = None) -> ScoredArm:
    """One arm against the answers, which map the ids of cases to values, as ``traces`` to gold programs.

    Raises AnswerError.
    """
    return ScoredArm(
        name=run.name, role=run.role, of=run.of, broken=run.broken,
        cases=tuple(_score_case(c, substrate, canonical_answer(c.case.id, substrate, answers),
                                (traces or {}).get(c.case.id), [(one.seed, one.cases[i]) for one in run.seeds])
                    for i, c in enumerate(run.cases)),
    )


def canonical_answer(case: str, substrate: Substrate, answers: Mapping[str, Json]) -> Json:
    """The answer of a case in the substrate's canonical form, or its verdicts. Raises AnswerError."""
    if case not in answers:
        raise AnswerError(f"substrate {substrate.name!r} has no answer for case {case!r}")
    if isinstance(answers[case], Verdicts):
        return answers[case]
    try:
        return substrate.shape(answers[case])
    except WrongShape as error:
        raise AnswerError(f"the answer of case {case!r} is not an output of substrate {substrate.name!r}: {error}") \
            from error


def is_correct(checked: CheckedCandidate, substrate: Substrate, answer: Json) -> bool:
    """Whether a candidate's output on the held-out input is ``answer`` (in the substrate's canonical form).

    Where the answer is tests: whether its program passes them.
    """
    if isinstance(answer, Verdicts):
        return checked.candidate.source in answer.right
    output = _output(checked, substrate)
    return output is not None and bool(substrate.equal(output[0], answer))


def _score_case(arm_case: ArmCase, substrate: Substrate, answer: Json, gold: Json,
                alone: Sequence[tuple[int, ArmCase]]) -> ScoredCase:
    _check_commit(arm_case)
    case, candidates, chosen = arm_case.case, arm_case.candidates, arm_case.commit.candidate
    verdicts = [is_correct(candidate, substrate, answer) for candidate in candidates]
    right = sum(verdicts)
    return ScoredCase(
        id=case.id, family=case.family, attributes=dict(case.attributes),
        reached=right > 0, committed=chosen is not None, treated=chosen is not None and arm_case.commit.treated,
        correct=chosen is not None and is_correct(chosen, substrate, answer),
        output=None if chosen is None else _digest(chosen, substrate, answer),
        passing_samples=sum(candidate.passes is True for candidate in candidates),
        candidates=len(candidates), correct_candidates=right,
        tokens=_total(candidates, _tokens, lambda p: p.tokens),
        seconds=_total(candidates, lambda c: c.seconds, lambda p: p.seconds),
        evidence={} if chosen is None else dict(chosen.evidence),
        labels=sum({p.key: p.labels for c in candidates for p in c.paid}.values()),
        right={c.candidate.sample: good for c, good in reversed(list(zip(candidates, verdicts, strict=True)))},
        structure=_structure(chosen, gold),
        seeds=tuple(_alone(seed, of_seed, substrate, answer) for seed, of_seed in alone),
    )


def _alone(seed: int, arm_case: ArmCase, substrate: Substrate, answer: Json) -> SeedScore:
    """The case with the training of one seed alone."""
    _check_commit(arm_case)
    chosen = arm_case.commit.candidate
    return SeedScore(seed=seed, correct=chosen is not None and is_correct(chosen, substrate, answer),
                     reached=any(is_correct(candidate, substrate, answer) for candidate in arm_case.candidates))


def _structure(chosen: CheckedCandidate | None, gold: Json) -> Mapping[str, float]:
    """What is right of the committed program, where it is one for an exact machine and there is a gold one."""
    if chosen is None or gold is None or chosen.candidate.structure is None:
        return {}
    return compared(chosen.candidate.structure, gold)


def _check_commit(arm_case: ArmCase) -> None:
    """A commit is about its case and one of its candidates, or coverage would not bound accuracy."""
    commit, case = arm_case.commit, arm_case.case.id
    if commit.case != case:
        raise ValueError(f"case {case!r} carries the commit of case {commit.case!r}")
    chosen = commit.candidate
    if chosen is not None and chosen not in arm_case.candidates:
        raise ValueError(f"case {case!r}: the commit {chosen.candidate.id!r} is not one of its candidates")


def _output(checked: CheckedCandidate, substrate: Substrate) -> tuple[Json] | None:
    """The output in canonical form, in a tuple since None may be one; None where there is no output."""
    if not checked.on_query.ok:
        return None
    try:
        return (substrate.shape(checked.on_query.value),)
    except WrongShape:
        return None  # ran, but what it returned is no output of this substrate: wrong, whatever the answer


def _digest(checked: CheckedCandidate, substrate: Substrate, answer: Json) -> str | None:
    """What identifies the output of a commit; None for a commit that failed on the held-out input.

    Where the answer is tests there is no held-out input: what counts is what it does on all visible ones.
    """
    output = _output(checked, substrate)
    if output is None:
        return None
    shown = [output[0], *(seen.canonical for seen in checked.on_unlabelled)]
    counted = shown if isinstance(answer, Verdicts) else output[0]
    canonical = json.dumps(counted, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def _tokens(candidate: Candidate) -> int | None:
    if candidate.prompt_tokens is None or candidate.completion_tokens is None:
        return None
    return candidate.prompt_tokens + candidate.completion_tokens


def _total(candidates: Sequence[CheckedCandidate], cost: Callable[[Candidate], Number | None],
           of_evidence: Callable[[Payment], Number | None]) -> Number | int | None:
    """What distinct completions behind candidates and evidence cost; None as soon as one of them is unknown."""
    parts = {(p.key,): of_evidence(p) for candidate in candidates for p in candidate.paid}
    parts |= dict(part for candidate in candidates for part in _parts(candidate.candidate, cost))
    known = [part for part in parts.values() if part is not None]
    return sum(known) if len(known) == len(parts) else None


def _parts(candidate: Candidate,
           cost: Callable[[Candidate], Number | None]) -> Iterator[tuple[tuple[str, ...], Number | int | None]]:
    """What each attempt of a candidate added, under the keys of the completions that it added.

    Candidates carry running totals over their attempts; taking them apart is what lets two
    candidates that share a completion pay for it once.
    """
    if not candidate.completion_keys:
        spent = cost(candidate)
        yield (candidate.id,), 0 if spent is None and candidate.provenance not in MODEL_MADE else spent
        return
    keys, before = 0, 0
    for attempt in (*candidate.earlier, candidate):
        added, total = attempt.completion_keys[keys:], cost(attempt)
        if added:
            yield added, None if total is None or before is None else total - before
        keys, before = len(attempt.completion_keys), total
