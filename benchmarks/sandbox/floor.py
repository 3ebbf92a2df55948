"""The least that anybody can do who gives each program a process: `python -I -S floor.py`, driven by ``speed.py``.

Reads the program's text, its input and the right answer as one line of Python, then numbers of times to run it; says
the wall seconds of each and the CPU seconds of all. Imports nothing that a fork would have to copy.
"""

import gc
import os
import resource
import sys
import time


def once(source: str, question: object, answer: object) -> None:
    pid = os.fork()
    if pid == 0:
        scope: dict = {}
        exec(compile(source, "program", "exec"), scope)
        os._exit(0 if scope["f"](question) == answer else 1)
    assert os.waitpid(pid, 0)[1] == 0


def cpu() -> float:
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


if __name__ == "__main__":
    program = eval(sys.stdin.readline())
    exec(compile(program[0], "program", "exec"), {})  # what compiling builds once is there in each child
    gc.freeze()
    for line in sys.stdin:
        each, before = [], cpu()
        for _ in range(int(line)):
            started = time.perf_counter()
            once(*program)
            each.append(time.perf_counter() - started)
        print(each, cpu() - before, sep="\t", flush=True)
