"""Options that name a file of the substrate: a prompt template, a recording.

Which options do is said where they are declared (``file=`` of ``vocabulary.option``). Only what a
spec writes is looked at; a word's own default is the business of whoever writes a substrate.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from checkable.spec.cursor import Cursor
from checkable.spec.document import ArmKeys
from checkable.spec.errors import nearest, one_of
from checkable.spec.model import Use
from checkable.spec.typed import key_of
from checkable.spec.yaml_lines import LinedDict, LinedList


def check_files(arms: Mapping[str, ArmKeys], raw: LinedDict, folder: Path, at: Cursor) -> None:
    """Report every file that a generator names and that is not in the substrate's ``folder``."""
    for name, arm in arms.items():
        written = raw[name]["generator"]
        here = at.into(raw, name).into(raw[name], "generator")
        several = isinstance(written, LinedList)
        for index, use in enumerate(arm.generator):
            if several:
                _check_use(use, written[index], folder, here.into(written, index))
            else:
                _check_use(use, written, folder, here)


def _check_use(use: Use, written: Any, folder: Path, at: Cursor) -> None:
    patterns = _patterns(use.word.options)
    options = written.get(use.word.name) if patterns and isinstance(written, LinedDict) else None
    if not isinstance(options, LinedDict):
        return
    inside = at.into(written, use.word.name)
    for key in patterns.keys() & options.keys():
        for name, here in _named(options[key], inside.into(options, key)):
            _check_name(name, patterns[key], folder, here)


def _named(value: Any, at: Cursor) -> Iterator[tuple[str, Cursor]]:
    """Each name that an option gives, one or a list, with its place."""
    if isinstance(value, LinedList):
        yield from ((name, at.into(value, index)) for index, name in enumerate(value))
    elif value is not None:
        yield value, at


def _check_name(name: str, pattern: str, folder: Path, at: Cursor) -> None:
    there, suffix = pattern.split("/")[0], Path(pattern).suffix
    if not (folder / there / f"{name}{suffix}").is_file():
        valid = [path.stem for path in folder.glob(pattern)]
        message = f"there is no {name}{suffix} in {folder.parent.name}/{folder.name}/{there}"
        at.wrong(message, one_of(valid), nearest(name, valid))


@cache
def _patterns(options: type) -> dict[str, str]:
    """The options that name files, and which."""
    return {key_of(f): f.metadata["file"] for f in dataclasses.fields(options) if f.metadata.get("file")}
