"""The pictures in docs/screenshots, taken anew from real runs: `make screenshots`, or this script with --reports.

It makes the page from the ledger in that folder (`checkable report`), opens it in headless Chromium and
takes each view as a reader first sees it. What is not on the page (a claim without evidence, a split
without data) is left out, and said. Needs playwright and a Chromium; looks at nothing but the page.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "screenshots"
GATE = "e-specs-foofah-published-gate-yaml-smoke"
EPHEMERAL = "e-specs-foofah-published-ephemeral-yaml-smoke"


@dataclass(frozen=True, kw_only=True)
class Shot:
    """One picture: a view of the page, and how it is looked at. ``below`` names what is scrolled to."""

    name: str
    address: str
    scheme: str = "light"
    width: int = 1100
    height: int = 700
    media: str = "screen"
    below: str = ""


SHOTS = (
    Shot(name="map", address="map", height=800),
    Shot(name="claims", address="claims"),
    Shot(name="claim", address="c-executable-gate", height=820),
    Shot(name="queue", address="queue"),
    Shot(name="experiments", address="experiments"),
    Shot(name="experiment", address=GATE),
    Shot(name="reach", address=GATE, below="figure:has(.reach)"),
    Shot(name="families", address=f"{GATE}?arm=gate", below=".families"),
    Shot(name="cases", address=f"{GATE}?arm=gate&show=recovered"),
    Shot(name="case", address=f"{GATE}?case=exp0_13_3", below="h3:nth-of-type(3)", height=820),
    Shot(
        name="compare",
        address="compare?" + urlencode({"a": GATE, "aa": "gate", "b": EPHEMERAL, "bb": "gate", "show": "recovered"}),
    ),
    Shot(name="method", address="method", height=560),
    Shot(name="dark", address=GATE, scheme="dark", below="h3:has(+ figure)"),
    Shot(name="phone", address="claims", width=390, height=844),
    Shot(name="print", address="c-executable-gate", width=794, height=820, media="print"),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--reports", type=Path, default=ROOT / "reports", help="a folder that runs wrote (default: reports)"
    )
    options = parser.parse_args()
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        print("there is no chromium on this machine", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        page = Path(folder) / "report.html"
        subprocess.run(
            [sys.executable, "-m", "checkable", "report", "--reports", str(options.reports), "--to", str(page)],
            check=True,
            cwd=ROOT,
        )
        chromium = play.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        taken = [take(chromium, page, shot) for shot in SHOTS]
    print(f"{sum(taken)} of {len(SHOTS)} pictures, {sum(f.stat().st_size for f in TARGET.glob('*.png')) / 1e6:.2f} MB")
    return 0


def take(chromium: Browser, page: Path, shot: Shot) -> bool:
    """Whether the picture could be taken; an address that is not on the page is left out."""
    scene = chromium.new_context(viewport={"width": shot.width, "height": shot.height}, color_scheme=shot.scheme)
    view = scene.new_page()
    try:
        view.goto(f"{page.as_uri()}#{shot.address}")
        view.wait_for_function("document.getElementById('main').getAttribute('aria-busy') === 'false'")
        name = shot.address.partition("?")[0]
        if not view.evaluate("name => document.getElementById(name) !== null", name):
            print(f"{shot.name}: {name} is not on the page")
            return False
        view.emulate_media(media=shot.media, color_scheme=shot.scheme)
        if shot.below:
            inside = "#case" if "case=" in shot.address else ".view.open"
            view.evaluate("what => document.querySelector(what).scrollIntoView()", f"{inside} {shot.below}")
        view.screenshot(path=TARGET / f"{shot.name}.png")
        return True
    finally:
        scene.close()


if __name__ == "__main__":
    raise SystemExit(main())
