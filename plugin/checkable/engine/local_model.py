"""A small causal model on the CPU, and the memory in which its rows grow side by side.

Rows enter and leave between two steps: each has a slot of the key-value memory, written from its first
position on, so that rows of any length share one batch without padding. Must not know of HTTP.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor
from transformers import AutoModelForCausalLM, AutoTokenizer, DynamicCache

from checkable.engine.local_linear import pack

CAPACITY_STEP = 256  # positions; slots grow by whole steps
RECENT_PROMPTS = 4


class LocalModelError(Exception):
    """A model that this engine cannot serve; the message says why."""


class Slots:
    """Keys and values of up to ``rows`` rows. Occupied slots are always the first ones.

    Stands in for a transformers cache during one decoding step: a layer hands ``update`` the keys and
    values of the new position, (batch, heads, 1, width), and gets those of all positions so far.
    """

    def __init__(self, rows: int) -> None:
        self.rows = rows
        self.lengths: list[int] = []  # positions held, per occupied slot
        self._keys: list[Tensor] = []  # per layer, (rows, heads, capacity, width)
        self._values: list[Tensor] = []
        self._at: tuple[Tensor, Tensor] = (torch.empty(0), torch.empty(0))

    @property
    def capacity(self) -> int:
        return self._keys[0].shape[2] if self._keys else 0

    def enter(self, prefilled: DynamicCache, room: int) -> int:
        """Copy a prefilled row into the next free slot, with room for ``room`` more; returns the slot."""
        slot, length = len(self.lengths), prefilled.get_seq_length()
        self._ensure(length + room, prefilled)
        for layer, memory in enumerate(prefilled.layers):
            self._keys[layer][slot, :, :length] = memory.keys[0]
            self._values[layer][slot, :, :length] = memory.values[0]
        self.lengths.append(length)
        return slot

    def leave(self, slot: int) -> None:
        """Free a slot; the last occupied row moves into it."""
        last = len(self.lengths) - 1
        if slot != last:
            length = self.lengths[last]
            for memory in (*self._keys, *self._values):
                memory[slot, :, :length] = memory[last, :, :length]
            self.lengths[slot] = self.lengths[last]
        self.lengths.pop()

    def begin_step(self) -> Tensor:
        """Make place for one more position in every occupied slot; returns the positions, (batch, 1)."""
        positions = torch.tensor(self.lengths)
        self._at = (torch.arange(len(self.lengths)), positions)
        self.lengths = [length + 1 for length in self.lengths]
        return positions[:, None]

    def mask(self) -> Tensor:
        """True where a row has a position, (batch, 1, 1, longest)."""
        held = torch.tensor(self.lengths)
        return (torch.arange(max(self.lengths))[None] < held[:, None])[:, None, None]

    def update(self, keys: Tensor, values: Tensor, layer: int, *_: Any) -> tuple[Tensor, Tensor]:
        batch, longest = len(self.lengths), max(self.lengths)
        rows, positions = self._at
        self._keys[layer][rows, :, positions] = keys[:, :, 0]
        self._values[layer][rows, :, positions] = values[:, :, 0]
        return self._keys[layer][:batch, :, :longest], self._values[layer][:batch, :, :longest]

    def _ensure(self, positions: int, like: DynamicCache) -> None:
        if positions <= self.capacity:
            return
        wanted = -(-positions // CAPACITY_STEP) * CAPACITY_STEP
        occupied = len(self.lengths)
        for memories, name in ((self._keys, "keys"), (self._values, "values")):
            grown = [self._grown(getattr(layer, name), wanted) for layer in like.layers]
            for old, new in zip(memories, grown, strict=False):
                new[:occupied, :, : old.shape[2]] = old[:occupied]
            memories[:] = grown

    def _grown(self, one: Tensor, capacity: int) -> Tensor:
        return torch.zeros(self.rows, one.shape[1], capacity, one.shape[3], dtype=one.dtype)


class LocalModel:
    """Weights and tokenizer. ``context`` is the longest prompt with its completion, in tokens."""

    def __init__(self, model: str, *, revision: str | None, dtype: str, context: int) -> None:
        self.tokenizer = AutoTokenizer.from_pretrained(model, revision=revision)
        self._model = AutoModelForCausalLM.from_pretrained(
            model, revision=revision, dtype=getattr(torch, dtype), attn_implementation="sdpa").eval()
        config = self._model.config
        if others := set(getattr(config, "layer_types", None) or ["full_attention"]) - {"full_attention"}:
            raise LocalModelError(f"{model} has layers of {', '.join(sorted(others))}; the local engine serves models "
                                  "with full attention only: use the engine vllm")
        pack(self._model)
        self.context = min(context, config.max_position_embeddings)
        self._recent: OrderedDict[tuple[int, ...], tuple[Tensor, DynamicCache]] = OrderedDict()
        self.end_tokens = _end_tokens(self._model.generation_config.eos_token_id, self.tokenizer.eos_token_id)

    def prefill(self, prompt: Sequence[int]) -> tuple[Tensor, DynamicCache]:
        """The logits after ``prompt``, (vocabulary,) in float32, and the row's keys and values, to be read only.

        A row is prefilled alone, so that its start never depends on its neighbours. The last few prompts
        are remembered: samples of one prompt come close together and pay for it once.
        """
        key = tuple(prompt)
        if key not in self._recent:
            self._recent[key] = self._prefilled(key)
            if len(self._recent) > RECENT_PROMPTS:
                self._recent.popitem(last=False)
        self._recent.move_to_end(key)
        return self._recent[key]

    @torch.inference_mode()
    def _prefilled(self, prompt: tuple[int, ...]) -> tuple[Tensor, DynamicCache]:
        cache = DynamicCache(config=self._model.config)
        output = self._model(
            input_ids=torch.tensor([prompt]), past_key_values=cache, use_cache=True, logits_to_keep=1)
        return output.logits[0, -1].float(), cache

    @torch.inference_mode()
    def step(self, tokens: Sequence[int], slots: Slots) -> Tensor:
        """Append one token to every occupied slot; returns the logits after each, (batch, vocabulary)."""
        positions = slots.begin_step()
        output = self._model(
            input_ids=torch.tensor(tokens)[:, None], position_ids=positions, attention_mask=slots.mask(),
            past_key_values=slots, use_cache=True)
        return output.logits[:, -1].float()

    def text(self, tokens: Sequence[int]) -> str:
        return self.tokenizer.decode(list(tokens), skip_special_tokens=True, clean_up_tokenization_spaces=False)

    def token_text(self, token: int) -> str:
        return self.tokenizer.decode([token], clean_up_tokenization_spaces=False)

    def chat_prompt(self, messages: list[dict[str, str]], options: dict[str, Any]) -> list[int]:
        """A conversation in the model's own template. Raises LocalModelError where it has none."""
        if not self.tokenizer.chat_template:
            raise LocalModelError("this model has no chat template: use a text prompt")
        text = self.tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True, **options)
        return self.tokenizer(text, add_special_tokens=False)["input_ids"]

    def text_prompt(self, text: str) -> list[int]:
        return self.tokenizer(text)["input_ids"]


def _end_tokens(*found: int | list[int] | None) -> frozenset[int]:
    """Every token that ends a completion: model and tokenizer may each know another one."""
    return frozenset(t for one in found if one is not None for t in (one if isinstance(one, list) else [one]))
