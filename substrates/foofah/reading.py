"""Reading completions: one rule for tables, one for programs.

The table of a completion is the text from its first ``[`` to its last ``]``, parsed as JSON: so
code fences and words around it do no harm, but a stray bracket does. The program is the content
of the first code fence (closed or not), or the whole text where there is none. Both rules are
those under which the recorded completions of Foofah's repair agent were read.
"""

from __future__ import annotations

import json
import re

from checkable.core.case import Json
from checkable.substrate.contract import Unreadable, WrongShape

_FENCE = re.compile(r"```(?:python|py)?\s*\n?(.*?)(?:```|\Z)", re.DOTALL | re.IGNORECASE)
_DEFINITION = re.compile(r"def\s+transform\b")


def read_table(text: str) -> Json:
    """The table in a completion, rows of strings. Raises Unreadable."""
    start, end = text.find("["), text.rfind("]")
    if start < 0:
        raise Unreadable("no table: there is no '['")
    if end < start:
        raise Unreadable("no table: it is not closed by ']'")
    try:
        return shaped(json.loads(text[start : end + 1]))
    except json.JSONDecodeError as error:
        raise Unreadable(f"from the first '[' to the last ']' is not JSON: {error}") from error
    except RecursionError as error:
        raise Unreadable("the brackets are nested too deeply") from error
    except WrongShape as error:
        raise Unreadable(str(error)) from error


def read_program(text: str) -> str:
    """The program in a completion. Raises Unreadable where it does not define ``transform``."""
    fence = _FENCE.search(text)
    source = (fence.group(1) if fence else text).strip()
    if not _DEFINITION.search(source):
        raise Unreadable("no function transform(table) is defined")
    return source


def shaped(value: Json) -> list[list[str]]:
    """A table: a list of rows, each a list of cells, which become strings as ``str`` writes them.

    Rows may differ in length and there may be none. Raises WrongShape for anything else.
    """
    if not isinstance(value, list):
        raise WrongShape(f"expected a list of rows, got {_kind(value)}")
    for at, row in enumerate(value):
        if not isinstance(row, list):
            raise WrongShape(f"row {at + 1} is {_kind(row)}, expected a list of cells")
    return [[str(cell) for cell in row] for row in value]


def _kind(value: Json) -> str:
    return "nothing (None)" if value is None else f"a value of type {type(value).__name__}"
