"""The pools that selectors are compared on: fixed candidates of fixed cases, each as a spec would say it.

Nothing here asks a model: candidates are recorded by somebody, or enumerated. A pool that needs published
data or a recording that is not there is named and left out by the league.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Pool:
    """``gate`` is the word that looks at the visible examples: it falls back to a first channel, or to all candidates.

    ``scores`` names evidence that the candidates bring along; ``spec`` are further keys of a spec.
    """

    name: str
    substrate: Mapping[str, Any]
    generator: Any
    gate: str = "prefer-visible"
    scores: tuple[str, ...] = ()
    spec: Mapping[str, Any] = field(default_factory=dict)


_FOOFAH = {"name": "foofah", "split": "published"}
_ORIGINAL = {"execution": {"namespace": "original"}}

POOLS = (
    Pool(name="text, enumerated chains in a random order",
         substrate={"name": "text", "examples": 1, "unlabelled": 8, "count": 210},
         generator={"enumerated": {"order": "random"}}),
    Pool(name="MBPP, Qwen3.5-4B: one greedy program and eight samples",
         substrate={"name": "mbpp", "edition": "sanitized"},
         generator={"recorded": {"recording": "qwen3.5-4b-confidence-pool", "channels": ["program"]}},
         scores=("mean_logprob", "p_true")),
    Pool(name="Foofah, Qwen3.5-4B: direct answer and repaired program", substrate=_FOOFAH, gate="visible-pass",
         generator={"recorded": {"recording": "qwen3.5-4b-repair", "channels": ["direct", "program"]}}, spec=_ORIGINAL),
    Pool(name="Foofah generated, Qwen2.5-Coder-0.5B: direct answer and five programs", gate="visible-pass",
         substrate={"name": "foofah", "split": "generated", "seed": 0},
         generator=["direct", "program", {"program": {"temperature": 0.8, "channel": "sampled"}},
                    {"ensemble": {"prompts": ["verified-structural", "structural-python", "row-column-rule"]}}],
         spec={"pool": "substrates/foofah/pools/qwen2.5-coder-0.5b.jsonl.gz", "sampling": {"max_tokens": 400}}),
)
