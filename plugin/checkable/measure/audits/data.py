"""Audits of what the cases are and what leaks into them: labels, overlap, solutions among the candidates."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from checkable.core.arm_run import ArmRun
from checkable.core.case import visible_text
from checkable.core.result import Audit
from checkable.core.training import Training
from checkable.measure.audits.facts import Sold
from checkable.measure.audits.words import note, ok, some, warning
from checkable.measure.overlap import Overlap, overlap
from checkable.measure.solutions import Solutions, solutions
from checkable.substrate.contract import LabelIssue


def labels(issues: Sequence[LabelIssue], cases: Collection[str]) -> Audit:
    """Cases whose label is known to be bad or given away."""
    known = [issue for issue in issues if issue.case in set(cases)]
    of = {kind: sorted({i.case for i in known if i.kind == kind}) for kind in ("broken", "leaking")}
    said = [f"{len(names)} {kind} ({some(names)})" for kind, names in of.items() if names]
    if not said:
        return ok("labels", f"none of the {len(cases)} cases has a label that is known to be bad")
    return warning("labels", f"known label issues among {len(cases)} cases: {', '.join(said)}")


def bought_labels(sold: Sold) -> Audit:
    """Labels that were bought, none of which is of an input that is scored."""
    if not (sold.bought or sold.scored or sold.silent):
        return ok("bought-labels", "no label was bought")
    withheld = ((sold.scored, "since hidden tests score them"), (sold.silent, "since the reference fails there"))
    kept = [f"{count} inputs were not for sale, {why}" for count, why in withheld if count]
    return ok("bought-labels", "; ".join([f"{sold.bought} labels were bought, none of an input that is scored", *kept]))


def trained_on(trainings: Mapping[str, Sequence[Training]], runs: Sequence[ArmRun]) -> Audit:
    """Cases that something was trained on, exactly or nearly."""
    if not trainings:
        return ok("overlap", "nothing here is learned")
    silent = sorted(arm for arm, found in trainings.items() if not any(t.texts for t in found))
    evaluated = {c.case.id: visible_text(c.case) for c in runs[0].cases} if runs else {}
    seen = {arm: overlap(evaluated, [text for t in found for text in t.texts])
            for arm, found in trainings.items() if arm not in silent}
    said = [_shared(arm, found) for arm, found in seen.items() if found.exact or found.near]
    said += [f"{arm} learns and does not say on what" for arm in silent]
    if said:
        return warning("overlap", "; ".join(said))
    return ok("overlap", "no case is among those trained on, exactly or nearly: " + ", ".join(
        f"{arm} ({found.evaluated} against {found.trained})" for arm, found in seen.items()))


def provenance(runs: Sequence[ArmRun], references: Mapping[str, str]) -> Audit:
    """Candidates made from the solution: a pool with those measures selection, not generation."""
    found = {run.name: solutions({c.case.id: [k.candidate for k in c.candidates] for c in run.cases}, references)
             for run in runs}
    bad = [_given_away(arm, seen) for arm, seen in found.items() if seen.given_away]
    if bad:
        return warning("provenance", f"the pool holds the reference solution or variations of it: {'; '.join(bad)}")
    met = [f"{arm} {seen.same} of {seen.compared} cases" for arm, seen in found.items() if seen.same]
    if met:
        return note("provenance", f"a program that is the reference but for its names: {', '.join(met)}; models "
                                  f"write short references by themselves")
    compared = " or is like one" if any(seen.compared for seen in found.values()) else ""
    return ok("provenance", f"no candidate was made from a reference solution{compared}")


def _shared(arm: str, found: Overlap) -> str:
    said = [f"{len(names)} {word} ({some(names)})" for word, names in
            (("exactly", found.exact), ("nearly", found.near)) if names]
    return f"{arm} was trained on {' and '.join(said)} of the {found.evaluated} cases"


def _given_away(arm: str, found: Solutions) -> str:
    said = [f"{found.declared} candidates say so"] if found.declared else []
    if found.same or found.near:
        said.append(f"by syntax in {found.same + found.near} of {found.compared} cases ({found.same} the same)")
    return f"{arm}: {', '.join(said)}"
