"""A program in the process it runs in: loaded, called once per input, one record written per call.

Promises that whatever the program raises becomes a record. It does not promise that the records are honest: a
program shares this process and can write what it likes, which is no more than it could have returned.
Knows nothing of how the process was made and bound.
"""

from __future__ import annotations

import builtins
from collections import namedtuple
from collections.abc import Callable
from marshal import loads

from . import protocol, reporting, tracing
from .records import Records, say

TYPE_CHECKING = False  # typing itself would be a tenth of what each fork copies
if TYPE_CHECKING:
    from typing import Any

    Report = Callable[[Callable[..., Any], tuple[Any, ...], dict[str, Any]], str]

__builtins__ = dict(vars(builtins))  # what follows keeps Python's own, whatever a program puts in their place

FILE_NAME = "<unknown>"  # the name ast.parse gives, so that syntax errors read as they do everywhere
_REPORTERS = {"value": reporting.value, "call": reporting.call}
Failure = namedtuple("Failure", "outcome error")  # what every call gets when the program could not be loaded


def load(source: str, names: dict[str, Any]) -> dict[str, Any] | Failure:
    """The program's names after it ran once, or why there are none."""
    try:
        code = compile(source, FILE_NAME, "exec", dont_inherit=True)
    except MemoryError:
        return Failure("memory", "MemoryError while compiling")
    except BaseException as error:
        return Failure("refused", say(error))
    try:
        exec(code, names)
    except MemoryError:
        return Failure("memory", "MemoryError")
    except BaseException as error:
        return Failure("exception", say(error))
    return names


def reporter(how: str | tuple[str, int, int], records: Records) -> Report:
    """What makes text of a call, by the request's word for it."""
    if type(how) is tuple:
        _, steps, most_bytes = how
        tracer = tracing.Tracer(FILE_NAME, steps, most_bytes, records.value)
        return lambda function, arguments, keywords: protocol.encode(tracer.run(function, arguments, keywords))
    return _REPORTERS[how]


def serve(records: Records, program: dict[str, Any] | Failure, report: Report, calls: tuple[bytes, ...]) -> None:
    for packed in calls:
        try:
            _call(records, program, report, packed)
            continue
        except MemoryError:
            pass  # and go on below, where the exception no longer holds what took the memory
        records.out_of_memory()


def _call(records: Records, program: dict[str, Any] | Failure, report: Report, packed: bytes) -> None:
    if type(program) is Failure:
        records.failure(program.outcome, program.error)
        return
    try:
        name, arguments, keywords = loads(packed)
        function = program.get(name)
        if callable(function):
            records.value(report(function, arguments, keywords))
        else:
            records.failure("refused", f"the program defines no function {name}")
    except protocol.NotPlain as error:
        records.failure("wrong-shape", f"returned what cannot be an answer: {error}")
    except protocol.TooLarge as error:
        records.failure("output", str(error))
    except MemoryError:
        raise
    except BaseException as error:
        records.failure("exception", say(error))
