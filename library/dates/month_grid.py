from calendar import Calendar
from datetime import date


def month_grid(year: int, month: int, first_weekday: int) -> list[list[int]]:
    """Lay a month out in weeks of seven day numbers, 0 for days of other months; weeks begin at 0 = Monday to 6.

    Use when: calendars are printed or date pickers drawn.
    Complexity: O(days).
    Source: the weekday of the first and the length of the month.
    """
    if not 0 <= first_weekday <= 6:
        raise ValueError(f"weekday {first_weekday} is not in 0 to 6")
    first = date(year, month, 1)
    length = 28
    while length < 31 and date.fromordinal(first.toordinal() + length).month == month:
        length += 1
    lead = (first.weekday() - first_weekday) % 7
    cells = [0] * lead + list(range(1, length + 1))
    cells += [0] * (-len(cells) % 7)
    return [cells[i : i + 7] for i in range(0, len(cells), 7)]


EXAMPLES = [
    (
        (2024, 2, 0),
        [
            [0, 0, 0, 1, 2, 3, 4],
            [5, 6, 7, 8, 9, 10, 11],
            [12, 13, 14, 15, 16, 17, 18],
            [19, 20, 21, 22, 23, 24, 25],
            [26, 27, 28, 29, 0, 0, 0],
        ],
    ),
    (
        (2021, 2, 0),
        [[1, 2, 3, 4, 5, 6, 7], [8, 9, 10, 11, 12, 13, 14], [15, 16, 17, 18, 19, 20, 21], [22, 23, 24, 25, 26, 27, 28]],
    ),
    (
        (2015, 2, 6),
        [[1, 2, 3, 4, 5, 6, 7], [8, 9, 10, 11, 12, 13, 14], [15, 16, 17, 18, 19, 20, 21], [22, 23, 24, 25, 26, 27, 28]],
    ),
]
REFUSED = [(2024, 0, 0), (2024, 1, 7)]


def inputs(random):
    for _ in range(150):
        yield random.randint(1900, 2100), random.randint(1, 12), random.randint(0, 6)


def oracle(year, month, first_weekday):
    return Calendar(first_weekday).monthdayscalendar(year, month)
