"""The model that reads a text: a small one from scratch, or published weights whole, frozen, with LoRA or QLoRA.

Promises hidden states with gradients wherever something below them is trained. A 4-bit model is never put into
evaluation mode: on a CPU bitsandbytes then packs its weights for inference, and gradients are gone for good.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn

from checkable.learn.course import Course
from checkable.learn.failures import NotInstalled, TrainingFailed
from checkable.learn.recipe import Recipe

_WORD = re.compile(r"\w+|[^\w\s]")


class WordTokens:
    """Whole words and signs of a course: the vocabulary of a model that starts from nothing.

    0 pads and ends what is written, 1 is unknown.
    """

    end = 0

    def __init__(self, words: Sequence[str]) -> None:
        self._words = list(dict.fromkeys(words))
        self._index = {word: at + 2 for at, word in enumerate(self._words)}
        self.size = len(self._index) + 2

    def __call__(self, text: str) -> list[int]:
        return [self._index.get(word, 1) for word in _WORD.findall(text.lower())]

    def text(self, ids: Sequence[int]) -> str:
        """Words with spaces between them."""
        return " ".join(self._words[at - 2] if at > 1 else "?" for at in ids)


class PublishedTokens:
    """The tokenizer of published weights, without special tokens but the end."""

    def __init__(self, tokenizer: Any) -> None:
        self._tokenizer, self.end = tokenizer, tokenizer.eos_token_id

    def __call__(self, text: str) -> list[int]:
        return self._tokenizer(text, add_special_tokens=False)["input_ids"]

    def text(self, ids: Sequence[int]) -> str:
        return self._tokenizer.decode(ids, skip_special_tokens=True)


def words_of(recipe: Recipe, course: Course) -> Sequence[str]:
    """The words of a model that starts from nothing: those it reads, and those it writes where it writes text."""
    listed = _WORD.findall(" ; - program : start ".join(course.operations)) if recipe.readout == "text" else []
    return [*course.words, *listed]


class Reader(nn.Module):
    """A backbone with its tokenizer. ``width`` is that of its hidden states."""

    def __init__(self, model: nn.Module, tokens: Any, width: int) -> None:
        super().__init__()
        self.model, self.tokens, self.width = model, tokens, width

    def ids(self, texts: Sequence[str]) -> Tensor:
        """Token numbers, padded on the right with 0 to the longest, shape (texts, tokens); see ``mask``."""
        rows = [torch.tensor(self.tokens(text)) + 1 for text in texts]
        return nn.utils.rnn.pad_sequence(rows, batch_first=True) - 1

    def embed(self, ids: Tensor) -> Tensor:
        return self.model.get_input_embeddings()(ids.clamp(min=0))

    def hidden(self, embedded: Tensor, mask: Tensor, positions: Tensor) -> Tensor:
        """The last hidden states, shape (batch, tokens, width), in float32."""
        found = self.model(inputs_embeds=embedded, attention_mask=mask, position_ids=positions, use_cache=False)
        return found.last_hidden_state.float()


def build(recipe: Recipe, course: Course, device: str) -> Reader:
    """The backbone of a recipe, what is to be trained of it marked so. Random weights come from torch's generator."""
    backbone = recipe.backbone
    if backbone.sizes is not None:
        tokens = WordTokens(words_of(recipe, course))
        model = untrained(backbone.architecture, dict(backbone.sizes), tokens.size)
        return Reader(model.to(device), tokens, backbone.sizes["width"])
    model, tokens = _published(recipe, device)
    return Reader(model, tokens, model.config.get_text_config().hidden_size)


def untrained(architecture: str, sizes: dict[str, int], vocabulary: int) -> nn.Module:
    """A randomly initialised model of a published architecture, in these sizes. Raises TrainingFailed."""
    import transformers

    width, heads = sizes["width"], sizes["heads"]
    shared = {"vocab_size": vocabulary, "hidden_size": width, "intermediate_size": 3 * width,
              "num_hidden_layers": sizes["layers"], "num_attention_heads": heads,
              "num_key_value_heads": max(1, heads // 2), "head_dim": width // heads, "max_position_embeddings": 4096,
              "tie_word_embeddings": True, "pad_token_id": 0}
    if architecture == "qwen3":
        return transformers.Qwen3Model(transformers.Qwen3Config(**shared))
    if architecture == "qwen3.5":
        from transformers.models.qwen3_5 import Qwen3_5TextConfig, Qwen3_5TextModel

        linear = {"linear_num_key_heads": heads // 2, "linear_num_value_heads": heads,
                  "linear_key_head_dim": width // heads, "linear_value_head_dim": width // heads}
        return Qwen3_5TextModel(Qwen3_5TextConfig(**shared, **linear))
    raise TrainingFailed(f"no architecture {architecture!r} can be trained from nothing; there is qwen3, qwen3.5")


def _published(recipe: Recipe, device: str) -> tuple[nn.Module, Any]:
    from transformers import AutoModel, AutoTokenizer

    backbone = recipe.backbone
    where = {} if backbone.load != backbone.name else {"revision": backbone.revision}
    tokenizer = AutoTokenizer.from_pretrained(backbone.load, **where)
    quantised = {"quantization_config": nf4()} if recipe.tuning == "qlora" else {}
    dtype = torch.bfloat16 if recipe.tuning == "qlora" else getattr(torch, backbone.dtype)
    model = AutoModel.from_pretrained(backbone.load, dtype=dtype, device_map=device, **where, **quantised)
    if recipe.readout == "text" and not model.config.get_text_config().tie_word_embeddings:
        raise TrainingFailed(f"the output layer of {backbone.name} is not its embeddings: only a model with tied "
                             "embeddings can be fine-tuned to write text, as SmolLM2 and Qwen3-4B are")
    return _tuned(model, recipe), PublishedTokens(tokenizer)


def nf4() -> Any:
    """4-bit NormalFloat with double quantisation, computing in bfloat16 (QLoRA, Dettmers et al. 2023)."""
    try:
        import bitsandbytes  # noqa: F401
    except ImportError:
        raise NotInstalled("QLoRA needs bitsandbytes: pip install 'pytest-checkable[train]'") from None
    from transformers import BitsAndBytesConfig

    return BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_use_double_quant=True,
                              bnb_4bit_compute_dtype=torch.bfloat16)


def _tuned(model: nn.Module, recipe: Recipe) -> nn.Module:
    """The model with only what the recipe tunes left trainable."""
    if recipe.tuning == "full":
        return model
    model.requires_grad_(False)
    if recipe.tuning == "frozen":
        return model
    return adapted(model, recipe.rank, recipe.seed)


def adapted(model: nn.Module, rank: int, seed: int) -> nn.Module:
    """The model with LoRA adapters of ``rank`` on all its linear layers (Hu et al. 2021), without dropout."""
    try:
        from peft import LoraConfig, get_peft_model
    except ImportError:
        raise NotInstalled("LoRA needs peft: pip install 'pytest-checkable[train]'") from None
    torch.manual_seed(seed)
    config = LoraConfig(r=rank, lora_alpha=2 * rank, lora_dropout=0.0, target_modules="all-linear")
    return get_peft_model(model, config).train()
