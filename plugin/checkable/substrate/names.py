"""The nearest valid name, for errors about names that do not exist."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def hint(name: str, valid: Iterable[str]) -> str:
    """``; did you mean 'x'?`` and the valid names, ready to be put behind a message."""
    names = sorted(valid)
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
    guess = f"; did you mean {close[0]!r}?" if close else ""
    return f"{guess} (there is {', '.join(names) or 'nothing'})"
