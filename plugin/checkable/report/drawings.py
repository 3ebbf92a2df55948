"""The figures that results and claims have: which rows, on which axis, with which numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from checkable.report import charts
from checkable.report.atlas import Atlas
from checkable.report.comparing import Pairing
from checkable.report.entries import addresses
from checkable.report.figure import Drawing, Line
from checkable.report.figures import compact, number, p_value, points, points_interval, share
from checkable.report.sources import Record, apart, name_of
from checkable.report.view import ArmView, ResultView, VersusView, view

CONTROLS = Line(name="Controls: one thing broken on purpose")


def of_results(results: Sequence[Record]) -> Iterator[Drawing]:
    """Those of every result, whose names say which run it is where one experiment has several."""
    named = Counter(name_of(record) for record in results)
    names = addresses((f"{name_of(r)} {apart(r) if named[name_of(r)] > 1 else ''}" for r in results), prefix="")
    for record, name in zip(results, names, strict=True):
        yield from of_result(view(record), name)


def of_result(seen: ResultView, name: str | None = None) -> Iterator[Drawing]:
    """Effects, reach against commit, and what there is of costs, each on the first population.

    ``name`` begins the drawings' names; the experiment's unless it is given.
    """
    name = name or addresses([seen.name], prefix="")[0]
    population = next(iter(seen.populations), None)
    if population is None or not seen.populations[population]:
        return
    if seen.versus:
        yield _effects(seen, name)
    yield _reach(seen, name, population)
    if any(arm.seeds for arm in seen.arms):
        yield _seeds(seen, name)
    for metric, unit in (("tokens", "Tokens"), ("seconds", "Model seconds")):
        scale = charts.amount_scale(a.figure(population, metric).value or 0.0 for a in seen.arms)
        if scale is not None:
            yield _cost(seen, name, population, metric, unit, scale)


def _effects(seen: ResultView, name: str) -> Drawing:
    scale = charts.difference_scale(v.difference for v in seen.versus)
    controls = {arm.name for arm in seen.arms if arm.control}

    def line(v: VersusView) -> Line:
        return Line(
            name=v.arm,
            note="" if v.base == seen.base else f"against {v.base}",
            marks=charts.forest_row(v.difference, scale, hollow=v.arm in controls),
            numbers=(
                f"{points(v.difference.value)} {points_interval(v.difference)}".rstrip(),
                f"{v.recoveries} / {v.regressions}",
                p_value(v.p_adjusted),
            ),
        )

    return Drawing(
        name=f"{name}-effects",
        title=seen.title or seen.name,
        caption=f"Difference from {seen.base} in points of committed accuracy, 95% intervals. Controls are hollow.",
        axis=charts.difference_axis(scale),
        heads=("points", "recovered / regressed", "p, adjusted"),
        lines=_grouped(
            [line(v) for v in seen.versus if v.arm not in controls], [line(v) for v in seen.versus if v.arm in controls]
        ),
    )


def _reach(seen: ResultView, name: str, population: str) -> Drawing:
    def line(arm: ArmView) -> Line:
        commit, reach = arm.figure(population, "accuracy"), arm.figure(population, "coverage")
        return Line(
            name=arm.name,
            marks=charts.dumbbell_row(commit, reach),
            numbers=(share(commit.value), share(reach.value), points(arm.figure(population, "headroom").value)),
        )

    return Drawing(
        name=f"{name}-reach",
        title=seen.title or seen.name,
        caption=f"Committed accuracy (filled, 95% interval) and reach (ring, an oracle figure) in percent of "
        f"{seen.populations[population]:,} cases.",
        axis=charts.share_axis(),
        heads=("commit", "reach (oracle)", "headroom"),
        lines=_grouped([line(a) for a in seen.arms if not a.control], [line(a) for a in seen.arms if a.control]),
    )


def _seeds(seen: ResultView, name: str) -> Drawing:
    def line(arm: ArmView) -> Line:
        alone = [seed.accuracy for seed in arm.seeds]
        known = [figure.value for figure in alone if figure.value is not None]
        return Line(name=arm.name, marks=charts.seeds_row(alone), numbers=(
            str(len(alone)), share(min(known, default=None)), share(max(known, default=None))))

    return Drawing(
        name=f"{name}-seeds",
        title=seen.title or seen.name,
        caption="Committed accuracy with the training of one seed alone, a dot a seed, from the worst to the best.",
        axis=charts.share_axis(),
        heads=("seeds", "worst", "best"),
        lines=_grouped([line(a) for a in seen.arms if a.seeds and not a.control],
                       [line(a) for a in seen.arms if a.seeds and a.control]),
    )


def _cost(seen: ResultView, name: str, population: str, metric: str, unit: str, scale: charts.Scale) -> Drawing:
    return Drawing(
        name=f"{name}-{metric}",
        title=seen.title or seen.name,
        caption=f"{unit} a case, 95% intervals.",
        axis=charts.amount_axis(scale),
        heads=(f"{metric} a case",),
        lines=tuple(
            Line(
                name=arm.name,
                marks=charts.amount_row(arm.figure(population, metric), scale),
                numbers=(compact(arm.figure(population, metric).value),),
            )
            for arm in seen.arms
            if not arm.control
        ),
    )


def _grouped(arms: Iterable[Line], controls: Iterable[Line]) -> tuple[Line, ...]:
    controls = tuple(controls)
    return (*arms, CONTROLS, *controls) if controls else tuple(arms)


def of_claims(atlas: Atlas) -> Iterator[Drawing]:
    """Every claim that some evidence counts for, on one axis."""
    known = [c for c in atlas.claims if c.headline.value is not None]
    if not known:
        return
    yield Drawing(
        name="claims",
        title="Claims",
        caption="Difference from the base in the newest evidence that counts, in points, 95% intervals.",
        axis=charts.difference_axis(atlas.scale),
        heads=("points", "status"),
        lines=tuple(
            Line(
                name=c.standing.claim.id,
                marks=charts.forest_row(c.headline, atlas.scale, hollow=False),
                numbers=(f"{points(c.headline.value)} {points_interval(c.headline)}".rstrip(), c.standing.status),
            )
            for c in known
        ),
    )


def of_pairing(found: Pairing) -> Drawing:
    """What flipped, by family."""
    families = found.families
    scale = charts.flips_scale((won, lost) for _, won, lost in families)
    v = found.versus
    return Drawing(
        name="compare",
        title=f"{points(v.difference.value)} points {points_interval(v.difference)} "
        f"on {number(found.cases)} paired cases",
        caption=f"A is {found.a.label}. B is {found.b.label}. Cases that A recovered (right) and lost (left), "
        f"by family; exact p {p_value(v.p_value)}.",
        axis=charts.flips_axis(scale),
        heads=("recovered", "regressed"),
        lines=tuple(
            Line(name=name, marks=charts.flips_row(won, lost, scale), numbers=(str(won), str(lost)))
            for name, won, lost in families
        )
        or (Line(name="nothing flipped"),),
    )
