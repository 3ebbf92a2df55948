def humanize_time_difference(seconds: int) -> str:
    """Describe a distance from now in one rounded-down unit: "in 3 days", "2 hours ago", "now" below a second.

    Months count 30 days and years 365. Negative seconds lie in the past.
    Use when: feeds and logs show relative times.
    Complexity: O(1).
    Source: the largest unit that fits at least once.
    """
    units = (
        ("year", 31536000),
        ("month", 2592000),
        ("week", 604800),
        ("day", 86400),
        ("hour", 3600),
        ("minute", 60),
        ("second", 1),
    )
    size = abs(seconds)
    for name, length in units:
        if size >= length:
            count = size // length
            text = f"{count} {name}{'s' if count > 1 else ''}"
            return f"in {text}" if seconds > 0 else f"{text} ago"
    return "now"


EXAMPLES = [
    ((259200,), "in 3 days"),
    ((-7200,), "2 hours ago"),
    ((0,), "now"),
    ((1,), "in 1 second"),
    ((-31536000,), "1 year ago"),
    ((604799,), "in 6 days"),
]


def inputs(random):
    for _ in range(300):
        yield (random.choice([-1, 1]) * random.randint(0, 10 ** random.randint(1, 9)),)


def property_is_right_to_a_unit(result, seconds):
    if result == "now":
        return seconds == 0
    count, name = result.removeprefix("in ").removesuffix(" ago").split()
    length = {
        "year": 31536000,
        "month": 2592000,
        "week": 604800,
        "day": 86400,
        "hour": 3600,
        "minute": 60,
        "second": 1,
    }[name.rstrip("s")]
    return (
        0 <= abs(seconds) - int(count) * length < length
        and ("ago" in result) == (seconds < 0)
        and (count == "1") == (not name.endswith("s"))
    )
