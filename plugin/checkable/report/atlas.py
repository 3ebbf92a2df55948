"""The ledger as the page shows it: programs with their claims, claims with their evidence, the queue.

It arranges what ``core.claims.Overview`` holds and computes no status; it adds addresses in the page
and the figures that charts draw.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checkable.core.claims import (
    STATUSES,
    Contrast,
    Evidence,
    OverSeeds,
    Overview,
    Proposal,
    ResearchProgram,
    Standing,
    Transition,
)
from checkable.core.result import to_plain
from checkable.report import charts
from checkable.report.entries import Entry, addresses
from checkable.report.figures import ABSENT, Figure, figure


@dataclass(frozen=True, kw_only=True)
class ContrastView:
    contrast: Contrast
    difference: Figure


@dataclass(frozen=True, kw_only=True)
class SeedView:
    """One training seed alone against the base."""

    seed: int
    bearing: str
    contrast: Contrast
    difference: Figure


@dataclass(frozen=True, kw_only=True)
class EvidenceView:
    """One run's bearing on a claim. ``slug`` is the address of that very run, "" where it is not on this page.

    Then ``other`` is that of another run of its experiment, which may have found something else; "" without one.
    """

    evidence: Evidence
    contrasts: tuple[ContrastView, ...]
    seeds: tuple[SeedView, ...]
    slug: str
    other: str
    audits: tuple[Mapping[str, str], ...]  # of that run, where it is on this page


@dataclass(frozen=True, kw_only=True)
class ClaimView:
    standing: Standing
    slug: str
    evidence: tuple[EvidenceView, ...]
    transitions: tuple[Transition, ...]  # newest first
    programs: tuple[tuple[str, str], ...]  # title, slug

    @property
    def headline(self) -> Figure:
        """The difference from the base in the run that decided."""
        return next((e.contrasts[0].difference for e in self.evidence
                     if e.evidence.run_id == self.standing.decided_by and e.contrasts), ABSENT)

    @property
    def over_seeds(self) -> list[tuple[OverSeeds, Figure]]:
        return [(each, figure(to_plain(each.difference))) for each in self.standing.over_seeds]

    @property
    def scale(self) -> charts.Scale:
        """One axis for all its contrasts and for the smallest effect of interest."""
        smallest = Figure(value=self.standing.claim.smallest_effect)  # without a value where the claim names none
        seeds = [difference for _, difference in self.over_seeds]
        drawn = (c.difference for e in self.evidence for c in (*e.contrasts, *e.seeds))
        return charts.difference_scale([smallest, *seeds, *drawn])


@dataclass(frozen=True, kw_only=True)
class ProgramView:
    program: ResearchProgram
    slug: str
    claims: tuple[ClaimView, ...]
    proposals: tuple[Proposal, ...]

    def of(self, status: str) -> list[ClaimView]:
        return [c for c in self.claims if c.standing.status == status]


@dataclass(frozen=True, kw_only=True)
class Atlas:
    overview: Overview
    programs: tuple[ProgramView, ...]
    claims: tuple[ClaimView, ...]
    homeless: tuple[ClaimView, ...]  # claims of no known program

    @property
    def counts(self) -> list[tuple[str, int]]:
        """Every status with how many claims stand there, those without any left out."""
        found = [(s, sum(c.standing.status == s for c in self.claims)) for s in STATUSES]
        return [(s, n) for s, n in found if n]

    @property
    def statuses(self) -> tuple[str, ...]:
        return STATUSES

    @property
    def scale(self) -> charts.Scale:
        return charts.difference_scale(c.headline for c in self.claims)

    def named(self, claim: str) -> ClaimView | None:
        return next((c for c in self.claims if c.standing.claim.id == claim), None)


def made(overview: Overview, entries: Sequence[Entry]) -> Atlas:
    """The atlas of ``overview``; evidence leads to the experiments that are on the page as ``entries``."""
    slugs = dict(
        zip([p.id for p in overview.programs], addresses((p.id for p in overview.programs), prefix="p-"), strict=True)
    )
    known = {key: e for e in entries for key in (e.view.name, (e.view.name, e.view.plain["started"]))}
    homes = {p.id: (p.title, slugs[p.id]) for p in overview.programs}
    claims = tuple(
        _claim(s, slug, overview, known, homes)
        for s, slug in zip(
            overview.standings, addresses((s.claim.id for s in overview.standings), prefix="c-"), strict=True
        )
    )
    programs = tuple(
        ProgramView(
            program=p,
            slug=slugs[p.id],
            claims=tuple(c for c in claims if p.id in c.standing.claim.programs),
            proposals=overview.queue_of(p.id),
        )
        for p in overview.programs
    )
    return Atlas(
        overview=overview, programs=programs, claims=claims, homeless=tuple(c for c in claims if not c.programs)
    )


def _claim(
    standing: Standing, slug: str, overview: Overview, known: Mapping[Any, Entry], homes: Mapping[str, tuple[str, str]]
) -> ClaimView:
    return ClaimView(
        standing=standing,
        slug=slug,
        # What decided comes first, and what does not count below it; each the newest first.
        evidence=tuple(_evidence(e, known) for e in sorted(standing.evidence, key=lambda e: not e.counts)),
        transitions=tuple(t for t in overview.transitions if t.claim == standing.claim.id),
        programs=tuple(homes[p] for p in standing.claim.programs if p in homes),
    )


def _evidence(evidence: Evidence, known: Mapping[Any, Entry]) -> EvidenceView:
    name = f"{evidence.experiment}::{evidence.item}"
    entry, other = known.get((name, evidence.started)), known.get(name)
    return EvidenceView(
        evidence=evidence,
        contrasts=tuple(
            ContrastView(contrast=c, difference=figure(to_plain(c.difference))) for c in evidence.contrasts
        ),
        seeds=tuple(
            SeedView(seed=s.seed, bearing=s.bearing, contrast=base, difference=figure(to_plain(base.difference)))
            for s in evidence.seeds for base in s.contrasts[:1]
        ),
        slug=entry.slug if entry else "",
        other=other.slug if other and not entry else "",
        audits=tuple(a for a in entry.view.audits if a["level"] == "warning") if entry else (),
    )
