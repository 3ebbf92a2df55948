"""Research programs, claims, the queue, and where each claim stands: what the ledger hands to whoever shows it.

A person writes ResearchProgram, Claim and Proposal (YAML); runs leave Evidence; everything else is computed
and never typed. ``ledger.overview.overview`` makes an Overview of a workspace's ledger.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checkable.core.scored import Estimate

Status = Literal["confirmed", "promising", "open", "negative", "retired"]
STATUSES: tuple[Status, ...] = ("confirmed", "promising", "open", "negative", "retired")
Measure = Literal["committed", "reachable"]
Source = Literal["executed", "recorded completions", "recorded outcomes"]
Bearing = Literal["supports", "leans", "undecided", "refutes", "silent"]
LEVEL = 0.05  # of p within a run and of q across the ledger


@dataclass(frozen=True, kw_only=True)
class ResearchProgram:
    """A lasting line of inquiry that experiments attach to."""

    id: str
    title: str
    charter: str
    boundaries: tuple[str, ...]  # what belongs elsewhere
    stop_when: tuple[str, ...]  # what would end the line
    line: int


@dataclass(frozen=True, kw_only=True)
class Retirement:
    """Only a person retires a claim, and says why."""

    by: str
    on: str  # ISO 8601 date
    reason: str


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One sentence that experiments bear on, with what it would take and what would refute it.

    ``arm`` and ``base`` name arms of the experiments that carry the claim; ``controls`` name arms or
    controls (or the word a control breaks) that the arm must beat as well. ``smallest_effect`` is a
    difference of shares (0.05 is five points). ``reward_controls`` are those of base and
    controls that train on a shuffled reward, which vary so much that they owe five seeds. A claim that is not about
    a difference between two arms has none of these (``arm`` is None): the experiments' own criteria
    decide it. ``models`` names the models it is about; none named: any.
    """

    id: str
    statement: str
    programs: tuple[str, ...]
    models: tuple[str, ...]
    arm: str | None
    base: str | None
    measure: Measure
    controls: tuple[str, ...]
    reward_controls: tuple[str, ...]
    trained: bool
    smallest_effect: float | None
    refuted_by: str
    note: str
    typed_status: Status | None  # what somebody wrote down; shown when it disagrees, never believed
    retired: Retirement | None
    line: int


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """An experiment that waits to be written. ``checkable propose ID`` makes a spec skeleton of it."""

    id: str
    title: str
    programs: tuple[str, ...]
    priority: Literal["P0", "P1", "P2"]  # P0 first
    effort: Literal["small", "medium", "large"]
    question: str
    hypothesis: str
    protocol: tuple[str, ...]
    success: str
    failure: str
    claim: str | None  # the claim it would bear on
    frontier: str | None  # the new line it opens, in words
    substrate: str | None  # an existing substrate that its skeleton runs on
    line: int


@dataclass(frozen=True, kw_only=True)
class Contrast:
    """The claim's arm against its base or one control, on one run's cases.

    Counts are of cases that the claim's measure counts (committed correct, or reachable).
    ``p_adjusted`` is by Holm over the contrasts of the run that the claim requires; ``needed``
    is about how many cases would show the difference (None where that cannot be said).
    """

    against: str
    role: Literal["base", "control"]
    right: int  # cases the arm has right
    against_right: int
    recoveries: int
    regressions: int
    cases: int
    families: int
    difference: Estimate  # of shares, interval clustered by family
    ceiling: float  # what the difference hardly exceeds: the larger upper end of this and Newcombe's interval
    p_value: float
    p_adjusted: float
    e_value: float
    needed: int | None
    beaten: bool  # difference > 0, p_adjusted < .05 and the interval above 0
    against_seeds: tuple[int, ...] = ()  # that what it stands against was trained under in this run


@dataclass(frozen=True, kw_only=True)
class SeedEvidence:
    """What one training seed of a run says about a claim by itself, by the rules of a run."""

    seed: int
    bearing: Bearing
    contrasts: tuple[Contrast, ...]


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What one run says about one claim.

    ``bearing``: supports (base and every required control beaten), leans (ahead of the base, not
    all of that), refutes (the difference from the base has its ceiling below the smallest
    effect), undecided, or silent (an arm that the claim names is not there). Where criteria decide,
    all held supports and one failed refutes. ``stale`` says what changed since the run; stale
    evidence does not count. ``flags`` are reasons why this evidence supports nothing, such as a
    pool that contains the reference solution, or another model than the claim is about.
    ``seed`` is the experiment's; ``seeds`` are those that the claim's arm was trained under, none where it was not
    trained or nobody kept what each had right.
    """

    run_id: str
    claim: str
    experiment: str
    item: str
    started: str  # ISO 8601, UTC
    source: Source
    model: str  # "" where no model was involved
    substrate: str
    split: str
    seed: int | None
    cases: int
    contrasts: tuple[Contrast, ...]  # the base first, then the controls in the claim's order
    lacking: tuple[str, ...]  # required controls that the run does not have
    bearing: Bearing
    stale: tuple[str, ...]
    flags: tuple[str, ...]
    counts: bool  # whether the standing was decided with it
    sentence: str  # with the numbers that decide
    seeds: tuple[SeedEvidence, ...] = ()

    @property
    def tried(self) -> frozenset[int]:
        """The seeds behind the arm: its trainings' where they are told apart, else the experiment's if it is known."""
        return frozenset(s.seed for s in self.seeds) or frozenset(() if self.seed is None else (self.seed,))

    def seeds_of(self, control: str) -> frozenset[int]:
        """The seeds that what the arm stands against was run with; none where it was not there."""
        found = next((c for c in self.contrasts if c.against == control), None)
        if found is None or (self.seed is None and not found.against_seeds):
            return frozenset()
        return frozenset(found.against_seeds or (self.seed,))

    @property
    def supporting(self) -> frozenset[int]:
        """Those of them that support the claim by themselves."""
        if self.seeds:
            return frozenset(s.seed for s in self.seeds if s.bearing == "supports")
        return self.tried if self.bearing == "supports" else frozenset()


@dataclass(frozen=True, kw_only=True)
class OverSeeds:
    """One experiment's difference from the base over several seeds, with an interval over seeds and cases."""

    experiment: str
    seeds: int
    cases: int
    difference: Estimate


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where a claim stands, why, and what would move it.

    ``disagrees``: a typed status says otherwise. ``since`` is when it came to stand there (None
    for a claim that never moved). ``evidence`` is newest first and includes what does not count.
    ``decided_by`` is the run that decided (None where none did, or a person). ``p_value`` is that run's
    p against the base, after Holm's correction over the claim's contrasts; ``q_value`` is that p
    adjusted over all claims of the ledger (Benjamini and Hochberg) and never decides a status. Both are
    None for a claim that criteria decide.
    """

    claim: Claim
    status: Status
    why: str
    missing: tuple[str, ...]
    disagrees: bool
    since: str | None
    evidence: tuple[Evidence, ...]
    decided_by: str | None = None
    p_value: float | None = None
    q_value: float | None = None
    over_seeds: tuple[OverSeeds, ...] = ()

    @property
    def decisive(self) -> Evidence | None:
        """The evidence of ``decided_by``."""
        return next((e for e in self.evidence if e.run_id == self.decided_by), None)

    @property
    def chance_finding(self) -> bool:
        """Stands above open, and would not be called a finding among all claims of the ledger."""
        return self.status in ("confirmed", "promising") and self.q_value is not None and self.q_value >= LEVEL

    @property
    def stale(self) -> tuple[Evidence, ...]:
        return tuple(e for e in self.evidence if e.stale)

    @property
    def counted(self) -> tuple[Evidence, ...]:
        return tuple(e for e in self.evidence if e.counts)


@dataclass(frozen=True, kw_only=True)
class Transition:
    """One move of one claim, and what caused it: the run ``run_id``, or where that is None, a change
    of spec, data or code, or a person who retired it. ``cause`` says which in words.

    ``turn``: between open and negative, which is neither up nor down.
    """

    claim: str
    at: str  # ISO 8601, UTC
    before: Status
    after: Status
    direction: Literal["promotion", "demotion", "turn"]
    run_id: str | None
    cause: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Something in the ledger that could not be used: which file, where in it, and what is wrong."""

    path: str
    line: int | None
    text: str


@dataclass(frozen=True, kw_only=True)
class Overview:
    """The whole ledger at one moment. ``transitions`` are newest first; proposals by priority."""

    programs: tuple[ResearchProgram, ...]
    standings: tuple[Standing, ...]  # in the order of the claims' file
    proposals: tuple[Proposal, ...]
    transitions: tuple[Transition, ...]
    problems: tuple[Problem, ...]
    runs: int  # records in the ledger, evidence or not
    not_evidence: int  # of them: smoke runs and others too small to count

    def of_status(self, status: Status) -> tuple[Standing, ...]:
        return tuple(s for s in self.standings if s.status == status)

    def of_program(self, program: str) -> tuple[Standing, ...]:
        return tuple(s for s in self.standings if program in s.claim.programs)

    def queue_of(self, program: str) -> tuple[Proposal, ...]:
        return tuple(p for p in self.proposals if program in p.programs)
