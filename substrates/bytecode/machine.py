"""The stack machine: thirteen operations and a fourteenth for an input, whole numbers and truths, sixteen slots.

Every program that the typed mask (``allowed``) lets through runs to one value: the modulus 0 leaves a number as it
is, and a table's keys wrap around. Only ``push`` uses its argument.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate

OPERATIONS = ("end", "push", "add", "sub", "mul", "mod", "max", "min", "gt", "eq", "not", "lookup-a", "lookup-b",
              "input")
CLOSED = OPERATIONS[:-1]  # of programs without an input
NUMBER = {name: at for at, name in enumerate(OPERATIONS)}
ARGUMENTS = 100  # 0 to 99
SLOTS = 16
TABLES = {  # what a question about a table is about; every prompt prints both
    "lookup-a": (14, 3, 27, 8, 31, 19, 5, 22, 11, 36, 2, 17),
    "lookup-b": (6, 29, 12, 33, 1, 24, 9, 38, 15, 4, 21, 10),
}
_BINARY: dict[str, Callable[[int, int], int]] = {
    "add": lambda a, b: a + b, "sub": lambda a, b: a - b, "mul": lambda a, b: a * b,
    "mod": lambda a, b: a % b if b else a, "max": max, "min": min,
    "gt": lambda a, b: int(a > b), "eq": lambda a, b: int(a == b),
}
_PUSHES = frozenset(("push", "input"))
_TRUTHS = frozenset(("gt", "eq", "not"))  # what leaves a truth


def run(slots: Sequence[tuple[int, int]], given: int = 0) -> tuple[int | None, tuple[int, ...]]:
    """The value that is left, and the top of the stack after each slot up to the end. ``given`` is the input.

    None where the program is none that the mask allows: too few values for an operation, or not one left.
    """
    stack: list[int] = []
    tops: list[int] = []
    for operation, argument in slots:
        name = OPERATIONS[operation]
        if name == "end":
            break
        if len(stack) < _takes(name):
            return None, tuple(tops)
        _do(name, given if name == "input" else argument, stack)
        tops.append(stack[-1])
    return (stack[0] if len(stack) == 1 else None), tuple(tops)


def depths(operations: Sequence[int]) -> tuple[int, ...]:
    """How many values are on the stack after each operation of a program that the mask allows."""
    return tuple(accumulate(1 - _takes(OPERATIONS[operation]) for operation in operations))


def _do(name: str, argument: int, stack: list[int]) -> None:
    if name in _PUSHES:
        stack.append(argument)
    elif name == "not":
        stack.append(int(not stack.pop()))
    elif name in TABLES:
        table = TABLES[name]
        stack.append(table[stack.pop() % len(table)])
    else:
        right, left = stack.pop(), stack.pop()
        stack.append(_BINARY[name](left, right))


def _takes(name: str) -> int:
    return 0 if name in _PUSHES else 1 if name == "not" or name in TABLES else 2


def allowed(operations: Sequence[int], slots: int, *, given: bool = False) -> frozenset[int]:
    """What may follow ``operations`` in a program of at most ``slots``, so that it can end with one value.

    A truth is only made as the last value and only negated: nothing else takes one. ``given``: there is an input.
    """
    names = [OPERATIONS[operation] for operation in operations]
    depth = sum(1 - _takes(name) for name in names)
    if names and names[-1] in _TRUTHS:
        may = {"end", *(("not",) if len(names) < slots else ())}
    else:
        left = slots - len(names) - 1  # after the next one
        may = ({"push", "input"} if given else {"push"}) if depth <= left else set()
        may |= {name for name in _BINARY if depth >= 2 and depth - 2 <= left and (name not in _TRUTHS or depth == 2)}
        may |= set(TABLES) if depth >= 1 and depth - 1 <= left else set()
        may |= {"end"} if depth == 1 else set()
    return frozenset(NUMBER[name] for name in may)
