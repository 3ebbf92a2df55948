"""A training planned in full without one weight: shapes, memory, steps and arithmetic of what a spec asks for.

The model is built on torch's meta device from its configuration alone, adapters and heads are put on it, and one batch
of real lessons goes through embeddings, queries, decoder and heads, so that what would not fit together fails here; the
backbone's own layers are built and counted, not run. Memory is an estimate: weights,
gradients and AdamW's moments by count, activations by Korthikanti et al. 2022 (34 bytes a token, layer and unit of
width in 16 bits, beside attention), without recomputation. Arithmetic: 2 operations a parameter and token forward, as
many again for gradients of activations, and for those of weights where all are trained.

Run as ``python -m checkable.learn.dry_run ROOT`` with recipes as JSON on standard input, one to a line.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn

from checkable.engine.models import ModelEntry, resolve
from checkable.learn.backbones import Reader, WordTokens, adapted, untrained, words_of
from checkable.learn.compiler import Compiler, Written
from checkable.learn.course import Course, Lesson
from checkable.learn.failures import TrainingFailed
from checkable.learn.judge import Judge
from checkable.learn.lessons import batch_of, training_sets
from checkable.learn.reading import reading
from checkable.learn.recipe import Recipe, read
from checkable.learn.session import assembled, layout_of
from checkable.learn.worker import course_of
from checkable.learn.writer import Writer

NF4_BYTES = (4 + 8 / 64 + 32 / (64 * 256)) / 8  # a weight with its block's scale, itself quantised (QLoRA, section 3)
ACTIVATION_BYTES = 34  # a token, layer and unit of width, in 16 bits
SCORE_BYTES = 8  # one of a writer's scores and its gradient, in 32 bits
ADAM_BYTES = 16  # a trained parameter in 32 bits, its gradient and two moments
SIGNS_A_TOKEN = 3.0  # of published tokenizers on such texts with their many numbers: fewer make more tokens


@dataclass(frozen=True, kw_only=True)
class Planned:
    """One training. Bytes are estimates; ``operations`` are those of all steps; ``shapes`` of one batch's outputs."""

    parameters: int
    trained: int
    tokens: int  # of a batch, queries included
    steps: int
    weight_bytes: int
    training_bytes: int
    activation_bytes: int
    operations: float
    shapes: Mapping[str, tuple[int, ...]]


class Weightless(Reader):
    """A reader on the meta device. Its layers are built and counted, not run: they look at values, which it lacks."""

    def hidden(self, embedded: torch.Tensor, mask: torch.Tensor, positions: torch.Tensor) -> torch.Tensor:
        return torch.empty(*embedded.shape[:2], self.width)


def plan(recipe: Recipe, course: Course, root: Path) -> Planned:
    """Build everything but the weights of a recipe. Raises TrainingFailed, ModelError."""
    made_by = recipe.verifier.compiler if recipe.verifier else recipe
    lessons = batch_of(recipe, training_sets(made_by, course)[-1], 0)
    reader = _reader(recipe, course, root)
    layout = layout_of(reader.ids, lessons)
    with torch.device("meta"):
        model = assembled(recipe, course, reader, layout)
        writes = isinstance(model, Writer)
        ids = reader.ids([one.text + (model.target(one) if writes else "") for one in lessons]).to("meta")
        if recipe.verifier is not None:
            model, outputs = _judging(recipe, course, model, ids, lessons)
        else:
            outputs = {"tokens": model.scores(ids)} if writes else _outputs(model.write(ids, recipe.slots))
    shapes = {name: tuple(value.shape) for name, value in outputs.items()}
    tokens = ids.shape[0] * (ids.shape[1] + (1 + recipe.slots if recipe.readout == "slots" else 0))
    return _counted(recipe, model, reader, tokens, shapes)


def _judging(recipe: Recipe, course: Course, compiler: Compiler, ids: torch.Tensor,
             lessons: list[Lesson]) -> tuple[nn.Module, Mapping[str, torch.Tensor]]:
    """A verifier over its compiler, and what it says of the lessons' gold programs."""
    judge, states = Judge(course, compiler), compiler.states(ids, recipe.slots)
    seen = [reading(course, one.start, one.slots, recipe.slots, recipe.verifier.reads) for one in lessons]
    return judge, {"odds": judge(states, seen, [0.0] * len(lessons))}


def _outputs(written: Written) -> dict[str, torch.Tensor]:
    return {name: value for name, value in vars(written).items() if name != "echo"} | dict(written.echo)


def _reader(recipe: Recipe, course: Course, root: Path) -> Reader:
    sizes = recipe.backbone.sizes
    if sizes is not None:
        tokens = WordTokens(words_of(recipe, course))
        with torch.device("meta"):
            model = untrained(recipe.backbone.architecture, dict(sizes), tokens.size)
        return Weightless(model, tokens, sizes["width"])
    entry = resolve(recipe.backbone.name, root)
    with torch.device("meta"):
        model = configured(entry)
        if recipe.tuning != "full":
            model.requires_grad_(False)
        if recipe.tuning in ("lora", "qlora"):
            model = adapted(model, recipe.rank, recipe.seed)
    return Weightless(model, lambda text: [0] * round(len(text) / SIGNS_A_TOKEN), entry.shape["hidden_size"])


def configured(entry: ModelEntry) -> nn.Module:
    """The model of an entry's ``shape``, with whatever device is in force. Raises TrainingFailed without one."""
    import transformers
    from transformers.models.qwen3_5 import Qwen3_5TextConfig, Qwen3_5TextModel

    kinds = {"qwen3": (transformers.Qwen3Config, transformers.Qwen3Model),
             "qwen3.5": (Qwen3_5TextConfig, Qwen3_5TextModel),
             "llama": (transformers.LlamaConfig, transformers.LlamaModel)}
    shape = dict(entry.shape)
    kind = shape.pop("architecture", None)
    if kind not in kinds:
        raise TrainingFailed(f"model {entry.name} has no shape to plan with: models.yaml needs shape: {{architecture: "
                             f"…, hidden_size: …}} with one of {', '.join(kinds)}, got {kind!r}")
    config, model = kinds[kind]
    return model(config(**shape))


def _counted(recipe: Recipe, module: nn.Module, reader: Reader, tokens: int,
             shapes: Mapping[str, tuple[int, ...]]) -> Planned:
    parameters = dict(module.named_parameters())
    trained = sum(p.numel() for p in parameters.values() if p.requires_grad and recipe.steps)
    kept = [(name, p) for name, p in parameters.items() if not (p.requires_grad and recipe.steps)]
    sixteen = 2 if recipe.backbone.dtype != "float32" or recipe.tuning == "qlora" else 4
    quantised = {name for name, p in kept if recipe.tuning == "qlora" and p.ndim == 2 and "embed" not in name}
    weights = sum(round(p.numel() * (NF4_BYTES if name in quantised else sixteen)) for name, p in kept)
    config = getattr(reader.model, "config", None)
    layers = getattr(config, "num_hidden_layers", 0) if recipe.tuning != "frozen" else recipe.layers
    remembered = layers if recipe.steps else 1  # an untrained one only reads
    everything = sum(p.numel() for name, p in parameters.items() if "embed" not in name)
    scores = SCORE_BYTES * math.prod(shapes.get("tokens", (0,)))
    passes = 6 if recipe.tuning == "full" else 2 if recipe.tuning == "frozen" else 4
    read = passes * recipe.steps + 2 * _drawn_from(recipe)  # batches, by what each costs
    return Planned(
        parameters=sum(p.numel() for p in parameters.values()), trained=trained, tokens=tokens, steps=recipe.steps,
        weight_bytes=weights, training_bytes=ADAM_BYTES * trained,
        activation_bytes=ACTIVATION_BYTES * tokens * remembered * reader.width * sixteen // 2 + scores,
        operations=float(read) * everything * tokens, shapes=shapes)


def _drawn_from(recipe: Recipe) -> float:
    """Batches of prompts that rounds of expert iteration read to draw programs."""
    how = recipe.iteration
    if how is None or how.keep == "none":
        return 0.0
    return (how.rounds + bool(how.student)) * how.prompts / recipe.batch


def main(root: Path) -> None:
    for line in sys.stdin:
        recipe = read(json.loads(line))
        try:
            answer: dict[str, Any] = asdict(plan(recipe, course_of(recipe, root), root))
        except (TrainingFailed, ValueError, RuntimeError) as error:
            answer = {"failed": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
