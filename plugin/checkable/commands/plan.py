"""`checkable plan`: what the trainings of a spec would take, without training and without weights."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from checkable.commands._workspace import options_of, root_of, say


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "plan", help="build everything but the weights of a spec's trainings: shapes, memory, steps, cost")
    parser.add_argument("spec", type=Path, help="a spec file whose arms learn")
    parser.add_argument("--tier", choices=("smoke", "full"), default="full", help="which tier (default: full)")
    parser.add_argument("--model", default=None, metavar="NAME", help="another model than the spec's")
    parser.add_argument("--tflops", type=float, default=40.0, metavar="N",
                        help="what the device really does, in 10^12 operations a second (default: 40)")
    parser.add_argument("--price", type=float, default=0.0, metavar="N", help="what an hour of the device costs")
    options_of(parser)
    parser.set_defaults(command=plan)


def plan(options: argparse.Namespace) -> int:
    from checkable.experiment.planning import planned
    from checkable.spec.loader import load_items

    root = root_of(options)
    failed = False
    for spec in load_items(options.spec.resolve(), root=root, tier=options.tier, model=options.model):
        named = f"; arms also ask {', '.join(spec.models)}" if spec.models else ""
        say([f"{spec.experiment}::{spec.item}, model {spec.model}{named}"])
        for arm, seeds, found in planned(spec, root):
            failed = failed or "failed" in found
            say(_lines(arm, seeds, found, options))
    return 1 if failed else 0


def _lines(arm: str, seeds: int, found: Mapping[str, Any], options: argparse.Namespace) -> Iterator[str]:
    if "failed" in found:
        yield f"  {arm}: cannot be built: {found['failed']}"
        return
    if "same_as" in found:
        yield f"  {arm}: the trainings of {found['same_as']}"
        return
    shapes = ", ".join(f"{name} {'x'.join(map(str, shape))}" for name, shape in found["shapes"].items())
    parts = {name: found[f"{name}_bytes"] / 2**30 for name in ("weight", "training", "activation")}
    hours = found["operations"] / (options.tflops * 1e12) / 3600
    cost = f", {hours * options.price:,.2f} at {options.price:g} an hour" if options.price else ""
    yield f"  {arm}: {found['parameters'] / 1e6:,.1f} M parameters, {found['trained'] / 1e6:,.2f} M trained"
    yield f"    a batch: {found['tokens']:,} tokens; {shapes}"
    yield (f"    memory, estimated: weights {parts['weight']:.2f}, training {parts['training']:.2f}, activations "
           f"{parts['activation']:.2f}, together {sum(parts.values()):.2f} GiB")
    yield (f"    {found['steps']:,} steps, {found['operations']:.3g} operations, {hours:.3f} h at {options.tflops:g} "
           f"TFLOP/s{cost}; times {seeds} seed{'' if seeds == 1 else 's'}")
