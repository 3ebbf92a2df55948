from datetime import date, timedelta


def add_business_days(start: str, count: int) -> str:
    """Move an ISO date by working days, Monday to Friday, forward or back; a start on a weekend does not count.

    With count 0 the date stays as it is.
    Use when: deadlines are set in working days.
    Complexity: O(1).
    Source: five working days are a week; the rest may cross one weekend.
    """
    day = date.fromisoformat(start)
    if count == 0:
        return day.isoformat()
    if day.weekday() > 4:  # stand on the working day before, seen from the direction of travel
        day += timedelta(4 - day.weekday() if count > 0 else 7 - day.weekday())
    weeks, rest = divmod(abs(count), 5)
    crosses = day.weekday() + rest > 4 if count > 0 else day.weekday() - rest < 0
    total = 7 * weeks + rest + 2 * crosses
    return (day + timedelta(total if count > 0 else -total)).isoformat()


EXAMPLES = [
    (("2024-05-03", 1), "2024-05-06"),
    (("2024-05-04", 1), "2024-05-06"),
    (("2024-05-06", -1), "2024-05-03"),
    (("2024-05-04", 0), "2024-05-04"),
    (("2024-05-05", -1), "2024-05-03"),
]
REFUSED = [("2024-13-01", 1)]


def inputs(random):
    for _ in range(300):
        yield date.fromordinal(random.randint(700_000, 740_000)).isoformat(), random.randint(-30, 30)


def oracle(start, count):
    day = date.fromisoformat(start)
    while count:
        day += timedelta(1 if count > 0 else -1)
        if day.weekday() < 5:
            count -= 1 if count > 0 else -1
    return day.isoformat()
