"""What a program finds in scope, under the rules of today and under those of the recordings.

``standard`` is the default of both splits. ``original`` is the policy under which the recorded
Qwen3.5-4B completions were made and judged: a program that imports anything fails there.
"""

from __future__ import annotations

from checkable.core.execution import Namespace

_HELPERS = {
    "re": "re", "math": "math", "Counter": "collections:Counter", "defaultdict": "collections:defaultdict",
}
_HARMLESS = (
    "re", "math", "collections", "itertools", "functools", "operator", "string", "datetime", "calendar", "json",
    "statistics", "decimal", "fractions", "textwrap", "bisect", "heapq", "copy", "typing", "dataclasses", "enum",
    "unicodedata",
)
# Recorded programs that called isinstance failed with a NameError.
# The originals ran without a fixed hash seed. One recorded program (exp0_33_3) returns a set as a list and so is
# right or wrong by its order; this is the smallest seed under which it returns what was recorded.
_RECORDED_ORDER = 62
NAMESPACES: dict[str, Namespace] = {
    "standard": Namespace(name="standard", preload=_HELPERS, modules=_HARMLESS, builtins="ordinary", hash_seed=0),
    "original": Namespace(
        name="original", preload=_HELPERS, builtins="restricted", withheld=("isinstance",), hash_seed=_RECORDED_ORDER
    ),
}
