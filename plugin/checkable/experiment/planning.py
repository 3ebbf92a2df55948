"""The trainings of a spec without making them: what each arm would take."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import checkable
from checkable.experiment.teaching import course_of, recipe_of, rewritten
from checkable.generate.compiling import TrainedOptions
from checkable.learn.failures import TrainingFailed
from checkable.learn.recipe import plain
from checkable.spec.model import Spec
from checkable.substrate import registry


def planned(spec: Spec, root: Path) -> Iterator[tuple[str, int, Mapping[str, Any]]]:
    """Arm, number of seeds, and ``learn.dry_run.Planned`` as plain data (or ``failed``) of the first seed.

    An arm whose training is another one's has ``same_as``, the name of that arm, and is planned once.

    Raises TrainingFailed where the process that builds models ends without an answer, and what recipes raise.
    """
    substrate = registry.find(spec.substrate, root)
    arms = {arm.name: arm.generators for arm in spec.arms}
    arms |= {c.name: rewritten(c, spec.arms).generators for c in spec.controls if c.breaks.word.learned}
    learned = [(name, use.options) for name, uses in arms.items() for use in uses
               if isinstance(use.options, TrainedOptions)]
    recipes = [json.dumps(plain(recipe_of(
        spec, root, course_of(substrate, options.lessons_of(spec.substrate_options)), options, options.seeds[0])))
        for _, options in learned]
    different = list(dict.fromkeys(recipes))
    answers = dict(zip(different, _asked(different, root), strict=True))
    for (name, options), recipe in zip(learned, recipes, strict=True):
        first, first_options = learned[recipes.index(recipe)]
        same = {"same_as": first} if first != name and options.seeds == first_options.seeds else {}
        yield name, len(options.seeds), {**answers[recipe], **same}


def _asked(recipes: list[str], root: Path) -> list[Mapping[str, Any]]:
    """In a process of its own, since it imports torch."""
    package = str(Path(checkable.__file__).parent.parent)
    paths = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
    done = subprocess.run([sys.executable, "-m", "checkable.learn.dry_run", str(root)], input="\n".join(recipes),
                          capture_output=True, text=True, env={**os.environ, "PYTHONPATH": paths})
    if done.returncode:
        raise TrainingFailed(f"planning ended with status {done.returncode}:\n{done.stderr[-2000:]}")
    return [json.loads(line) for line in done.stdout.splitlines()]
