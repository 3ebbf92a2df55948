"""Which code made a number."""

from __future__ import annotations

import subprocess
from pathlib import Path


def code_version(root: Path) -> str:
    """The workspace's git commit, with ``+changes`` where files differ from it; "unversioned" outside git."""
    commit = _git(root, "rev-parse", "HEAD")
    if commit is None:
        return "unversioned"
    # Reports are what runs write: they do not make the code another one.
    changed = _git(root, "status", "--porcelain", "--", ".", ":!reports")
    return commit[:12] + ("+changes" if changed else "")


def _git(root: Path, *arguments: str) -> str | None:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True, timeout=10)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() if done.returncode == 0 else None
