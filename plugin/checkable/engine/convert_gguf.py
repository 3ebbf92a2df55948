"""Turn a GGUF file into a folder that transformers and vLLM load: weights, configuration and tokenizer.

Run as ``python -m checkable.engine.convert_gguf GGUF FOLDER DTYPE``: it imports torch, which no process
of pytest's may.
"""

from __future__ import annotations

import sys
from pathlib import Path


def convert(source: Path, target: Path, dtype: str) -> None:
    """Dequantise ``source`` to ``dtype`` and write it, with tokenizer and chat template, to ``target``."""
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer, GgufConfig

    tokenizer = AutoTokenizer.from_pretrained(source.parent, gguf_file=source.name)
    model = AutoModelForCausalLM.from_pretrained(
        source.parent, gguf_file=source.name, dtype=getattr(torch, dtype),
        quantization_config=GgufConfig(dequantize=True))
    model.save_pretrained(target)
    tokenizer.save_pretrained(target)


if __name__ == "__main__":
    convert(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
