"""The pools that selectors are compared on: fixed candidates of fixed cases, each as a spec would say it.

Nothing here asks a model: candidates are recorded by somebody, or enumerated. A pool that needs published
data or a recording that is not there is named and left out by the league.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, kw_only=True)
class Pool:
    """``gate`` is the word that looks at the visible examples: it falls back to a first channel, or to all candidates.

    ``scores`` names evidence that the candidates bring along, ``asked`` evidence that words of a spec ask the model for
    and the pool has recorded; ``spec`` are further keys of a spec.
    """

    name: str
    substrate: Mapping[str, Any]
    generator: Any
    gate: str = "prefer-visible"
    scores: tuple[str, ...] = ()
    asked: Mapping[str, Any] = field(default_factory=dict)
    spec: Mapping[str, Any] = field(default_factory=dict)


_FOOFAH = {"name": "foofah", "split": "published"}
_ORIGINAL = {"execution": {"namespace": "original"}}


def _tasks(spec: str) -> str:
    """The tasks that a spec of the repository takes, so that they are listed once."""
    return yaml.safe_load((ROOT / spec).read_text(encoding="utf-8"))["substrate"]["tasks"]


def _mbpp(name: str, recording: str, tasks: str) -> Pool:
    return Pool(name=f"MBPP, Qwen3.5-4B: {name}", substrate={"name": "mbpp", "split": "test", "tasks": tasks},
                generator={"recorded": {"recording": recording, "channels": ["program"]}})


POOLS = (
    Pool(name="text, enumerated chains in a random order",
         substrate={"name": "text", "examples": 1, "unlabelled": 8, "count": 210},
         generator={"enumerated": {"order": "random"}}),
    Pool(name="MBPP, Qwen3.5-4B: one greedy program and eight samples",
         substrate={"name": "mbpp", "split": "test", "tasks": _tasks("specs/code/confidence.yaml")},
         generator={"recorded": {"recording": "qwen3.5-4b-confidence", "channels": ["all"]}},
         scores=("mean_logprob", "p_true")),
    _mbpp("eight hot samples", "qwen3.5-4b-hot-k8", "11-34"),
    Pool(name="Foofah, Qwen3.5-4B: direct answer and repaired program", substrate=_FOOFAH, gate="visible-pass",
         generator={"recorded": {"recording": "qwen3.5-4b-repair", "channels": ["direct", "program"]}}, spec=_ORIGINAL),
    Pool(name="Foofah generated, Qwen2.5-Coder-0.5B: direct answer and five programs", gate="visible-pass",
         substrate={"name": "foofah", "split": "generated", "seed": 0},
         generator=["direct", "program", {"program": {"temperature": 0.8, "channel": "sampled"}},
                    {"ensemble": {"prompts": ["verified-structural", "structural-python", "row-column-rule"]}}],
         spec={"pool": "substrates/foofah/pools/qwen2.5-coder-0.5b.jsonl.gz", "sampling": {"max_tokens": 400}}),
    # Completions that quote tasks do not ship: whoever recorded specs/code/selectors.yaml exports its pool to there.
    Pool(name="MBPP+, Qwen2.5-Coder-0.5B: eight programs, P(True) and tests that it wrote",
         substrate={"name": "mbpp", "edition": "plus", "split": "test", "tasks": _tasks("specs/code/selectors.yaml")},
         generator={"program": {"samples": 8, "logprobs": True}}, scores=("mean_logprob",),
         asked={"p_true": "p-true", "tests_passed": {"generated-tests": {"samples": 2}}},
         spec={"pool": "reports/pools/mbpp-plus-qwen2.5-coder-0.5b.jsonl.gz",
               "sampling": {"temperature": 0.8, "max_tokens": 256}}),
)
