"""A record's own digest, by which a hand-edited record is recognised.

The seal is no secret: whoever edits a record can seal it anew. It finds mistakes and damage, and
makes a change of a number a deliberate act.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

KEY = "seal"
LENGTH = 32  # hex digits: half of a sha256 tells any two records apart


def sealed(record: Mapping[str, Any]) -> dict[str, Any]:
    """The record with its seal as the last key."""
    return {**record, KEY: seal_of(record)}


def is_broken(record: Mapping[str, Any]) -> bool:
    """Whether a record's seal says that something else was written. Records without a seal are not broken."""
    return KEY in record and record[KEY] != seal_of(record)


def seal_of(record: Mapping[str, Any]) -> str:
    """The digest of everything in a record but its seal, whatever the order of its keys."""
    body = {key: value for key, value in record.items() if key != KEY}
    text = json.dumps(body, ensure_ascii=True, allow_nan=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:LENGTH]
