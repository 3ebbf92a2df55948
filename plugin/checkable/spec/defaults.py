"""``_defaults.yaml``: what the specs of a folder, and of the folders below it, have in common."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from checkable.spec.errors import SpecErrors
from checkable.spec.layers import merge_layer, normalised
from checkable.spec.yaml_lines import LinedDict, read_yaml

FILENAME = "_defaults.yaml"
_Stamp = tuple[str, int, int]  # path, modification time in ns, size


def inherited(folder: Path, root: Path) -> LinedDict:
    """The defaults of every folder from ``root`` down to ``folder``, merged, the deeper one winning.

    ``folder`` outside ``root`` inherits from itself alone. Raises SpecErrors for a file with bad form.
    """
    return _merged(tuple([stamp for path in _candidates(str(folder), str(root)) if (stamp := _stamp(path))]))


@lru_cache(maxsize=1024)
def _candidates(folder: str, root: str) -> tuple[str, ...]:
    folders = [folder]
    while folders[-1] != root and folders[-1].startswith(root + os.sep):
        folders.append(os.path.dirname(folders[-1]))
    if folders[-1] != root:
        folders = folders[:1]
    return tuple(os.path.join(each, FILENAME) for each in reversed(folders))


def _stamp(path: str) -> _Stamp | None:
    """None where there is no such file; the stamp lets a long-lived process see an edit."""
    try:
        status = os.stat(path)
    except FileNotFoundError:
        return None
    return path, status.st_mtime_ns, status.st_size


@lru_cache(maxsize=1024)
def _merged(stamps: tuple[_Stamp, ...]) -> LinedDict:
    if not stamps:
        return LinedDict()
    return merge_layer(_merged(stamps[:-1]), _read(stamps[-1]))


@lru_cache(maxsize=1024)
def _read(stamp: _Stamp) -> LinedDict:
    source, document = read_yaml(Path(stamp[0]))
    if "title" in document:
        mark = document.key_spot("title").mark
        message = "a title cannot be inherited"
        raise SpecErrors([source.error(mark.line + 1, mark.column + 1, "title", message, "a title in each spec")])
    return normalised(document)
