"""Fetching files over HTTP: several at once, with progress, resumed where they stopped.

A file that is being fetched is called ``<name>.part``; it gets its own name when it is whole.
Whether its content is right is for the caller to say.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from tqdm import tqdm

if TYPE_CHECKING:
    import httpx

AT_ONCE = 8
TRIES = 4
PAUSE_SECONDS = 0.5  # before the second try; doubled before each later one
CONNECT_SECONDS = 10.0
READ_SECONDS = 30.0


class FetchFailed(Exception):
    """A file could not be fetched; the message says from where and why."""


def fetch_all(files: Mapping[str, str], folder: Path) -> dict[str, Path]:
    """The named files in ``folder``, fetched where they are not there yet. Raises FetchFailed."""
    import httpx

    folder.mkdir(parents=True, exist_ok=True)
    paths = {name: folder / name.replace("/", "_") for name in files}
    missing = [name for name, path in paths.items() if not path.is_file()]
    by_bytes = len(files) == 1
    client = httpx.Client(follow_redirects=True, timeout=httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS))
    bar = tqdm(
        total=None if by_bytes else len(files), initial=len(files) - len(missing), disable=None, leave=False,
        unit="B" if by_bytes else "file", unit_scale=by_bytes, desc=f"fetching {next(iter(files)) if by_bytes else ''}",
    )
    with client, bar, ThreadPoolExecutor(AT_ONCE) as pool:
        jobs = [pool.submit(_fetch, client, files[name], paths[name], bar if by_bytes else None) for name in missing]
        try:
            for job in jobs:
                job.result()
                bar.update(0 if by_bytes else 1)
        finally:
            pool.shutdown(cancel_futures=True)
    return paths


def _fetch(client: httpx.Client, url: str, path: Path, bar: tqdm | None) -> None:
    """One file, with further tries after a broken connection or a server's failure."""
    import httpx

    part = path.with_name(path.name + ".part")
    for attempt in range(TRIES):
        if attempt:
            time.sleep(PAUSE_SECONDS * 2 ** (attempt - 1))
        try:
            _download(client, url, part, bar)
        except httpx.HTTPStatusError as error:
            status = error.response.status_code
            problem = f"{url} answers {status} {error.response.reason_phrase}"
            if status < 500 and status not in (416, 429):
                raise FetchFailed(problem) from error
        except httpx.ConnectError as error:
            raise FetchFailed(f"{url} cannot be reached ({error})") from error
        except httpx.HTTPError as error:
            problem = f"{url} broke off ({type(error).__name__}: {error})"
        except httpx.InvalidURL as error:
            raise FetchFailed(f"{url} is no address ({error})") from error
        else:
            part.replace(path)
            return
    raise FetchFailed(f"{problem}, {TRIES} times")


def _download(client: httpx.Client, url: str, part: Path, bar: tqdm | None) -> None:
    """The rest of the file behind what ``part`` holds already, or all of it where the server cannot resume."""
    held = part.stat().st_size if part.exists() else 0
    # Without compression on the way a byte range is one of the file itself.
    headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={held}-"} if held else {})
    with client.stream("GET", url, headers=headers) as response:
        if response.status_code == 416:  # what is held cannot be the beginning of this file
            part.unlink()
        response.raise_for_status()
        resumed = response.status_code == 206 and _starts_at(response, held)
        if bar is not None:
            bar.reset(total=(held if resumed else 0) + int(response.headers.get("content-length", 0)) or None)
            bar.update(held if resumed else 0)
        with part.open("ab" if resumed else "wb") as file:
            for chunk in response.iter_bytes():
                file.write(chunk)
                if bar is not None:
                    bar.update(len(chunk))


def _starts_at(response: httpx.Response, held: int) -> bool:
    return response.headers.get("content-range", "").startswith(f"bytes {held}-")
