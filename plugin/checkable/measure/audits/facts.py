"""Everything the audits look at."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from checkable.core.arm_run import ArmRun
from checkable.core.completion import Sampling
from checkable.core.expression import Expression
from checkable.core.scored import Comparison, ScoredArm
from checkable.core.training import Training
from checkable.substrate.contract import LabelIssue
from checkable.vocabulary import Baseline


@dataclass(frozen=True, kw_only=True)
class Repeats:
    """``different`` of ``tried`` things came out otherwise when they were done again.

    ``named`` says which; ``problem`` why nothing could be tried, "" where it could.
    """

    tried: int
    different: int
    named: tuple[str, ...] = ()
    problem: str = ""


@dataclass(frozen=True, kw_only=True)
class Sold:
    """Labels of unlabelled inputs: how many were bought, and for how many inputs somebody asked in vain: since hidden
    tests score them, or since the one who is asked has no output there (``silent``)."""

    bought: int = 0
    scored: int = 0
    silent: int = 0


@dataclass(frozen=True, kw_only=True)
class Learning:
    """What is known of everything learned in an experiment, by the name of the arm or control.

    ``trainings`` holds an entry for every arm that learns, empty where its words do not say how;
    ``shuffled`` names the controls that were trained on broken labels or rewards; ``baselines`` the
    arms and controls that are a trivial policy, and which.
    """

    trainings: Mapping[str, Sequence[Training]] = field(default_factory=dict)
    shuffled: Collection[str] = ()
    baselines: Mapping[str, Baseline] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class AuditFacts:
    """All arms hold the same cases.

    ``judged``: the criteria decide this result. ``references`` maps cases to reference programs, where
    the substrate has them. ``required`` names the controls that the claim asks for. ``sampling`` maps
    each arm to the decodings its generators used, ``recorded_sampling`` to those that its recordings say;
    ``models`` to those it asks, and is empty where no arm names one for itself;
    ``chosen`` names the arms that learn or select and so owe a control; ``seed_varies``: other items of
    the spec are the same under other seeds. ``reexecuted`` are committed programs run again under another
    hash seed (None: none were), ``stored`` executions of earlier runs that were made again, ``reasked``
    greedy completions asked again. ``recorded`` names where completions were recorded that this run did
    not make. ``ended_by_length`` counts completions cut off by max_tokens, of ``completions``; completions
    whose recording does not say count among neither.
    """

    issues: Sequence[LabelIssue]
    runs: Sequence[ArmRun]
    scored: Sequence[ScoredArm]
    comparisons: Sequence[Comparison]
    criteria: Sequence[Expression]
    judged: bool = True
    references: Mapping[str, str] = field(default_factory=dict)
    required: Sequence[str] = ()
    sampling: Mapping[str, Collection[Sampling]]
    recorded_sampling: Mapping[str, Collection[Sampling]] = field(default_factory=dict)
    models: Mapping[str, Sequence[str]] = field(default_factory=dict)
    chosen: Collection[str]
    learning: Learning = Learning()
    sold: Sold = Sold()
    seeds: Collection[int]
    seed_varies: bool = False
    reexecuted: Repeats | None = None
    stored: Repeats = Repeats(tried=0, different=0)
    reasked: Repeats | None = None
    recorded: str = ""
    ended_by_length: int
    completions: int
    justifications: Mapping[str, str] = field(default_factory=dict)

    @property
    def cases(self) -> list[str]:
        return [case.case.id for case in self.runs[0].cases] if self.runs else []
