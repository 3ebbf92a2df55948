def format_duration(seconds: int) -> str:
    """Write seconds as weeks, days, hours, minutes and seconds, such as "1h 30m"; zero parts are left out.

    Use when: times are shown to people and read back.
    Complexity: O(1).
    Source: mixed-radix digits with bases 60, 60, 24, 7.
    """
    sign = "-" if seconds < 0 else ""
    rest, parts = abs(seconds), []
    for unit, base in (("s", 60), ("m", 60), ("h", 24), ("d", 7)):
        rest, digit = divmod(rest, base)
        if digit:
            parts.append(f"{digit}{unit}")
    if rest:
        parts.append(f"{rest}w")
    return sign + (" ".join(reversed(parts)) or "0s")


EXAMPLES = [((5400,), "1h 30m"), ((0,), "0s"), ((777661,), "1w 2d 1m 1s"), ((-59,), "-59s")]


def inputs(random):
    for _ in range(300):
        yield (random.randint(-(10 ** random.randint(1, 7)), 10 ** random.randint(1, 7)),)


def property_adds_up(result, seconds):
    sizes = {"w": 604800, "d": 86400, "h": 3600, "m": 60, "s": 1}
    total = sum(int(part[:-1]) * sizes[part[-1]] for part in result.lstrip("-").split())
    return seconds == (-total if result.startswith("-") else total)


def property_parts_stay_below_the_next_unit(result, seconds):
    most = {"d": 7, "h": 24, "m": 60, "s": 60}
    parts = result.lstrip("-").split()
    return all(int(p[:-1]) < most.get(p[-1], 10**9) and (p[:-1] != "0" or parts == ["0s"]) for p in parts)
