"""Programs that define a function: how one is found in what a model wrote, and what it is put behind."""

from __future__ import annotations

import ast
import re

from checkable.substrate.contract import Unreadable

_FENCE = re.compile(r"```[ \t]*([A-Za-z0-9_+-]*)[ \t]*\r?\n(.*?)(?:\r?\n[ \t]*```|\Z)", re.DOTALL)
_PYTHON = ("python", "py", "python3", "")
_FUTURE = re.compile(r"^from __future__ import .*$", re.MULTILINE)  # may only stand at the top of a program


def read_program(text: str) -> str:
    """The program in a completion. Raises Unreadable.

    One rule: the first fenced block that says Python or nothing and defines a function; without such a block, the
    whole text, if it is Python that defines one. A block that is never closed ends with the text; one that the prompt
    opened begins with it, and is what stands before the first fence, if that is Python that defines a function. What
    is read is taken as it is: nothing is repaired, renamed or cut.
    """
    text = text.replace("\r\n", "\n")
    opened_before, fence, _ = text.partition("\n```")
    if fence and _is_program(opened_before):
        return opened_before.strip("\n")
    blocks = [block for language, block in _FENCE.findall(text) if language.lower() in _PYTHON]
    for block in blocks or [text]:
        if _defines_function(block):
            return block.strip("\n")
    raise Unreadable(_problem(text, blocks))


def with_preamble(preamble: str, source: str) -> str:
    """A program behind the imports and helpers that its task gives."""
    if not preamble:
        return source
    future = _FUTURE.findall(source)
    return "\n".join([*future, preamble, _FUTURE.sub("", source) if future else source])


def _defines_function(text: str) -> bool:
    """Whether there is a function, also as ``f = lambda``. What does not parse is asked its lines."""
    found = _is_program(text)
    return re.search(r"^(async )?def \w+\(", text, re.MULTILINE) is not None and "```" not in text \
        if found is None else found


def _is_program(text: str) -> bool | None:
    """Whether it is Python that defines a function; None where it is no Python."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return any(isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) or
               (isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda)) for node in ast.walk(tree))


def _problem(text: str, blocks: list[str]) -> str:
    if not text.strip():
        return "the completion is empty"
    if blocks:
        return f"none of the {len(blocks)} fenced blocks defines a function"
    return "there is no fenced block, and the text itself is no Python that defines a function"
