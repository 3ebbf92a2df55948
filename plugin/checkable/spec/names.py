"""Annotations for text that must have a form: sentences, names, and mappings from names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from checkable.spec import typed
from checkable.spec.cursor import WRONG, Cursor, found
from checkable.spec.tokens import RESERVED

NAME = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
FORM = "lower-case words joined by hyphens"
_NAME = re.compile(NAME)


@dataclass(frozen=True)
class Sentence:
    """Text that is not blank."""

    def reader(self) -> typed.Reader:
        def read(value: Any, at: Cursor) -> Any:
            if isinstance(value, str) and value.strip():
                return value.strip()
            message = "this is blank" if isinstance(value, str) else f"{found(value)} stands here"
            return at.wrong(message, "text that says something")

        return read


@dataclass(frozen=True)
class Hyphenated:
    """Lower-case words joined by hyphens."""

    def reader(self) -> typed.Reader:
        def read(value: Any, at: Cursor) -> Any:
            if isinstance(value, str) and _NAME.fullmatch(value):
                return value
            return at.wrong(f"{found(value)} stands here", FORM, _proper(value))

        return read


@dataclass(frozen=True)
class Named:
    """A mapping from names (of ``what``) to values that are read by the annotation ``inner``."""

    inner: Any
    what: str
    least: int = 0

    def reader(self) -> typed.Reader:
        read_all = typed.reader(Mapping[str, self.inner])  # type: ignore[name-defined]  # an annotation made here

        def read(value: Any, at: Cursor) -> Any:
            if not isinstance(value, dict):
                expected = f"a mapping: the name of each {self.what} and what it is"
                return at.wrong(f"{found(value)} stands here", expected)
            result = read_all(value, at)
            sound = [name for name in value if _is_proper(name) or _check_name(name, at.into(value, name))]
            if result is not WRONG and len(result) < self.least:
                return at.wrong(f"no {self.what} stands here", f"at least one {self.what}", at_key=True)
            return result if len(sound) == len(value) else WRONG

        return read


def _is_proper(name: str) -> bool:
    return name not in RESERVED and _NAME.fullmatch(name) is not None


def _check_name(name: str, at: Cursor) -> bool:
    if name in RESERVED:
        at.wrong(f"{name!r} has a meaning of its own in criteria", "another name", at_key=True)
    elif not _NAME.fullmatch(name):
        at.wrong(f"{name!r} cannot be a name", FORM, _proper(name), at_key=True)
    else:
        return True
    return False


def _proper(value: Any) -> str:
    """The name that was probably meant, as a hint."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", str(value)).lower())
    name = "-".join(words)
    return f"did you mean {name!r}?" if _NAME.fullmatch(name) else ""
