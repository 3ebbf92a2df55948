"""How large a page of 155 experiments x 250 cases is and how fast it opens: `python benchmarks/report_page.py`.

The results are one real recorded run (specs/foofah/generated/gate.yaml), kept 155 times under different
names, each with its 250 cases and every candidate's text. Opening is measured in headless Chromium from
the disk, five times, with nothing warm but the file. Goals: under 15 MB, open in under 2 s.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EXPERIMENTS, OPENED = 155, 5


def main() -> int:
    from checkable.ledger import artefacts
    from checkable.report import html

    with tempfile.TemporaryDirectory() as folder:
        spec = "specs/foofah/generated/gate.yaml"
        command = [sys.executable, "-m", "pytest", spec, "--reports", folder, "-q"]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        whole = artefacts.read(next((Path(folder) / "results").iterdir()))
        page, clock = Path(folder) / "large.html", time.perf_counter()
        html.write(page, ({**whole, "experiment": f"specs/f/e{i:03d}.yaml"} for i in range(EXPERIMENTS)))
        print(f"{EXPERIMENTS} experiments x {len(whole['cases'])} cases x {len(whole['arms'])} arms")
        print(f"written in {time.perf_counter() - clock:.1f} s, {page.stat().st_size / 1e6:.2f} MB (goal: under 15)")
        for name, seconds in opened(page).items():
            print(f"{name:22} median {statistics.median(seconds):.2f} s, worst {max(seconds):.2f} s")
    return 0


def opened(page: Path) -> dict[str, list[float]]:
    """Seconds until the list, and until one case behind a deep link, is drawn."""
    from playwright.sync_api import sync_playwright

    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    found: dict[str, list[float]] = {"list (goal: 2 s)": [], "one case, deep link": []}
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, address in zip(found, ("", "#e-specs-f-e150-yaml-smoke?case=g-000"), strict=True):
            for _ in range(OPENED):
                view = browser.new_page()
                clock = time.perf_counter()
                view.goto(page.as_uri() + address, wait_until="commit")  # drawn, whether or not its end was read
                view.wait_for_selector("#main[aria-busy='false']", state="attached")
                found[name].append(time.perf_counter() - clock)
                view.close()
    return found


if __name__ == "__main__":
    raise SystemExit(main())
