"""Reading completions: one rule for texts, one for programs.

The text of a completion is its first line that is not empty, without the blanks around it; where that
line is a JSON string it is decoded, so that quotes, if there are any, keep blanks that matter. The
program is the content of the first code fence (closed or not), or the whole where there is none.
"""

from __future__ import annotations

import json
import re

from checkable.core.case import Json
from checkable.substrate.contract import Unreadable, WrongShape

_FENCE = re.compile(r"```(?:python|py)?\s*\n?(.*?)(?:```|\Z)", re.DOTALL | re.IGNORECASE)
_DEFINITION = re.compile(r"def\s+transform\b")


def read_text(text: str) -> str:
    """The output text in a completion. Raises Unreadable where there is none."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        raise Unreadable("no text: the completion is empty")
    try:
        decoded = json.loads(lines[0])
    except ValueError:
        return lines[0]
    return decoded if isinstance(decoded, str) else lines[0]


def read_program(text: str) -> str:
    """The program in a completion. Raises Unreadable where it does not define ``transform``."""
    fence = _FENCE.search(text)
    source = (fence.group(1) if fence else text).strip()
    if not _DEFINITION.search(source):
        raise Unreadable("no function transform(text) is defined")
    return source


def shaped(value: Json) -> str:
    """A text as it is. Raises WrongShape for anything else: a number is no text."""
    if not isinstance(value, str):
        kind = "nothing (None)" if value is None else f"a value of type {type(value).__name__}"
        raise WrongShape(f"expected a text, got {kind}")
    return value
