from datetime import date, timedelta


def business_days_between(start: str, end: str, holidays: list[str]) -> int:
    """Count Mondays to Fridays from start (inclusive) to end (exclusive), ISO dates, without the given holidays.

    Negative if end lies before start.
    Use when: delivery times or interest periods count working days.
    Complexity: O(holidays).
    Source: whole weeks have five; the rest is looked at day by day.
    """
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    if last < first:
        return -business_days_between(end, start, holidays)
    weeks, rest = divmod((last - first).days, 7)
    count = 5 * weeks + sum((first.weekday() + offset) % 7 < 5 for offset in range(rest))
    free = {date.fromisoformat(day) for day in holidays}
    return count - sum(first <= day < last and day.weekday() < 5 for day in free)


EXAMPLES = [
    (("2024-05-01", "2024-05-08", []), 5),
    (("2024-05-03", "2024-05-06", []), 1),
    (("2024-05-08", "2024-05-01", ["2024-05-02"]), -4),
    (("2024-05-04", "2024-05-04", []), 0),
]
REFUSED = [("2024-02-30", "2024-03-01", [])]


def inputs(random):
    for _ in range(150):
        base = random.randint(700_000, 740_000)
        day = [date.fromordinal(base + random.randint(0, 40)).isoformat() for _ in range(6)]
        yield day[0], day[1], day[2 : random.randint(2, 6)]


def oracle(start, end, holidays):
    sign = 1 if start <= end else -1
    a, b = sorted((date.fromisoformat(start), date.fromisoformat(end)))
    days = [a + timedelta(i) for i in range((b - a).days)]
    return sign * sum(d.weekday() < 5 and d.isoformat() not in holidays for d in days)
