"""Options that name a file of the substrate: a prompt template, a recording.

Which options do is said where they are declared (``file=`` of ``vocabulary.option``). Only what a
spec writes is looked at; a word's own default is the business of whoever writes a substrate.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checkable.spec.cursor import Cursor
from checkable.spec.document import ArmKeys
from checkable.spec.errors import nearest, one_of
from checkable.spec.marks import marked, uses
from checkable.spec.model import Use
from checkable.spec.yaml_lines import LinedDict


def check_files(arms: Mapping[str, ArmKeys], raw: LinedDict, folder: Path, at: Cursor) -> None:
    """Report every file that a generator names and that is not in the substrate's ``folder``."""
    for name, arm in arms.items():
        for use, written, here in uses(arm.generator, "generator", raw[name], at.into(raw, name)):
            _check_use(use, written, folder, here)


def _check_use(use: Use, written: Any, folder: Path, at: Cursor) -> None:
    for name, pattern, here in marked("file", use, written, at):
        _check_name(name, pattern, folder, here)


def _check_name(name: str, pattern: str, folder: Path, at: Cursor) -> None:
    there, suffix = pattern.split("/")[0], Path(pattern).suffix
    if not (folder / there / f"{name}{suffix}").is_file():
        valid = [path.stem for path in folder.glob(pattern)]
        message = f"there is no {name}{suffix} in {folder.parent.name}/{folder.name}/{there}"
        at.wrong(message, one_of(valid), nearest(name, valid))
