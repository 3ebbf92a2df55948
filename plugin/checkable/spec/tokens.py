"""The words and signs of a criterion, each with its place in the text. Knows no grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["name", "number", "text", "sign", "end"]
KEYWORDS = ("and", "or", "not", "beats", "on", "within", "gains")
RELATIONS = ("beats", "within", "gains")  # between two arms
RESERVED = (*KEYWORDS, "case")  # names that arms, controls and slices cannot have

_NUMBER = r"(?P<number>(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?%?)"
_NAME = r"(?P<name>[A-Za-z_][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*)"
_TEXT = r"(?P<text>\"[^\"]*\"|'[^']*')"
_SIGN = r"(?P<sign><=|>=|==|!=|[-+*/<>().,])"
_TOKEN = re.compile(rf"\s+|{_NUMBER}|{_NAME}|{_TEXT}|{_SIGN}")
# Behind a dot a hyphen is a minus: metrics have underscores, arms have hyphens.
_AFTER_DOT = re.compile(r"\s*(?P<name>[A-Za-z_][A-Za-z0-9_]*)")
_MEANT = {
    "=": "==", "&&": "and", "||": "or", "!": "not", "≥": ">=", "≤": "<=", "≠": "!=", "−": "-", "–": "-", "×": "*",
}


@dataclass(eq=False)
class Mistake(Exception):
    """Something wrong at ``offset`` of a text; the caller knows where that text stands."""

    offset: int
    message: str
    expected: str = ""
    hint: str = ""


class Token(NamedTuple):
    kind: Kind
    text: str
    offset: int

    def __str__(self) -> str:
        return "the end" if self.kind == "end" else repr(self.text)


def tokenize(text: str) -> list[Token]:
    """All tokens and an end token. Raises Mistake at the first character that starts none."""
    tokens: list[Token] = []
    offset = 0
    while offset < len(text):
        after_dot = bool(tokens) and tokens[-1].text == "."
        match = (_AFTER_DOT.match(text, offset) if after_dot else None) or _TOKEN.match(text, offset)
        if match is None:
            raise _stranger(text, offset)
        if match.lastgroup is not None:
            kind: Kind = match.lastgroup  # type: ignore[assignment]  # the groups are named after the kinds
            tokens.append(Token(kind, match[kind], match.start(kind)))
        offset = match.end()
    tokens.append(Token("end", "", len(text.rstrip())))
    return tokens


def _stranger(text: str, offset: int) -> Mistake:
    if text[offset] in "\"'":
        return Mistake(offset, "this quote is never closed", f"a closing {text[offset]}")
    sign = text[offset : offset + 2] if text[offset : offset + 2] in _MEANT else text[offset]
    hint = f"did you mean {_MEANT[sign]!r}?" if sign in _MEANT else ""
    return Mistake(offset, f"{sign!r} means nothing here", "names, numbers and + - * / < <= == != >= > ( ) . ,", hint)
