"""The operators that text cases are made of: each takes a text and settings, and returns a text.

A step is ``(name, *settings)``. Operators are partial: where a text has no such part they raise
``DoesNotApply``, and the problem is drawn again. Nothing here is random.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TypeAlias

Step: TypeAlias = tuple[str | int, ...]
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")


class DoesNotApply(ValueError):
    """The text has no part that the operator is about."""


def run(steps: Sequence[Step], text: str) -> str:
    """The text after all steps. Raises DoesNotApply."""
    for name, *settings in steps:
        text = OPERATORS[str(name)](text, *settings)
    return text


def _at(parts: Sequence[str], index: int) -> str:
    try:
        return parts[index]
    except IndexError:
        raise DoesNotApply(f"no part {index} in {parts}") from None


def _fields(text: str, separator: str) -> list[str]:
    parts = text.split(separator)
    if len(parts) < 2:
        raise DoesNotApply(f"no {separator!r} in {text!r}")
    return parts


def _found(pattern: str, text: str) -> re.Match[str]:
    found = re.search(pattern, text)
    if found is None:
        raise DoesNotApply(f"no {pattern} in {text!r}")
    return found


def _upper(text: str) -> str:
    return text.upper()


def _lower(text: str) -> str:
    return text.lower()


def _title(text: str) -> str:
    """The first letter of each word large, the rest small; apostrophes and hyphens begin no word."""
    return " ".join(word[:1].upper() + word[1:].lower() for word in text.split(" "))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].lower()


def _word(text: str, index: int) -> str:
    return _at(text.split(), index)


def _drop_word(text: str, index: int) -> str:
    words = text.split()
    _at(words, index)
    del words[index]
    return " ".join(words)


def _field(text: str, separator: str, index: int) -> str:
    return _at(_fields(text, separator), index).strip()


def _rejoin(text: str, separator: str, other: str) -> str:
    return other.join(part.strip() for part in _fields(text, separator))


def _reverse_fields(text: str, separator: str) -> str:
    return separator.join(reversed(_fields(text, separator)))


def _sort_fields(text: str, separator: str) -> str:
    return separator.join(sorted(_fields(text, separator), key=str.lower))


def _unique_fields(text: str, separator: str) -> str:
    return separator.join(dict.fromkeys(_fields(text, separator)))


def _last_first(text: str) -> str:
    """``First Middle Last`` as ``Last, First Middle``."""
    *first, last = text.split()
    if not first:
        raise DoesNotApply("one word is no full name")
    return f"{last}, {' '.join(first)}"


def _first_last(text: str) -> str:
    """``Last, First`` as ``First Last``."""
    last, first = _fields(text, ", ")[:2]
    return f"{first} {last}"


def _initials(text: str, after: str) -> str:
    return "".join(word[0].upper() + after for word in text.split())


def _short_first(text: str) -> str:
    """``First Middle Last`` as ``F. Last``."""
    words = text.split()
    if len(words) < 2:
        raise DoesNotApply("one word is no full name")
    return f"{words[0][0]}. {words[-1]}"


def _slice(text: str, start: int, stop: int) -> str:
    if len(text) < abs(stop) or not text[start:stop]:
        raise DoesNotApply("too short")
    return text[start:stop]


def _keep_last(text: str, count: int) -> str:
    if len(text) <= count:
        raise DoesNotApply("too short")
    return text[-count:]


def _pad_left(text: str, width: int, fill: str) -> str:
    if len(text) > width:
        raise DoesNotApply("too long")
    return text.rjust(width, fill)


def _pad_right(text: str, width: int, fill: str) -> str:
    if len(text) > width:
        raise DoesNotApply("too long")
    return text.ljust(width, fill)


def _digits(text: str) -> str:
    return "".join(re.findall(r"\d", text)) or _found(r"\d", text).group()


def _without_digits(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"\d+", "", text)).strip()


def _number(text: str, index: int) -> str:
    return _at(re.findall(r"\d+(?:\.\d+)?", text), index)


def _before(text: str, marker: str) -> str:
    return _fields(text, marker)[0].strip()


def _after(text: str, marker: str) -> str:
    return marker.join(_fields(text, marker)[1:]).strip()


def _between(text: str, opening: str, closing: str) -> str:
    return _found(f"{re.escape(opening)}(.+?){re.escape(closing)}", text).group(1).strip()


def _without_brackets(text: str) -> str:
    _found(r"\(.*?\)", text)
    return re.sub(r"\s+", " ", re.sub(r"\(.*?\)", "", text)).strip()


def _wrap(text: str, around: str) -> str:
    """The text in the place of ``_``."""
    return around.replace("_", text)


def _mask(text: str, shown: int, mark: str) -> str:
    """All digits but the last ``shown`` replaced by ``mark``; what stands between them stays."""
    digits = [at for at, sign in enumerate(text) if sign.isdigit()]
    hidden = set(digits[:-shown])
    if not hidden:
        raise DoesNotApply("nothing to hide")
    return "".join(mark if at in hidden else sign for at, sign in enumerate(text))


def _slug(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


def _camel(text: str) -> str:
    first, *others = re.findall(r"[A-Za-z0-9]+", text)
    return first.lower() + "".join(word[:1].upper() + word[1:].lower() for word in others)


def _uncamel(text: str, separator: str) -> str:
    words = re.findall(r"[A-Z]?[a-z0-9]+", text)
    if len(words) < 2:
        raise DoesNotApply("one word")
    return separator.join(word.lower() for word in words)


def _group_digits(text: str, separator: str) -> str:
    """A whole number with its digits in groups of three."""
    return f"{int(_found(r'^[0-9]+$', text).group()):,}".replace(",", separator)


def _decimal_comma(text: str) -> str:
    _found(r"\d\.\d", text)
    return re.sub(r"(?<=\d)\.(?=\d)", ",", text)


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _reverse(text: str) -> str:
    return text[::-1]


def _without_vowels(text: str) -> str:
    return re.sub(r"[aeiou]", "", text, flags=re.IGNORECASE)


def _count(text: str, what: str, label: str) -> str:
    """How many words (or separators and one) there are, with a label."""
    return f"{len(text.split() if what == 'words' else text.split(what))}{label}"


def _date(text: str, reads: str, writes: str) -> str:
    """A date from one notation into another; both in the letters of strptime, months in English."""
    try:
        return _written(datetime.strptime(text, reads).date(), writes)
    except ValueError as error:
        raise DoesNotApply(str(error)) from error


def _written(day: date, writes: str) -> str:
    """``%-d``, ``%-m``, ``%B`` and ``%b`` are written here, so that no locale or platform has a say."""
    name = MONTHS[day.month - 1]
    for letters, text in (("%-d", str(day.day)), ("%-m", str(day.month)), ("%B", name), ("%b", name[:3]),
                          ("%Y", f"{day.year:04d}"), ("%m", f"{day.month:02d}"), ("%d", f"{day.day:02d}"),
                          ("%y", f"{day.year % 100:02d}"), ("%q", f"Q{(day.month + 2) // 3}")):
        writes = writes.replace(letters, text)
    return writes


def _clock(text: str) -> str:
    """``3:05 pm`` as ``15:05``."""
    hour, minute, half = _found(r"^(\d{1,2}):(\d{2}) (am|pm)$", text).groups()
    return f"{int(hour) % 12 + (12 if half == 'pm' else 0):02d}:{minute}"


def _phone(text: str, pattern: str) -> str:
    """The ten digits of a number put where ``#`` stands in ``pattern``."""
    digits = iter(_digits(text))
    if len(_digits(text)) != pattern.count("#"):
        raise DoesNotApply("another number of digits")
    return "".join(next(digits) if sign == "#" else sign for sign in pattern)


OPERATORS: dict[str, Callable[..., str]] = {
    "upper": _upper, "lower": _lower, "title": _title, "sentence": _sentence, "word": _word, "drop-word": _drop_word,
    "field": _field, "rejoin": _rejoin, "reverse-fields": _reverse_fields, "sort-fields": _sort_fields,
    "unique-fields": _unique_fields, "last-first": _last_first, "first-last": _first_last, "initials": _initials,
    "short-first": _short_first, "slice": _slice, "keep-last": _keep_last, "pad-left": _pad_left,
    "pad-right": _pad_right, "digits": _digits, "without-digits": _without_digits, "number": _number,
    "before": _before, "after": _after, "between": _between, "without-brackets": _without_brackets, "wrap": _wrap,
    "mask": _mask, "slug": _slug, "camel": _camel, "uncamel": _uncamel, "group-digits": _group_digits,
    "decimal-comma": _decimal_comma, "squeeze": _squeeze, "reverse": _reverse, "without-vowels": _without_vowels,
    "count": _count, "date": _date, "clock": _clock, "phone": _phone,
}
