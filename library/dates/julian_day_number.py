from datetime import date


def julian_day_number(year: int, month: int, day: int, julian_calendar: bool) -> int:
    """Return the Julian day number at noon of a Gregorian or Julian calendar date, from -4800-03-01 on.

    Year 0 is 1 BC.
    Use when: dates of different calendars or of astronomy are compared.
    Complexity: O(1).
    Source: Fliegel and Van Flandern 1968 (doi:10.1145/364096.364097) in the form of Richards.
    """
    if not 1 <= month <= 12 or not 1 <= day <= 31 or year < -4799:
        raise ValueError(f"{year}-{month}-{day} is not a date that is supported here")
    before = (14 - month) // 12
    y, m = year + 4800 - before, month + 12 * before - 3
    number = day + (153 * m + 2) // 5 + 365 * y + y // 4 - 32083
    return number if julian_calendar else number - y // 100 + y // 400 + 38


EXAMPLES = [
    ((2000, 1, 1, False), 2451545),
    ((-4712, 1, 1, True), 0),
    ((1582, 10, 15, False), 2299161),
    ((1582, 10, 4, True), 2299160),
]
REFUSED = [(2000, 0, 1, False), (-5000, 1, 1, True)]


def inputs(random):
    for _ in range(300):
        d = date.fromordinal(random.randint(1, 3_600_000))
        yield d.year, d.month, d.day, random.choice([True, False])


def property_counts_days(result, year, month, day, julian_calendar):
    if not julian_calendar:
        return result == date(year, month, day).toordinal() + 1721425
    lengths = (31, 29 if year % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return result == 1721424 + 365 * (year - 1) + (year - 1) // 4 + sum(lengths[: month - 1]) + day - 1
