"""The local engine for small models: the command that serves one on transformers, in this environment."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import checkable
from checkable.engine.endpoint import Endpoint
from checkable.engine.launch import Launch, free_port, new_token
from checkable.engine.models import ModelEntry


def python_path() -> dict[str, str]:
    """Lets a child of ours import this package wherever it was imported from."""
    ours = str(Path(checkable.__file__).parent.parent)
    return {"PYTHONPATH": os.pathsep.join(filter(None, (ours, os.environ.get("PYTHONPATH"))))}


def launch(entry: ModelEntry, model: str, revision: str | None) -> Launch:
    """How to serve ``model`` (a folder, or a repository at ``revision``)."""
    port, token = free_port(), new_token()
    command = (
        sys.executable, "-m", "checkable.engine.local_server", "--model", model,
        *(("--revision", revision) if revision else ()), "--served-name", entry.name, "--port", str(port),
        "--dtype", entry.dtype, "--context", str(entry.context), "--rows", str(entry.concurrency),
    )
    endpoint = Endpoint(
        url=f"http://127.0.0.1:{port}/v1", model=entry.name, token=token, concurrency=entry.concurrency,
        body={"chat_template_kwargs": dict(entry.chat)} if entry.chat else {})
    environment = {
        "CHECKABLE_ENGINE_TOKEN": token, **python_path(),
        # Threads that spin at a barrier starve each other as soon as programs are executed beside the engine.
        "OMP_WAIT_POLICY": os.environ.get("OMP_WAIT_POLICY", "PASSIVE"),
    }
    return Launch(command=command, endpoint=endpoint, environment=environment, start_seconds=entry.start_seconds)
