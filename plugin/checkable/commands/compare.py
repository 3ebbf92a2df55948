"""`checkable compare A B`: two runs, two models or two arms, paired by case; printed, drawn, or as a page."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from checkable.commands import _workspace

RUN = ("an experiment (or a part of its name that no other has), the start of a run's id, or a result file; "
       "@MODEL picks a model and #ARM an arm: specs/foofah/gate.yaml::full@qwen3.5-4b#gate")


def add(commands: Any) -> None:
    parser = commands.add_parser("compare", help="compare two runs, models or arms case by case: what flipped")
    parser.add_argument("a", metavar="A", help=RUN)
    parser.add_argument("b", metavar="B", help="what A is held against, named as A is")
    parser.add_argument("--all", action="store_true", help="name every case and family that flipped")
    parser.add_argument("--draw", type=Path, default=None, metavar="FILE", help="draw it as .svg or .png")
    parser.add_argument("--html", type=Path, default=None, metavar="FILE", help="write a page of both runs")
    _workspace.options_of(parser)
    parser.set_defaults(command=compare)


def compare(options: argparse.Namespace) -> int:
    from checkable.report import compare_text, comparing, drawings, figure
    from checkable.report.layout import Medium
    from checkable.report.sources import Reference
    from checkable.report.terminal import can_unicode

    wanted = Reference.of(options.a), Reference.of(options.b)
    found_and_said = [_result(reference, options) for reference in wanted]
    results = [result for result, _ in found_and_said]
    found = comparing.pair(*comparing.sides(*results, wanted))
    medium = Medium(width=_workspace.width(), colour=sys.stdout.isatty(), unicode=can_unicode(sys.stdout.encoding))
    print(compare_text.render(found, medium, everything=options.all))
    for note in dict.fromkeys(note for _, note in found_and_said if note):
        print(f"\n{note}")
    if options.draw is not None:
        figure.write(options.draw, drawings.of_pairing(found))
        print(f"\ndrawn: {options.draw}")
    if options.html is not None:
        print(f"\npage: {_page(options.html, results, found)}")
    return 0


def _result(reference: Any, options: argparse.Namespace) -> tuple[Any, str]:
    """The result that a person named: a file, or the newest run of the ledger that fits; and what is said of others."""
    from checkable.ledger import artefacts
    from checkable.report import sources

    if reference.run.endswith(artefacts.SUFFIX):
        return artefacts.read(Path(reference.run)), ""
    reports = _workspace.reports_of(options)
    known = sources.records(reports)
    chosen = sources.find(reference, known)
    others = sources.others(chosen, reference, known)
    note = f"{reference.run}: the newest of {len(others) + 1} runs, which `checkable runs {reference.run}` lists"
    return sources.result_of(reports, chosen), note if others else ""


def _page(path: Path, results: list[Any], found: Any) -> str:
    """Write a page about both runs; returns its address with the comparison open."""
    from checkable import __version__
    from checkable.report import html
    from checkable.report.entries import slugs_of

    same = results[0] == results[1]
    html.write(path, results[: 1 if same else 2], title="Comparison", generated_by=f"checkable {__version__}")
    slugs = slugs_of(results[: 1 if same else 2])
    sides = {"a": slugs[0], "aa": found.a.arm, "b": slugs[-1], "bb": found.b.arm}
    return f"{path}#compare?{urlencode(sides)}"
