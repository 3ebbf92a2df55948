"""One function over many items in threads that pull from one queue; results in order, memory bounded.

Whoever is done takes the next item, so a slow one holds nobody up. A few items per thread are taken ahead of what
was asked for; an endless iterable is fine.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
_AHEAD = 8  # items per thread that may be under way or wait for an earlier one


def in_order(function: Callable[[Item], Result], items: Iterable[Item], threads: int) -> Iterator[Result]:
    """``function`` of each item. The first exception, in the order of the items, is raised and ends the rest."""
    source = iter(items)
    with ThreadPoolExecutor(max_workers=threads, thread_name_prefix="sandbox") as executor:
        waiting: deque[Future[Result]] = deque()
        try:
            while True:
                waiting.extend(executor.submit(function, item)
                               for item in islice(source, threads * _AHEAD - len(waiting)))
                if not waiting:
                    return
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
