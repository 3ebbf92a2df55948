"""Entry of the zygote: ``python -s -S -P start.py CONTROL-FD``, started by the supervisor alone.

Switches address randomisation off, for which the interpreter has to be started once more, and hands over.
Sets and dictionaries of objects are ordered by address, so that without it equal programs would differ.
"""

from __future__ import annotations

import os
import sys

_ADDR_NO_RANDOMIZE = 0x0040000
_READ = 0xFFFFFFFF
_AGAIN = "again"

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from inside import kernel  # noqa: E402  (found through the line above)


def fix_addresses() -> list[str]:
    """Start again at fixed addresses. Returns what was refused, where that cannot be had."""
    if sys.argv[-1] == _AGAIN:
        return []
    try:
        kernel.personality(kernel.personality(_READ) | _ADDR_NO_RANDOMIZE)
    except OSError as error:
        return [f"fixed addresses: {error.strerror}"]
    return os.execv(sys.executable, [*sys.orig_argv, _AGAIN])


def main() -> None:
    import _socket  # what ``socket`` adds to it would be more to share at each fork

    notes = fix_addresses()
    from inside import zygote

    sys.path.pop(0)
    os.environ.clear()
    zygote.main(_socket.socket(fileno=int(sys.argv[1])), notes)


if __name__ == "__main__":
    main()
