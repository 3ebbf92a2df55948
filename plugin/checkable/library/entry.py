"""What a file of the library holds, as data: nothing here runs it."""

from __future__ import annotations

from dataclasses import dataclass

from checkable.core.case import Json

# What an algorithm, its oracle or its properties may import: pure computation, nothing that reaches outside.
MODULES = (
    "__future__", "ast", "base64", "binascii", "bisect", "calendar", "cmath", "collections", "colorsys", "copy", "csv",
    "dataclasses", "datetime", "decimal", "difflib", "enum", "fractions", "functools", "hashlib", "heapq", "html",
    "io", "ipaddress", "itertools", "json", "math", "operator", "random", "re", "statistics", "string", "struct",
    "textwrap", "typing", "unicodedata", "urllib.parse", "zlib",
)


# Topics of reference solutions that stand beside a library, none its own; those of evaluated cases give answers away.
REFERENCES, GIVEN_AWAY = "references", "references of evaluated cases"


class LibraryError(ValueError):
    """Files that are not algorithms of the library; a line for each says where, what is wrong, what was expected."""


@dataclass(frozen=True, kw_only=True)
class Algorithm:
    """One file of the library.

    ``source`` is the part above ``EXAMPLES``, the imports it uses and nothing that verifies it: what may be shown to
    a model or executed by itself. ``text`` is the whole file. ``examples`` pair a tuple of arguments with what is
    returned; ``refused`` are arguments for which ValueError is raised. ``summary`` is the first sentence of the
    docstring, ``prose`` all of it before its labelled lines, which are the next three fields.
    """

    name: str
    topic: str
    file: str  # relative to the library's folder
    signature: str  # one line, annotated
    summary: str
    prose: str
    use_when: str
    complexity: str
    origin: str  # where the algorithm comes from: the docstring's `Source:`
    source: str
    text: str
    examples: tuple[tuple[tuple[Json, ...], Json], ...]
    refused: tuple[tuple[Json, ...], ...]
    has_oracle: bool
    properties: tuple[str, ...]

    @property
    def embedded(self) -> str:
        """The text by which it is found: name in words, signature, what it does, when to use it."""
        return f"{self.name.replace('_', ' ')}\n{self.signature}\n{self.prose}\nUse when: {self.use_when}"
