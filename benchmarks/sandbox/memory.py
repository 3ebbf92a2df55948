"""Does anything grow? `python benchmarks/sandbox/memory.py --programs 100000`.

Runs honest programs one after the other in one sandbox and prints, ten times, the resident memory of this process
and of its zygote, and the open descriptors of both.
"""

from __future__ import annotations

import argparse
import os

from watching import resident_kb, sandbox_processes

from checkable.core.execution import Namespace, Program
from checkable.execute import Sandbox

NAMESPACE = Namespace(name="memory", modules=("collections", "math", "re"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", type=int, default=100_000)
    programs = parser.parse_args().programs
    print("| programs | this process, kB | descriptors | zygotes, kB |\n| --- | --- | --- | --- |")
    with Sandbox() as sandbox:
        for number in range(1, programs + 1):
            source = f"import collections\ndef f(x): return collections.Counter([x, {number}])"
            [seen] = sandbox.run(Program(source=source, entry_point="f", namespace=NAMESPACE), [number])
            assert seen.value == {number: 2}
            if number % (programs // 10) == 0 or number == 1000:
                zygotes = sorted((resident_kb(pid) for pid in sandbox_processes()), reverse=True)
                print(f"| {number} | {resident_kb(os.getpid())} | {len(os.listdir('/proc/self/fd'))} | {zygotes} |",
                      flush=True)


if __name__ == "__main__":
    main()
