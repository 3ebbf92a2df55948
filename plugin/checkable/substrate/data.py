"""Published data: found in a folder, in the user's cache, or fetched from its pinned address.

What is found must have the sha256 that the caller names, of the file as it is or of what is
inside where it is gzipped. Nothing half-written is ever found: downloads go to files of another
name, are resumed where an earlier one stopped, and are renamed once they are whole and right.
Several processes may ask at once; one fetches, the others wait for it. This module knows of no
substrate.
"""

from __future__ import annotations

import gzip
import hashlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from checkable.substrate.contract import DataUnavailable

VARIABLE = "CHECKABLE_DATA"
WAIT_SECONDS = 1800  # for another process that is fetching the same file


@dataclass(frozen=True, kw_only=True)
class Fetch:
    """Where data comes from.

    ``files`` maps a file's name to its address. ``convert`` makes the bytes to be kept out of
    those that were fetched (by name); without it there must be one file, kept as it is.
    """

    files: Mapping[str, str]
    convert: Callable[[Mapping[str, bytes]], bytes] | None = None

    def __post_init__(self) -> None:
        if not self.files or (self.convert is None and len(self.files) != 1):
            raise ValueError("several files need a converter, and there must be one at least")


def locate(filename: str, *, folder: Path | None, sha256: str, fetch: Fetch | None) -> Path:
    """The path of a file with that content. Raises DataUnavailable, whose message is the remedy.

    Looked for as ``filename`` and ``filename.gz`` in ``folder``, then in the user's cache, then
    fetched into the cache. ``filename`` may have folders in it. Read the result with ``read``.
    """
    given = _find(folder / filename, sha256) if folder else None
    if given:
        return given
    kept = cache_folder() / sha256[:16] / filename
    if fetch is None:
        found = _find(kept, sha256)
        if found is None:
            raise DataUnavailable(_remedy(filename, folder, None, "it is in none of the places looked at"))
        return found
    return _cached(kept, sha256, fetch, folder, filename)


def read(path: Path) -> bytes:
    """The content of a located file, unpacked where it is gzipped."""
    raw = path.read_bytes()
    return gzip.decompress(raw) if _is_gzip(raw) else raw


def cache_folder() -> Path:
    return platformdirs.user_cache_path("checkable") / "data"


def _find(path: Path, sha256: str) -> Path | None:
    """The file or its gzipped twin, None where there is neither. Raises DataUnavailable for wrong content."""
    for candidate in (path, path.with_name(path.name + ".gz")):
        if candidate.is_file():
            problem = wrong_content(candidate.read_bytes(), sha256)
            if problem:
                raise DataUnavailable(f"{candidate} {problem}. Remove it or put the right file in its place.")
            return candidate
    return None


def wrong_content(content: bytes, sha256: str) -> str | None:
    """None where the content (or what is inside of it) has that digest, else what is wrong, as a clause."""
    found = hashlib.sha256(content).hexdigest()
    if found == sha256:
        return None
    if _is_gzip(content):
        try:
            if hashlib.sha256(gzip.decompress(content)).hexdigest() == sha256:
                return None
        except (OSError, EOFError) as error:
            return f"is a damaged gzip file ({error})"
    return f"is not the published file: its sha256 is {found}, expected {sha256} ({len(content)} bytes)"


def _is_gzip(content: bytes) -> bool:
    return content[:2] == b"\x1f\x8b"


def _cached(kept: Path, sha256: str, fetch: Fetch, folder: Path | None, filename: str) -> Path:
    """The file in the cache, fetched first where it is not there or has gone bad."""
    from filelock import FileLock, Timeout

    from checkable.substrate.download import FetchFailed, fetch_all

    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{kept}.lock", timeout=WAIT_SECONDS):
            if not kept.is_file() or wrong_content(kept.read_bytes(), sha256):
                _store(kept, _content(fetch_all(fetch.files, kept.with_name(kept.name + ".parts")), fetch, sha256))
    except FetchFailed as error:
        raise DataUnavailable(_remedy(filename, folder, fetch, str(error))) from error
    except Timeout as error:
        raise DataUnavailable(f"another process has been fetching {filename} for {WAIT_SECONDS} s") from error
    except OSError as error:
        raise DataUnavailable(_remedy(filename, folder, fetch, f"it cannot be kept: {error}")) from error
    return kept


def _content(parts: Mapping[str, Path], fetch: Fetch, sha256: str) -> bytes:
    """What the fetched files make, checked. Wrong ones are removed, so that the next try starts anew."""
    from checkable.substrate.download import FetchFailed

    raw = {name: path.read_bytes() for name, path in parts.items()}
    try:
        content = fetch.convert(raw) if fetch.convert else next(iter(raw.values()))
    except (ValueError, LookupError, OSError, EOFError) as error:
        problem: str | None = f"cannot be read ({type(error).__name__}: {error})"
    else:
        problem = wrong_content(content, sha256)
    if problem is None:
        return content
    for path in parts.values():
        path.unlink()
    raise FetchFailed(f"what was fetched {problem}; it was thrown away")


def _store(kept: Path, content: bytes) -> None:
    """The content under its final name, and nothing left of what it was made from."""
    fresh = kept.with_name(f"{kept.name}.{os.getpid()}.new")
    fresh.write_bytes(content)
    os.replace(fresh, kept)
    parts = kept.with_name(kept.name + ".parts")
    for path in parts.iterdir():
        path.unlink()
    parts.rmdir()


def _remedy(filename: str, folder: Path | None, fetch: Fetch | None, reason: str) -> str:
    where = folder / filename if folder else Path("<a folder of yours>") / filename
    lines = [f"{filename} is not on this machine: {reason}."]
    if fetch and len(fetch.files) == 1:
        lines.append(f"Download {next(iter(fetch.files.values()))} and put it at {where},")
    elif fetch:
        first = next(iter(fetch.files.values()))
        lines.append(f"It is made of {len(fetch.files)} files ({first} and so on).")
        lines.append(f"Run once where these can be reached, and copy {filename} from {cache_folder()} to {where},")
    else:
        lines.append(f"Put it at {where},")
    lines.append(f"then name that folder with --data or the variable {VARIABLE}.")
    return "\n".join(lines)
