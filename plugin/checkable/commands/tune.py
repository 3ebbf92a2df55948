"""`checkable tune`: train a LoRA adapter of a model on programs that a substrate enumerates, as a policy of its own."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from checkable.commands._workspace import options_of, root_of, say


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "tune", help="train a LoRA adapter on programs that fit a substrate's examples, as a policy of its own")
    parser.add_argument("folder", type=Path, help="where the adapter is written; it must not be there yet")
    parser.add_argument("--model", required=True, metavar="NAME", help="the base: a model of models.yaml")
    parser.add_argument("--substrate", default="text", metavar="NAME",
                        help="whose prompts are answered; it enumerates programs (default: text)")
    parser.add_argument("--cases", type=int, default=400, metavar="N", help="how many cases are made (default: 400)")
    parser.add_argument("--case-seed", type=int, default=1000, metavar="N",
                        help="which cases: another seed than those that are evaluated (default: 1000)")
    parser.add_argument("--template", default="program", help="the prompt template (default: program)")
    parser.add_argument("--longest", type=int, default=600, metavar="N",
                        help="characters of the longest program (default: 600)")
    parser.add_argument("--steps", type=int, default=200, help="optimiser steps (default: 200)")
    parser.add_argument("--batch", type=int, default=8, help="lessons of a step (default: 8)")
    parser.add_argument("--rate", type=float, default=2e-4, help="the first learning rate (default: 0.0002)")
    parser.add_argument("--rank", type=int, default=16, help="rank of the adapter (default: 16)")
    parser.add_argument("--seed", type=int, default=0, help="drives first weights and the order of lessons")
    options_of(parser)
    parser.set_defaults(command=tune)


def tune(options: argparse.Namespace) -> int:
    from checkable.engine.endpoint import EngineError
    from checkable.engine.local import python_path
    from checkable.engine.models import ModelError, resolve
    from checkable.engine.weights import prepare
    from checkable.substrate import registry
    from checkable.tune.lessons import NothingToTeach, lessons

    if options.folder.exists():
        say([f"{options.folder} is there already: an adapter is trained once"])
        return 1
    try:
        entry = resolve(options.model, root_of(options))
        model, revision = prepare(entry, _make)
        substrate = registry.find(options.substrate, root_of(options))
        made = lessons(substrate, substrate.options(count=options.cases, seed=options.case_seed), None,
                       template=options.template, count=options.cases, longest=options.longest)
    except (EngineError, ModelError, NothingToTeach, LookupError, TypeError) as error:
        say([f"nothing can be trained: {error}"])
        return 1
    job = {"model": model, "revision": revision, "dtype": entry.dtype, "chat": dict(entry.chat),
           "lessons": [([{"role": m.role, "content": m.content} for m in one.messages], one.program) for one in made],
           **{name: getattr(options, name) for name in ("steps", "batch", "rate", "rank", "seed")}}
    say([f"{len(made)} lessons of substrate {substrate.name}, {options.steps} steps of {options.batch}, {entry.name}"])
    done = subprocess.run([sys.executable, "-m", "checkable.tune.training", str(options.folder)],
                          input=json.dumps(job), text=True, env={**os.environ, **python_path()})
    if done.returncode == 0:
        say([f"{options.folder} is an adapter of {entry.name}. In models.yaml: NAME: {{weights: {{adapter: "
             f"{options.folder}, base: {entry.name}}}}}"])
    return done.returncode


def _make(making: Any, folder: Path) -> None:
    from checkable.engine.local import python_path

    subprocess.run([sys.executable, "-m", making.module, *making.arguments, str(folder)], check=True,
                   env={**os.environ, **python_path()})
