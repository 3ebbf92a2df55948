"""Whether one more server fits beside those that run. It knows entries, not what a device really holds.

vLLM takes a share of a GPU's memory when it starts, whatever the model needs of it: two servers fit where their shares
do. On a CPU it takes what its settings say, and the engine for small models what the weights take.
"""

from __future__ import annotations

from collections.abc import Sequence

from checkable.engine.endpoint import EngineError
from checkable.engine.models import ModelEntry
from checkable.engine.vllm import find_vllm

SHARE_FLAG = "--gpu-memory-utilization"
DEFAULT_SHARE = 0.92  # vLLM 0.32


def check_fits(entry: ModelEntry, running: Sequence[ModelEntry]) -> None:
    """Raises EngineError where a vLLM server has no share of the GPU's memory left."""
    others = [one for one in running if one.engine == "vllm"]
    if entry.engine != "vllm" or not others or find_vllm(entry.root).on_cpu:
        return
    shares = {one.name: _share(one) for one in (*others, entry)}
    if sum(shares.values()) > 1 + 1e-9:
        taken = " and ".join(f"{name} {share:g}" for name, share in shares.items())
        raise EngineError(f"no second vLLM server fits beside the one that runs: {taken} are more than the GPU's "
                          f"memory. Say flags: [{SHARE_FLAG}, '0.45'] in both entries, or run them in sessions of "
                          "their own; adapters of one base share a server")


def _share(entry: ModelEntry) -> float:
    flags = [part for flag in entry.flags for part in flag.split("=", 1)]
    try:
        return float(flags[flags.index(SHARE_FLAG) + 1])
    except (ValueError, IndexError):
        return DEFAULT_SHARE
