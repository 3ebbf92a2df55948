"""Recipes small enough to train in seconds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from substrates.modular_arithmetic.course import ModularCourse

from checkable.learn.recipe import Backbone, Recipe

COURSE = ModularCourse(5)
TINY = Backbone(name="tiny", revision="none", architecture="qwen3", sizes={"width": 32, "layers": 1, "heads": 2})
RECIPE = Recipe(
    substrate="modular-arithmetic", course=COURSE.version, options={"modulus": 5}, backbone=TINY, tuning="full", rank=0,
    readout="slots", layers=1, slots=2, stages=(1, 2), schedule="staged", growth="copy", exact=False, given=False,
    supervision="trace", labels="gold", output="program", steps=60, batch=32, programs=64, rate=0.005, replay=0.25,
    checkpoints=3, device="cpu", seed=0)


def recipe(**changes) -> Recipe:
    return replace(RECIPE, **changes)


def root() -> Path:
    return Path(__file__).parents[2]
