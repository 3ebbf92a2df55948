from datetime import date


def count_friday_13ths(start: str, end: str) -> int:
    """Count the Fridays that are a thirteenth, from one ISO date to another, both inclusive.

    Use when: rare coincidences of calendars are counted, here by month instead of by day.
    Complexity: O(months).
    Source: a thirteenth is a Friday exactly when its month begins on a Sunday.
    """
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    months = range(12 * first.year + first.month - 1, 12 * last.year + last.month)
    thirteenths = (date(month // 12, month % 12 + 1, 13) for month in months)
    return sum(first <= day <= last and day.weekday() == 4 for day in thirteenths)


EXAMPLES = [
    (("2026-01-01", "2026-12-31"), 3),
    (("2024-09-13", "2024-09-13"), 1),
    (("2024-09-14", "2024-09-13"), 0),
    (("2024-01-01", "2024-08-31"), 0),
]
REFUSED = [("2024-01-32", "2024-02-01")]


def inputs(random):
    for _ in range(60):
        a = random.randint(700_000, 740_000)
        yield date.fromordinal(a).isoformat(), date.fromordinal(a + random.randint(-5, 700)).isoformat()


def oracle(start, end):
    days = map(date.fromordinal, range(date.fromisoformat(start).toordinal(), date.fromisoformat(end).toordinal() + 1))
    return sum((d.day, d.isoweekday()) == (13, 5) for d in days)
