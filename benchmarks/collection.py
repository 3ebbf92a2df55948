"""What collecting specs costs, in CPU seconds: run ``python benchmarks/collection.py`` in the repository.

Writes a tree of specs to a temporary folder and measures, each against its goal: ``pytest --collect-only`` over the
tree, ``pytest`` on one spec inside it, and the start of pytest with and without the plugin. Yardsticks beside them:
PyYAML alone, ``load_items`` (what running all of them reads), and a plugin whose files and items do nothing, which is
what pytest itself costs. Each pytest is a process of its own, measured by the CPU time (user and system) of the child;
the sides of a comparison are run in turns, and medians are shown, so that a busy machine disturbs all alike.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

PLUGIN = "checkable.pytest_plugin"
REPOSITORY = Path(__file__).resolve().parents[1]
DEFAULTS = """\
research_program: reliability-and-safety
model: qwen3.5-4b
substrate: {name: foofah, split: generated}
"""
SPEC = """\
# yaml-language-server: $schema=../../plugin/checkable/spec/schema.json
title: Commit a program whenever it passes the visible example, variant %d
claim: executable-gate
substrate: {seed: %d}
arms:
  direct: {generator: direct}
  gate:
    generator: [direct, {program: {repairs: %d}}]
    selector: visible-pass
controls:
  shuffled-example: {of: gate, break: visible-example}
slices:
  disagreement: gate.treated and not gate.agrees(direct)
criteria:
  - gate beats direct
  - gate.regressions(direct) <= %d
  - gate.precision >= 0.%d
  - gate.correct(disagreement) > direct.correct(disagreement)
reference:
  direct.correct: 138/250
  gate.correct: 156/250
  gate.recoveries(direct): 18
tiers:
  smoke: {cases: 24}
"""
TRIVIAL = """\
import pytest


class File(pytest.File):
    def collect(self):
        yield pytest.Function.from_parent(self, name="smoke", callobj=lambda: None)


def pytest_collect_file(file_path, parent):
    if file_path.suffix == ".yaml" and file_path.name[0] != "_":
        return File.from_parent(parent, path=file_path)
"""


@dataclass(frozen=True)
class Measure:
    """One line of the table. ``base`` is subtracted before the goal is looked at; a yardstick has no goal."""

    name: str
    seconds: float
    goal: float | None = None
    base: float = 0.0

    @property
    def line(self) -> str:
        shown = self.seconds - self.base
        start = f"{self.name:<58} {shown:6.2f} s"
        if self.goal is None:
            return start
        verdict = "met" if shown <= self.goal else "MISSED"
        detail = f"  ({self.seconds:.2f} against {self.base:.2f})" if self.base else ""
        return f"{start}   goal {self.goal:4.2f} s   {verdict}{detail}"


def write_tree(root: Path, specs: int, folders: int) -> list[Path]:
    """``specs`` distinct specs of 800 bytes in ``folders`` folders with defaults. Returns their paths."""
    unneeded = shutil.ignore_patterns("*.gz", "__pycache__")
    shutil.copytree(REPOSITORY / "substrates", root / "substrates", ignore=unneeded)
    paths = []
    for number in range(specs):
        folder = root / "specs" / f"line-{number % folders:02d}"
        if not folder.exists():
            folder.mkdir(parents=True)
            (folder / "_defaults.yaml").write_text(DEFAULTS)
        path = folder / f"variant-{number:04d}.yaml"
        path.write_text(SPEC % (number, number, number % 4, number % 7, 50 + number % 50))
        paths.append(path)
    (root / "specs" / "_defaults.yaml").write_text("sampling: {max_tokens: 512}\n")
    (root / "pytest.ini").write_text("[pytest]\n")
    (root / "trivial.py").write_text(TRIVIAL)
    return paths


def load_all(paths: list[Path], root: Path) -> float:
    """CPU seconds of ``load_items`` over all paths, imports not counted."""
    from checkable.spec.loader import load_items

    load_items(paths[0], root=root, tier="smoke")
    before = time.process_time()
    for path in paths:
        load_items(path, root=root, tier="smoke")
    return time.process_time() - before


def only_yaml(paths: list[Path]) -> float:
    """CPU seconds of PyYAML's fastest loader over the same files: a yardstick for how busy the machine is."""
    before = time.process_time()
    for path in paths:
        yaml.load(path.read_text(), yaml.CSafeLoader)
    return time.process_time() - before


def pytest_seconds(root: Path, *arguments: str, plugin: str | None = PLUGIN) -> float:
    """CPU seconds of one pytest process in ``root``, with that plugin and none of those installed here."""
    given = ("-p", plugin) if plugin else ()
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *given, *arguments]
    path = os.pathsep.join((str(REPOSITORY / "plugin"), str(root)))
    environment = os.environ | {"PYTHONPATH": path, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    before = _children()
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)
    if done.returncode not in (0, 5):
        output = done.stdout[-2000:] + done.stderr[-2000:]
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}:\n{output}")
    return _children() - before


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def in_turns(runs: int, *sides: Callable[[], float]) -> Iterator[float]:
    """The median of each side, run one after the other ``runs`` times."""
    rounds = [[side() for side in sides] for _ in range(runs)]
    return (statistics.median(column) for column in zip(*rounds, strict=True))


def measure(root: Path, specs: int, folders: int, runs: int) -> Iterator[Measure]:
    paths = write_tree(root, specs, folders)
    scale = specs / 5000
    read, loaded = in_turns(runs, lambda: only_yaml(paths), lambda: load_all(paths, root))
    yield Measure(f"yaml.CSafeLoader alone over {specs} specs", read)
    yield Measure(f"load_items over {specs} specs, which a run does one by one", loaded)
    try:
        import checkable.pytest_plugin  # noqa: F401  # the loader can be measured before there is a plugin
    except ImportError as error:
        print(f"pytest is not measured: {error}")
        return
    empty = root / "empty"
    empty.mkdir()
    bare, started, one, floor, everything = in_turns(
        runs,
        lambda: pytest_seconds(root, str(empty), plugin=None),
        lambda: pytest_seconds(root, str(empty)),
        lambda: pytest_seconds(root, "--collect-only", str(paths[specs // 2])),
        lambda: pytest_seconds(root, "--collect-only", "specs", plugin="trivial"),
        lambda: pytest_seconds(root, "--collect-only", "specs"),
    )
    yield Measure(f"pytest --collect-only over {specs} items that do nothing", floor)
    yield Measure(f"pytest --collect-only over {specs} specs", everything, 3.0 * scale)
    yield Measure("pytest --collect-only, one spec of the tree", one, 0.5)
    yield Measure("start of pytest with the plugin, beyond bare", started, 0.3, bare)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--specs", type=int, default=5000)
    parser.add_argument("--folders", type=int, default=50)
    parser.add_argument("--runs", type=int, default=3, help="how often each is measured; medians are shown")
    options = parser.parse_args()
    sys.path.insert(0, str(REPOSITORY / "plugin"))
    with tempfile.TemporaryDirectory() as folder:
        for line in measure(Path(folder).resolve(), options.specs, options.folders, options.runs):
            print(line.line, flush=True)


if __name__ == "__main__":
    main()
