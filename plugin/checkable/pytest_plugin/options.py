"""Command-line options and what they mean."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

TIERS = ("smoke", "full")
ISOLATION_LEVELS = (0, 1, 2, 3)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The options in force. ``root`` is the workspace: the folder that holds substrates/.

    ``isolation`` is the least level at which programs are executed.
    """

    root: Path
    tier: str
    model: str | None
    pool: Path
    data: Path | None
    reports: Path
    report: Path
    summary: Path | None
    isolation: int


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("checkable", "experiments on small language models")
    group.addoption("--tier", choices=TIERS, default="smoke",
                    help="smoke: small and cheap (default); full: the smoke tier first, then the full one")
    group.addoption("--model", metavar="NAME", default=None,
                    help="run on this model instead of the specs' own: a name of models.yaml, "
                         "or http://host:port/v1#served-name for a server that is already there")
    group.addoption("--pool", metavar="FILE", default=None,
                    help="where completions are kept (default: reports/pool.sqlite)")
    group.addoption("--data", metavar="FOLDER", default=None,
                    help="the folder of published data (default: the environment variable CHECKABLE_DATA)")
    group.addoption("--reports", metavar="FOLDER", default=None,
                    help="where results, the ledger and the report page are written (default: reports)")
    group.addoption("--report", metavar="FILE", default=None,
                    help="the report page to write (default: report.html in the folder of --reports)")
    group.addoption("--summary-markdown", metavar="FILE", default=None,
                    help="also write a short summary for a pull request; the file that GITHUB_STEP_SUMMARY names "
                         "is appended to")
    group.addoption("--isolation", type=int, choices=ISOLATION_LEVELS, default=2,
                    help="the least isolation at which programs are executed here: 3 namespaces, Landlock and the "
                         "system call filter; 2 Landlock and the filter (default); 1 the filter alone; "
                         "0 none: a program can read your files and use the network")


def settings_of(config: pytest.Config) -> Settings:
    """The settings in force. Raises pytest.UsageError for what cannot be read, written or run on.

    What is written at the end of a session is looked at before its beginning.
    """
    from checkable.substrate.workspace import find_root

    root = find_root(config.rootpath)
    reports = _path(config, "--reports", folder=True) or root / "reports"
    return Settings(root=root, tier=config.getoption("--tier"), model=_model(config, root),
                    pool=_path(config, "--pool") or reports / "pool.sqlite", data=_data(config), reports=reports,
                    report=_path(config, "--report") or reports / "report.html",
                    summary=_path(config, "--summary-markdown"), isolation=config.getoption("--isolation"))


def _path(config: pytest.Config, option: str, *, folder: bool = False) -> Path | None:
    """Where something is written: a file, or with ``folder`` a folder, that is there or can be made."""
    given = config.getoption(option)
    if not given:
        return None
    path = (config.invocation_params.dir / given).resolve()
    if path.exists() and path.is_dir() is not folder:
        raise pytest.UsageError(f"{option}: {path} is a {'file' if folder else 'folder'}, "
                                f"expected a {'folder' if folder else 'file'}")
    above = next(each for each in path.parents if each.exists())
    if not above.is_dir():
        raise pytest.UsageError(f"{option}: {above} is a file, so that {path} cannot be in it")
    return path


def _model(config: pytest.Config, root: Path) -> str | None:
    """A name of models.yaml, or an address."""
    given = config.getoption("--model")
    if not given or "://" in given:
        return given
    from checkable.engine.models import ModelError, model_names
    from checkable.spec.errors import nearest, one_of

    try:
        known = model_names(root)
    except ModelError as error:
        raise pytest.UsageError(f"--model: {error}") from None
    if given not in known:
        told = " ".join(filter(None, (f"no model is called {given!r}:", nearest(given, known))))
        raise pytest.UsageError(f"--model: {told} expected http://host:port/v1#name, {one_of(known)}")
    return given


def _data(config: pytest.Config) -> Path | None:
    given, where = config.getoption("--data"), "--data"
    if not given:
        given, where = os.environ.get("CHECKABLE_DATA"), "CHECKABLE_DATA"
    if not given:
        return None
    folder = (config.invocation_params.dir / given).resolve()
    if not folder.is_dir():
        raise pytest.UsageError(f"{where}: {folder} is not a folder")
    return folder
