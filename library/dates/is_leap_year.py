def is_leap_year(year: int) -> bool:
    """Decide whether a Gregorian year, also one before the reform or before year 1, has 366 days.

    Use when: calendars are computed without date objects.
    Complexity: O(1).
    Source: the Gregorian rule; a year that is divisible by 25 must be divisible by 16, others by 4.
    """
    return year & (15 if year % 25 == 0 else 3) == 0


EXAMPLES = [((2000,), True), ((1900,), False), ((2024,), True), ((2023,), False), ((0,), True), ((-4,), True)]


def inputs(random):
    for year in range(-500, 500):
        yield (year,)


def oracle(year):
    return year % 400 == 0 or (year % 4 == 0 and year % 100 != 0)
