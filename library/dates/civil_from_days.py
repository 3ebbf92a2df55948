from datetime import date, timedelta


def civil_from_days(days: int) -> tuple[int, int, int]:
    """Return (year, month, day) of the Gregorian date that lies a number of days after 1970-01-01.

    Use when: day numbers are shown as dates, for any year.
    Complexity: O(1).
    Source: Hinnant, chrono-Compatible Low-Level Date Algorithms.
    """
    era, day_of_era = divmod(days + 719468, 146097)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153  # 0 is March
    month = shifted + 3 if shifted < 10 else shifted - 9
    return year_of_era + era * 400 + (month <= 2), month, day_of_year - (153 * shifted + 2) // 5 + 1


EXAMPLES = [((0,), (1970, 1, 1)), ((11016,), (2000, 2, 29)), ((-1,), (1969, 12, 31)), ((-719163,), (0, 12, 31))]


def inputs(random):
    for _ in range(300):
        yield (random.randint(-719162, 2_900_000),)


def oracle(days):
    d = date(1970, 1, 1) + timedelta(days)
    return d.year, d.month, d.day
