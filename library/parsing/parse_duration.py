import re


def parse_duration(text: str) -> int:
    """Read a duration such as "1h 30m", "2d", "45s" or "1w2d" and return seconds.

    Units w d h m s, each at most once and in this order, with or without spaces.
    Use when: time limits and intervals come from configuration or users.
    Complexity: O(len(text)).
    Source: the notation of systemd.time and Go durations, whole numbers only.
    """
    units = (("w", 604800), ("d", 86400), ("h", 3600), ("m", 60), ("s", 1))
    pattern = r"\s*".join(rf"(?:(\d+)\s*{unit})?" for unit, _ in units)
    found = re.fullmatch(rf"\s*{pattern}\s*", text, re.ASCII)
    if not found or not any(found.groups()):
        raise ValueError(f"{text!r} is not a duration such as 1h 30m")
    return sum(int(amount or 0) * seconds for amount, (_, seconds) in zip(found.groups(), units, strict=True))


EXAMPLES = [(("1h 30m",), 5400), (("45s",), 45), (("1w2d",), 777600), (("2 d",), 172800), (("0s",), 0)]
REFUSED = [("",), ("5",), ("1m 1h",), ("1h 1h",), ("-1s",)]


def inputs(random):
    for _ in range(200):
        chosen = sorted(random.sample(range(5), random.randint(1, 5)))
        yield (random.choice(["", " "]).join(f"{random.randint(0, 99)}{'wdhms'[i]}" for i in chosen),)


def oracle(text):
    total, digits = 0, ""
    for c in text.replace(" ", ""):
        if c.isdigit():
            digits += c
        else:
            total, digits = (
                total + int(digits) * {"w": 7 * 24 * 3600, "d": 24 * 3600, "h": 3600, "m": 60, "s": 1}[c],
                "",
            )
    return total
