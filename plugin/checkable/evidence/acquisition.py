"""Which unlabelled input to ask about: rules that look at what the candidates do, and nothing else. Not a word.

A rule scores an input by the candidates that are still believed. ``entropy`` is uncertainty sampling by
query-by-committee vote entropy (Dagan and Engelson, ICML 1995); ``disagreement`` is the share that is not
of the plurality's opinion; ``max-split`` the share of candidates that a label is expected to rule out, which
leaves the fewest (Golovin and Krause, JAIR 2011, on adaptive greedy elimination); ``decision`` is the value of
the label for the commit itself (Howard's value of information, 1966): by how much the answer that would be
committed is expected to gain.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Callable, Sequence
from random import Random
from typing import TypeAlias

from checkable.core.candidate import CheckedCandidate
from checkable.core.case import Case

Output: TypeAlias = str | None
Rule: TypeAlias = Callable[[Sequence[Output], Sequence[Output]], float]


def entropy(outputs: Sequence[Output], commits: Sequence[Output]) -> float:
    """The entropy in nats of what the candidates output on the input."""
    shares = [count / len(outputs) for count in Counter(outputs).values()]
    return -sum(share * math.log(share) for share in shares)


def disagreement(outputs: Sequence[Output], commits: Sequence[Output]) -> float:
    """The share of candidates that do not output what most do."""
    return 1 - max(Counter(outputs).values()) / len(outputs)


def max_split(outputs: Sequence[Output], commits: Sequence[Output]) -> float:
    """The share of candidates that the label is expected to rule out, if each is as likely as any other to be right."""
    return 1 - sum((count / len(outputs)) ** 2 for count in Counter(outputs).values())


def decision(outputs: Sequence[Output], commits: Sequence[Output]) -> float:
    """How much more weight the best commit is expected to have after the label than before.

    ``commits`` are what the candidates would commit (``commit_of``). The label is expected to be each output
    with the share of candidates that give it; after it, only those are believed. 0 means that no
    label of this input can change what is committed.
    """
    after: dict[Output, Counter[Output]] = {}
    for output, commit in zip(outputs, commits, strict=True):
        after.setdefault(output, Counter())[commit] += 1
    return (sum(max(counts.values()) for counts in after.values()) - max(Counter(commits).values())) / len(commits)


RULES: dict[str, Rule] = {
    "entropy": entropy, "disagreement": disagreement, "max-split": max_split, "decision": decision,
}


def commit_of(case: Case, checked: CheckedCandidate) -> Output:
    """What would be committed with a candidate: its output on the held-out input.

    In a case that is judged by tests the program itself is committed: what it does on every unlabelled input.
    """
    if case.entry_point is None:
        return checked.on_query.canonical
    return json.dumps([seen.canonical for seen in checked.on_unlabelled])


def choose(rule: str, believed: Sequence[CheckedCandidate], commits: Sequence[Output], left: Sequence[int],
           random: Random) -> int:
    """The index of the unlabelled input to ask about next, out of ``left``; ties go to the first.

    ``commits`` are what the candidates would commit.
    ``next`` takes them in order and ``random`` any: the controls. A tie of ``decision`` goes by entropy.
    """
    if rule == "random":
        return random.choice(list(left))
    if rule == "next" or not believed:
        return left[0]

    def score(at: int) -> tuple[float, float]:
        outputs = [c.on_unlabelled[at].canonical for c in believed]
        return RULES[rule](outputs, commits), entropy(outputs, commits)

    return max(left, key=score)


def can_change(believed: Sequence[CheckedCandidate], commits: Sequence[Output], at: int) -> bool:
    """Whether some label of the input would change which commit has the most candidates behind it."""
    return bool(believed) and decision([c.on_unlabelled[at].canonical for c in believed], commits) > 0
