from datetime import date


def age_in_years(born: str, on: str) -> int:
    """Return how many birthdays have passed between two ISO dates; one born on 29 February ages on 1 March otherwise.

    Use when: ages or anniversaries are computed.
    Complexity: O(1).
    Source: the difference of years, less one before the birthday.
    """
    if on < born:
        raise ValueError(f"{on} lies before {born}")
    return int(on[:4]) - int(born[:4]) - (on[5:] < born[5:])


EXAMPLES = [
    (("2000-02-29", "2023-02-28"), 22),
    (("2000-02-29", "2023-03-01"), 23),
    (("1990-07-01", "1990-07-01"), 0),
    (("1990-07-02", "2020-07-01"), 29),
]
REFUSED = [("2000-01-02", "2000-01-01")]


def inputs(random):
    for _ in range(300):
        a, b = sorted(random.randint(690_000, 740_000) for _ in range(2))
        yield date.fromordinal(a).isoformat(), date.fromordinal(b).isoformat()


def oracle(born, on):
    start, end, years = date.fromisoformat(born), date.fromisoformat(on), 0
    while True:
        try:
            birthday = start.replace(year=start.year + years + 1)
        except ValueError:
            birthday = date(start.year + years + 1, 3, 1)
        if birthday > end:
            return years
        years += 1
