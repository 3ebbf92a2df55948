"""Supervised fine-tuning of LoRA adapters on chats, in a process of its own, since it imports torch.

Run as ``python -m checkable.tune.training FOLDER`` with a ``Job`` as JSON on standard input. The loss is the mean cross
entropy of the program's tokens alone; the prompt is written as the engine writes it, by the model's own chat template.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

NOT_COUNTED = -100


@dataclass(frozen=True, kw_only=True)
class Job:
    """``model`` is a folder, or a repository at ``revision``. A step takes ``batch`` lessons, one after the other.

    ``lessons`` are pairs of chat messages and the program to be said, ``chat`` options of the chat template.
    """

    model: str
    revision: str | None
    dtype: str
    chat: Mapping[str, Any]
    lessons: Sequence[tuple[Sequence[Mapping[str, str]], str]]
    steps: int
    batch: int
    rate: float
    rank: int
    seed: int


def train(job: Job, folder: Path) -> None:
    """Write the adapter, as peft saves one, and ``training.json`` with the losses of all steps, to ``folder``.

    Raises SystemExit where the loss is no number.
    """
    import torch
    from peft import LoraConfig, get_peft_model
    from transformers import AutoModelForCausalLM, AutoTokenizer

    torch.manual_seed(job.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    tokenizer = AutoTokenizer.from_pretrained(job.model, revision=job.revision)
    base = AutoModelForCausalLM.from_pretrained(job.model, revision=job.revision, dtype=getattr(torch, job.dtype))
    config = LoraConfig(r=job.rank, lora_alpha=2 * job.rank, target_modules="all-linear", task_type="CAUSAL_LM")
    model = get_peft_model(base.to(device), config).train()
    rows = [_row(tokenizer, messages, program, job.chat) for messages, program in job.lessons]
    optimiser = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], lr=job.rate, weight_decay=0.0)
    draw = torch.Generator().manual_seed(job.seed)
    losses = []
    for step in range(job.steps):
        for group in optimiser.param_groups:
            group["lr"] = job.rate * (1 - step / job.steps)
        losses.append(_step(model, optimiser, [rows[i] for i in _drawn(len(rows), job.batch, draw)], device))
        print(f"step {step + 1}/{job.steps} loss {losses[-1]:.3f}", flush=True)
        if not math.isfinite(losses[-1]):
            raise SystemExit(f"the loss is no number at step {step + 1}: nothing is written; a lower --rate may help")
    part = folder.with_name(f"{folder.name}.part")  # whoever looks in between finds no half of an adapter
    model.save_pretrained(part)
    told = {**asdict(job), "lessons": len(job.lessons), "losses": losses, "device": device}
    (part / "training.json").write_text(json.dumps(told), encoding="utf-8")
    part.replace(folder)


def _step(model: Any, optimiser: Any, rows: Sequence[tuple[list[int], int]], device: str) -> float:
    """One step on the mean loss of the rows, which are read one by one: as much memory as the longest takes."""
    import torch

    total = 0.0
    for tokens, prompt in rows:
        ids = torch.tensor([tokens], device=device)
        wanted = ids.clone()
        wanted[:, :prompt] = NOT_COUNTED
        loss = model(input_ids=ids, labels=wanted).loss / len(rows)
        loss.backward()
        total += loss.item()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimiser.step()
    optimiser.zero_grad()
    return total


def _row(tokenizer: Any, messages: Sequence[Mapping[str, str]], program: str,
         chat: Mapping[str, Any]) -> tuple[list[int], int]:
    """All tokens, and how many of them are the prompt's."""
    asked = tokenizer.apply_chat_template(list(messages), tokenize=False, add_generation_prompt=True, **chat)
    prompt = tokenizer(asked, add_special_tokens=False)["input_ids"]
    said = tokenizer(program, add_special_tokens=False)["input_ids"]
    return [*prompt, *said, tokenizer.eos_token_id], len(prompt)


def _drawn(count: int, wanted: int, draw: Any) -> list[int]:
    import torch

    return torch.randint(count, (wanted,), generator=draw).tolist()


if __name__ == "__main__":
    train(Job(**json.load(sys.stdin)), Path(sys.argv[1]))
