"""Many programs of one trained compiler for each text, drawn as rounds of expert iteration draw them.

The same artefact that answers greedily is asked for a sample: the equal of what iteration spends in training, spent
at test time. Promises as many programs as were asked for, those drawn most often first, equals beside each other as
often as they were drawn, and the same for a text whatever stands beside it. Decides nothing about what is trained.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

import torch

from checkable.learn.artefacts import Draw
from checkable.learn.compiler import Compiler
from checkable.learn.course import Course
from checkable.learn.predicting import AT_ONCE, Prediction, Proposed
from checkable.learn.recipe import Recipe
from checkable.learn.sampling import counted


@torch.no_grad()
def sampled(recipe: Recipe, course: Course, compiler: Compiler, texts: Sequence[str], lengths: Sequence[int] | None,
            draw: Draw) -> Iterator[Prediction]:
    """``draw.samples`` programs for each text; ``lengths`` as in ``predicting.predict``."""
    for at in range(0, len(texts), AT_ONCE):
        ids = compiler.reader.ids(texts[at:at + AT_ONCE]).to(compiler.queries.device)
        written = compiler.write(ids, recipe.slots)
        for row in range(len(ids)):
            most = recipe.slots if lengths is None else lengths[at + row]
            random = Random(f"{recipe.seed}/{texts[at + row]}/draws")
            found = counted(course, written, row, most, draw.samples, draw.temperature, random)
            proposals = tuple(Proposed(start=start, slots=slots) for start, slots in found.elements())
            yield Prediction(start=proposals[0].start, slots=proposals[0].slots, answer=None,
                             tokens=int((ids[row] >= 0).sum()), proposals=proposals)
