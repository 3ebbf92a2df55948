from datetime import date


def iso_week(year: int, month: int, day: int) -> tuple[int, int, int]:
    """Return (ISO year, week, weekday from 1 = Monday) of a Gregorian date.

    Use when: reports are kept by calendar week.
    Complexity: O(1).
    Source: ISO 8601: week 1 holds the first Thursday of the year.
    """
    ordinal = _ordinal(year, month, day)
    weekday = (ordinal - 1) % 7 + 1
    thursday = ordinal - weekday + 4
    for candidate in (year + 1, year, year - 1):
        first = _ordinal(candidate, 1, 1)
        if thursday >= first:
            return candidate, (thursday - first) // 7 + 1, weekday
    raise ValueError(f"{year}-{month}-{day} is not a date")


def _ordinal(year: int, month: int, day: int) -> int:
    """Days since the day before 0001-01-01, which was a Monday."""
    before = year - 1
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    lengths = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not (1 <= month <= 12 and 1 <= day <= lengths[month - 1]):
        raise ValueError(f"{year}-{month}-{day} is not a date")
    return before * 365 + before // 4 - before // 100 + before // 400 + sum(lengths[: month - 1]) + day


EXAMPLES = [
    ((2021, 1, 3), (2020, 53, 7)),
    ((2024, 12, 30), (2025, 1, 1)),
    ((2024, 2, 29), (2024, 9, 4)),
    ((2000, 1, 1), (1999, 52, 6)),
]
REFUSED = [(2023, 2, 29), (2023, 13, 1)]


def inputs(random):
    for _ in range(300):
        d = date.fromordinal(random.randint(400, 3_600_000))
        yield d.year, d.month, d.day


def oracle(year, month, day):
    return tuple(date(year, month, day).isocalendar())
