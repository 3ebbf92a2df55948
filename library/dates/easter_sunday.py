from datetime import date, timedelta


def easter_sunday(year: int) -> tuple[int, int]:
    """Return (month, day) of Easter Sunday in the Gregorian calendar.

    Use when: moveable feasts and public holidays are computed.
    Complexity: O(1).
    Source: the anonymous Gregorian algorithm, Nature 1876; Meeus, Astronomical Algorithms.
    """
    if year < 1583:
        raise ValueError(f"the Gregorian calendar did not exist in {year}")
    century, rest = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    moon_shift = (century - (century + 8) // 25 + 1) // 3
    golden = year % 19
    full_moon = (19 * golden + century - leap_centuries - moon_shift + 15) % 30
    weekday = (32 + 2 * century_rest + 2 * (rest // 4) - full_moon - rest % 4) % 7
    late = (golden + 11 * full_moon + 22 * weekday) // 451
    month, day = divmod(full_moon + weekday - 7 * late + 114, 31)
    return month, day + 1


EXAMPLES = [((2024,), (3, 31)), ((2000,), (4, 23)), ((1943,), (4, 25)), ((1818,), (3, 22)), ((2025,), (4, 20))]
REFUSED = [(1500,)]


def inputs(random):
    for year in range(1583, 2500, 5):
        yield (year,)


def oracle(year):
    # Gauss 1816 with his two exceptions
    a, k = year % 19, year // 100
    m = (15 + k - k // 4 - (13 + 8 * k) // 25) % 30
    d = (19 * a + m) % 30
    r = 1 if d == 29 or (d == 28 and a > 10) else 0
    moon = date(year, 3, 21) + timedelta(d - r)
    sunday = moon + timedelta(7 - (moon.weekday() + 1) % 7)
    return sunday.month, sunday.day
