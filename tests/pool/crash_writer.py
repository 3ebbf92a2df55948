"""Fills a pool from several processes and threads, and logs what it starts to make and what is stored.

Run as ``python crash_writer.py POOL LOG KEYS PROCESSES THREADS SEED``. Prints a line once it has begun.
"""

import os
import random
import sys
import threading

from pool_values import answer, request

from checkable.pool.store import Pool


def work(pool: Pool, log: int, numbers: list[int]) -> None:
    for number in numbers:
        asked = request(str(number))

        def make(asked=asked, number=number):
            os.write(log, f"start {number}\n".encode())
            return answer(asked, f"text {number} " * 50)

        if pool.get_or_make(asked, make)[1]:
            os.write(log, f"stored {number}\n".encode())


def main(path: str, log_path: str, keys: int, processes: int, threads: int, seed: int) -> None:
    for process in range(processes - 1):
        if os.fork() == 0:
            seed += 1000 * (process + 1)
            break
    else:
        print("begun", flush=True)
    log = os.open(log_path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    pool = Pool(path)
    workers = []
    for thread in range(threads):
        numbers = list(range(keys))
        random.Random(seed + thread).shuffle(numbers)
        workers.append(threading.Thread(target=work, args=(pool, log, numbers)))
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))
