def expand_cron_field(field: str, lowest: int, highest: int) -> list[int]:
    """List the values that one field of a cron line allows: *, numbers, ranges a-b, steps /n and commas.

    Use when: schedules are computed or shown.
    Complexity: O(values).
    Source: crontab(5); numbers only, no names.
    """
    allowed: set[int] = set()
    for part in field.split(","):
        span, slash, step = part.partition("/")
        low, dash, high = span.partition("-")
        numbers = [step] * bool(slash) + ([] if span == "*" else [low] + [high] * bool(dash))
        if not all(n.isascii() and n.isdecimal() for n in numbers) or (slash and int(step) == 0):
            raise ValueError(f"{part!r} is not *, a number, a range a-b, or one of them with a step /n")
        if span == "*":
            first, last = lowest, highest
        else:
            first = int(low)
            last = int(high) if dash else highest if slash else first
        if not lowest <= first <= last <= highest:
            raise ValueError(f"{part!r} is not within {lowest} to {highest}")
        allowed.update(range(first, last + 1, int(step) if slash else 1))
    return sorted(allowed)


EXAMPLES = [
    (("*/15", 0, 59), [0, 15, 30, 45]),
    (("1-3,7", 0, 23), [1, 2, 3, 7]),
    (("5", 1, 31), [5]),
    (("10-20/5", 0, 59), [10, 15, 20]),
    (("50/4", 0, 59), [50, 54, 58]),
]
REFUSED = [("60", 0, 59), ("5-1", 0, 59), ("*/0", 0, 59), ("", 0, 59), ("a", 0, 59), ("1-", 0, 59)]


def inputs(random):
    for _ in range(200):
        a = random.randint(0, 23)
        parts = random.choices(
            ["*", f"{a}", f"{a}-23", f"*/{a + 1}", f"{a}/3", f"{a}-23/2", "4,7"], k=random.randint(1, 2)
        )
        yield ",".join(parts), 0, 23


def oracle(field, lowest, highest):
    def allows(part, n):
        span, _, step = part.partition("/")
        ends = ["0", "23"] if span == "*" else span.split("-")
        first, last = int(ends[0]), int(ends[-1]) if len(ends) > 1 or not step else 23
        return first <= n <= last and (n - first) % int(step or 1) == 0

    return [n for n in range(lowest, highest + 1) if any(allows(p, n) for p in field.split(","))]
