"""Turn a GGUF file into a folder that transformers and vLLM load: weights, configuration and tokenizer.

Run as ``python -m checkable.engine.convert_gguf GGUF DTYPE FOLDER``: it imports torch, which no process
of pytest's may.
"""

from __future__ import annotations

import sys
from pathlib import Path


def make(gguf: str, dtype: str, folder: Path) -> None:
    """Dequantise a file to ``dtype`` and write it, with tokenizer and chat template, to ``folder``."""
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer, GgufConfig

    source = Path(gguf)
    tokenizer = AutoTokenizer.from_pretrained(source.parent, gguf_file=source.name)
    model = AutoModelForCausalLM.from_pretrained(
        source.parent, gguf_file=source.name, dtype=getattr(torch, dtype),
        quantization_config=GgufConfig(dequantize=True))
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)


if __name__ == "__main__":
    make(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
