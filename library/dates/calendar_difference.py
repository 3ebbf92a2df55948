from calendar import monthrange
from datetime import date


def calendar_difference(start: str, end: str) -> tuple[int, int, int]:
    """Express the time from one ISO date to a later one as (years, months, days), counted in that order.

    Use when: ages or terms are told in calendar units.
    Complexity: O(1).
    Source: the most whole months that fit, ends of months shortened where needed; the rest in days.
    """
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    if last < first:
        raise ValueError(f"{end} lies before {start}")
    months = 12 * (last.year - first.year) + last.month - first.month
    if _later(first, months) > last:
        months -= 1
    return *divmod(months, 12), (last - _later(first, months)).days


def _later(day: date, months: int) -> date:
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


EXAMPLES = [
    (("2020-01-31", "2020-02-29"), (0, 1, 0)),
    (("2019-02-28", "2024-03-01"), (5, 0, 2)),
    (("2024-05-05", "2024-05-05"), (0, 0, 0)),
    (("2023-12-31", "2024-01-01"), (0, 0, 1)),
]
REFUSED = [("2024-01-02", "2024-01-01")]


def inputs(random):
    for _ in range(200):
        a, b = sorted(random.randint(725_000, 732_000) for _ in range(2))
        yield date.fromordinal(a).isoformat(), date.fromordinal(b).isoformat()


def property_adding_it_gives_the_end(result, start, end):
    years, months, days = result
    moved = _later(date.fromisoformat(start), 12 * years + months)
    return 0 <= months < 12 and days >= 0 and date.fromordinal(moved.toordinal() + days).isoformat() == end


def property_no_more_months_fit(result, start, end):
    first, shown = date.fromisoformat(start), 12 * result[0] + result[1]
    fits, months = 0, 1
    while _later(first, months).isoformat() <= end:
        fits, months = months, months + 1
    return shown == fits
