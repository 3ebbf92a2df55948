from datetime import date, timedelta


def nth_weekday_of_month(year: int, month: int, weekday: int, n: int) -> str | None:
    """Find the n-th Monday (0) to Sunday (6) of a month as an ISO date, from the end for negative n, or None.

    Use when: holidays and meetings such as "last Monday in May" are computed.
    Complexity: O(1).
    Source: the distance from the first or last day to the weekday, then whole weeks.
    """
    if n == 0 or not 0 <= weekday <= 6:
        raise ValueError("a weekday of 0 to 6 and a number other than 0 were expected")
    first = date(year, month, 1)
    if n > 0:
        found = first + timedelta((weekday - first.weekday()) % 7 + 7 * (n - 1))
    else:
        last = (first.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)
        found = last - timedelta((last.weekday() - weekday) % 7 - 7 * (n + 1))
    return found.isoformat() if found.month == month else None


EXAMPLES = [
    ((2024, 5, 0, -1), "2024-05-27"),
    ((2024, 11, 3, 4), "2024-11-28"),
    ((2024, 2, 4, 5), None),
    ((2024, 9, 6, 1), "2024-09-01"),
]
REFUSED = [(2024, 5, 7, 1), (2024, 5, 0, 0), (2024, 13, 0, 1)]


def inputs(random):
    for _ in range(300):
        yield (
            random.randint(1900, 2100),
            random.randint(1, 12),
            random.randint(0, 6),
            random.choice([-5, -2, -1, 1, 2, 3, 4, 5]),
        )


def oracle(year, month, weekday, n):
    days = []
    for day in range(1, 32):
        try:
            if date(year, month, day).weekday() == weekday:
                days.append(date(year, month, day).isoformat())
        except ValueError:
            break
    return days[n if n < 0 else n - 1] if abs(n) <= len(days) else None
