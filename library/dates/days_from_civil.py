from datetime import date


def days_from_civil(year: int, month: int, day: int) -> int:
    """Count the days from 1970-01-01 to a Gregorian date, negative before it, for any year.

    Use when: date arithmetic is done on plain integers.
    Complexity: O(1).
    Source: Hinnant, chrono-Compatible Low-Level Date Algorithms: years begin in March, 400 years are one era.
    """
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        raise ValueError(f"{year}-{month}-{day} is not a date")
    year -= month <= 2
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * 146097 + day_of_era - 719468


EXAMPLES = [((1970, 1, 1), 0), ((2000, 3, 1), 11017), ((1969, 12, 31), -1), ((1, 1, 1), -719162)]
REFUSED = [(2000, 0, 1), (2000, 1, 32)]


def inputs(random):
    for _ in range(300):
        d = date.fromordinal(random.randint(1, 3_600_000))
        yield d.year, d.month, d.day


def oracle(year, month, day):
    return (date(year, month, day) - date(1970, 1, 1)).days
