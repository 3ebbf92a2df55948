from calendar import monthrange
from datetime import date


def add_months(day: str, months: int) -> str:
    """Move an ISO date by months, forward or back, to the same day or the last of a shorter month.

    Use when: subscriptions, rents or due dates recur monthly.
    Complexity: O(1).
    Source: month arithmetic modulo 12; years 1 to 9999.
    """
    year, month, number = map(int, day.split("-"))
    total = 12 * year + month - 1 + months
    new_year, new_month = divmod(total, 12)
    if not (1 <= new_year <= 9999 and 1 <= month <= 12 and 1 <= number <= _length(year, month - 1)):
        raise ValueError(f"{day!r} moved by {months} months is not a date of the years 1 to 9999")
    return f"{new_year:04}-{new_month + 1:02}-{min(number, _length(new_year, new_month)):02}"


def _length(year: int, month_index: int) -> int:
    if month_index == 1:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month_index in (3, 5, 8, 10) else 31


EXAMPLES = [
    (("2024-01-31", 1), "2024-02-29"),
    (("2023-03-31", -1), "2023-02-28"),
    (("2023-12-15", 1), "2024-01-15"),
    (("2024-02-29", 12), "2025-02-28"),
]
REFUSED = [("2023-02-30", 1), ("0001-01-01", -1), ("2023-1-1x", 0)]


def inputs(random):
    for _ in range(200):
        yield date.fromordinal(random.randint(300_000, 900_000)).isoformat(), random.randint(-40, 40)


def oracle(day, months):
    d = date.fromisoformat(day)
    year, month = d.year, d.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month in (0, 13):
            year, month = (year + 1, 1) if month == 13 else (year - 1, 12)
    return date(year, month, min(d.day, monthrange(year, month)[1])).isoformat()
