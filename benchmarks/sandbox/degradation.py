"""What isolation is left on hosts that refuse a layer: `python benchmarks/sandbox/degradation.py` prints a table.

The hosts are this one under a system call filter that refuses what a strict host refuses, as root and as an ordinary
user; the levels are what the canaries decided there.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/hostile"), str(ROOT / "tests/execute")]

from hosts import start  # noqa: E402
from test_hostile_degradation import COMBINATIONS  # noqa: E402


def main() -> None:
    print("| system calls refused | level for root | level for others | what is said |\n| --- | --- | --- | --- |")
    for refused in COMBINATIONS:
        root, ordinary = told(refused, "root"), told(refused, "ordinary")
        either = root or ordinary
        said = "; ".join(either["refused"]) or "nothing" if either else ""
        print(f"| {', '.join(refused) or 'none'} | {root.get('level', '–')} | {ordinary.get('level', '–')} | {said} |")


def told(refused: tuple[str, ...], who: str) -> dict:
    host = start(refused, who)
    if isinstance(host, str):
        return {}
    host.close()
    return host.isolation


if __name__ == "__main__":
    main()
