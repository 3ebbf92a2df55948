"""Trains one recipe in a process that a test may kill: ``python train_one.py FOLDER RECIPE``; ``step N`` as it goes."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import torch
from learn_values import root

from checkable.learn.artefacts import Shelf
from checkable.learn.recipe import read
from checkable.learn.training import make
from checkable.learn.worker import course_of

if __name__ == "__main__":
    torch.set_num_threads(1)
    shelf, recipe = Shelf(Path(sys.argv[1])), read(json.loads(sys.argv[2]))
    with shelf.reserved(recipe.key):
        told = lambda step, _: print("step", step, flush=True)  # noqa: E731
        made = shelf.made(recipe.key) or make(recipe, course_of(recipe, root()), shelf, "cpu", told)
    print("resumed", made.resumed, flush=True)
