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
    """The settings in force. Raises pytest.UsageError for a folder that does not exist."""
    from checkable.substrate.workspace import find_root

    root = find_root(config.rootpath)
    reports = _path(config, "--reports") or root / "reports"
    return Settings(root=root, tier=config.getoption("--tier"), model=config.getoption("--model"),
                    pool=_path(config, "--pool") or reports / "pool.sqlite", data=_data(config), reports=reports,
                    report=_path(config, "--report") or reports / "report.html",
                    summary=_path(config, "--summary-markdown"), isolation=config.getoption("--isolation"))


def _path(config: pytest.Config, option: str) -> Path | None:
    given = config.getoption(option)
    return (config.invocation_params.dir / given).resolve() if given else None


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
