"""Which code made a number: the commit for people, and a digest of each room that can change an outcome.

A room's digest leaves out comments, docstrings and layout, so that it changes when the code does.
What only counts, compares, shows or stores outcomes is in no digest: a ledger computes that anew.
"""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import checkable
from checkable.experiment.meanings import Meanings
from checkable.substrate import registry

# What stands between a case and whether its commit is right, by room: patterns below the package.
OUTCOME_CODE = {
    "core": ("core/arm_run.py", "core/candidate.py", "core/case.py", "core/completion.py", "core/execution.py"),
    "substrate": ("substrate/**/*.py",),
    "generate": ("generate/**/*.py",),
    "evidence": ("evidence/**/*.py",),
    "select": ("select/**/*.py",),
    "control": ("control/**/*.py",),
    "retrieve": ("retrieve/**/*.py", "library/reading.py", "library/index.py", "library/entry.py"),
    "adapt": ("adapt/**/*.py",),
    "learn": ("learn/**/*.py",),
    "execute": ("execute/**/*.py",),
    "pool": ("pool/recorded.py", "pool/recording.py"),
    "experiment": ("experiment/cases.py", "experiment/channels.py", "experiment/checking.py", "experiment/models.py",
                   "experiment/run.py", "experiment/selecting.py", "experiment/testing.py", "experiment/toolbox.py"),
    "measure": ("measure/answers.py", "measure/hidden.py", "measure/scoring.py"),
}
_NOT_OUTCOMES = ("README.md",)
_POOLS = "pools"  # one experiment reads one of them: see ``outcome_code``


def code_version(root: Path) -> str:
    """The workspace's git commit, with ``+changes`` where files differ from it; "unversioned" outside git."""
    commit = _git(root, "rev-parse", "HEAD")
    if commit is None:
        return "unversioned"
    # Reports are what runs write: they do not make the code another one.
    changed = _git(root, "status", "--porcelain", "--", ".", ":!reports")
    return commit[:12] + ("+changes" if changed else "")


def outcome_code(root: Path, substrate: str, pools: Sequence[Path] = (), *, library: bool = False) -> dict[str, str]:
    """A digest (12 hex digits) of each room, of the substrate, of recorded pools and of the library, by name."""
    package = Path(checkable.__file__).parent
    digests = {room: digest for room, patterns in OUTCOME_CODE.items() if (digest := _digest(package, patterns))}
    digests[f"substrates/{substrate}"] = _digest(root / "substrates" / registry.package(substrate), ("**/*",))
    if library:
        digests["library"] = _digest(root / "library", ("*/*.py",))
    for pool in pools:
        digests[f"pool {pool.name}"] = hashlib.sha256(pool.read_bytes()).hexdigest()[:12]
    _meanings().keep()
    return {name: digest for name, digest in digests.items() if digest}


@cache
def _digest(folder: Path, patterns: tuple[str, ...]) -> str:
    """Of all files that match, by name and meaning; "" for none."""
    files = sorted({path for pattern in patterns for path in folder.glob(pattern) if _can_matter(path, folder)})
    whole = hashlib.sha256()
    for path in files:
        whole.update(f"{path.relative_to(folder).as_posix()}\0{_meaning(path)}\0".encode())
    return whole.hexdigest()[:12] if files else ""


def _can_matter(path: Path, folder: Path) -> bool:
    inside = path.relative_to(folder).parts
    return path.is_file() and path.name not in _NOT_OUTCOMES and not {"__pycache__", _POOLS} & set(inside)


def _meaning(path: Path) -> str:
    """The digest of a Python file's syntax tree without docstrings, of any other file's bytes."""
    content = path.read_bytes()
    return _meanings().of(content) if path.suffix == ".py" else hashlib.sha256(content).hexdigest()


_meanings = cache(Meanings)


def _git(root: Path, *arguments: str) -> str | None:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True, timeout=10)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() if done.returncode == 0 else None
