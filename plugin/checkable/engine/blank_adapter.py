"""An adapter that changes nothing, of the shape of another: what a base model is asked through beside its adapters.

Run as ``python -m checkable.engine.blank_adapter ADAPTER FOLDER``: it imports torch, which no process of pytest's may.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path


def make(adapter: str, folder: Path) -> None:
    """Write the adapter with zeros for weights to ``folder``."""
    import torch
    from safetensors.torch import load_file, save_file

    folder.mkdir()
    shutil.copy(Path(adapter) / "adapter_config.json", folder)
    file = "adapter_model.safetensors"
    zeros = {name: torch.zeros_like(tensor) for name, tensor in load_file(Path(adapter) / file).items()}
    save_file(zeros, folder / file)


if __name__ == "__main__":
    make(sys.argv[1], Path(sys.argv[2]))
