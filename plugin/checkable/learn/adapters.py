"""Trained LoRA adapters as peft keeps them: a folder that peft, transformers and vLLM read without this product.

Promises ``adapter_config.json`` and ``adapter_model.safetensors`` with the names of the model that uses the adapter:
of a writer the causal language model, so that it answers prompts as a model of its own; of a compiler the bare
backbone, since its queries and heads are what writes and stay in the artefact's own weights.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

from checkable.learn.recipe import Backbone

FOLDER = "adapter"
_BARE = "base_model.model."  # before the names of an adapted model's layers


def write(model: Any, backbone: Backbone, *, causal: bool, folder: Path) -> Path:
    """Write the adapters of a peft model around a bare backbone below ``folder``, all of them or none.

    ``causal``: named as in the causal language model around that backbone.
    """
    from peft import TaskType, get_peft_model_state_dict
    from safetensors.torch import save_file

    found = {name: value.detach().cpu().contiguous() for name, value in get_peft_model_state_dict(model).items()}
    if causal:
        inner = _BARE + model.get_base_model().base_model_prefix + "."
        found = {name.replace(_BARE, inner, 1): value for name, value in found.items()}
    config = model.peft_config["default"]
    config.base_model_name_or_path, config.revision = _base(backbone)
    config.task_type = TaskType.CAUSAL_LM if causal else TaskType.FEATURE_EXTRACTION
    config.inference_mode = True
    target, part = folder / FOLDER, folder / f".{FOLDER}.{os.getpid()}.part"
    part.mkdir()
    config.save_pretrained(str(part))
    save_file(found, part / "adapter_model.safetensors", metadata={"format": "pt"})
    shutil.rmtree(target, ignore_errors=True)  # of an earlier try that did not end
    part.rename(target)
    return target


def _base(backbone: Backbone) -> tuple[str, str | None]:
    """How whoever loads the adapter finds the weights below it: never a folder of this machine."""
    if not Path(backbone.load).is_dir():
        return backbone.load, backbone.revision
    name, _, identity = backbone.revision.partition(" ")
    return (name if identity else backbone.name), None
