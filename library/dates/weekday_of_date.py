from calendar import day_name
from datetime import date


def weekday_of_date(year: int, month: int, day: int) -> str:
    """Name the day of the week of a date in the Gregorian calendar, also before year 1 and beyond 9999.

    Use when: weekdays are needed outside the range of date objects.
    Complexity: O(1).
    Source: Sakamoto's method, comp.lang.c 1992.
    """
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        raise ValueError(f"{year}-{month}-{day} is not a date")
    shift = (0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4)[month - 1]
    year -= month < 3
    names = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
    return names[(year + year // 4 - year // 100 + year // 400 + shift + day) % 7]


EXAMPLES = [
    ((2000, 1, 1), "Saturday"),
    ((1969, 7, 20), "Sunday"),
    ((2024, 2, 29), "Thursday"),
    ((10000, 1, 1), "Saturday"),
]
REFUSED = [(2000, 13, 1), (2000, 1, 0)]


def inputs(random):
    for _ in range(300):
        d = date.fromordinal(random.randint(1, 3_600_000))
        yield d.year, d.month, d.day


def oracle(year, month, day):
    return day_name[date(year, month, day).weekday()]
