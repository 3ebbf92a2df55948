"""Merge a LoRA adapter into the weights it was trained on: a folder that transformers and vLLM load like any other.

Run as ``python -m checkable.engine.merge_adapter BASE REVISION ADAPTER DTYPE FOLDER``: it imports torch, which no
process of pytest's may. REVISION is empty where BASE is a folder.
"""

from __future__ import annotations

import sys
from pathlib import Path

_ASKED = "The first of several words that both models read."


def make(base: str, revision: str, adapter: str, dtype: str, folder: Path) -> None:
    """Write the merged model, with the base's tokenizer and chat template, to ``folder``.

    An adapter whose names match no layer leaves the weights as they were, and would pass for its base. Raises
    ValueError for one that changes nothing.
    """
    import torch
    from peft import PeftModel
    from transformers import AutoModelForCausalLM, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(base, revision=revision or None)
    model = AutoModelForCausalLM.from_pretrained(base, revision=revision or None, dtype=getattr(torch, dtype)).eval()
    asked = tokenizer(_ASKED, return_tensors="pt")
    with torch.inference_mode():
        before = model(**asked).logits
    merged = PeftModel.from_pretrained(model, adapter).merge_and_unload().eval()
    with torch.inference_mode():
        after = merged(**asked).logits
    if torch.equal(before, after):
        raise ValueError(f"the adapter at {adapter} changes nothing of {base}: it is all zeros, or its names match "
                         "none of the model's layers")
    merged.save_pretrained(folder)
    tokenizer.save_pretrained(folder)


if __name__ == "__main__":
    make(*sys.argv[1:5], Path(sys.argv[5]))
