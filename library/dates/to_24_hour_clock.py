import re


def to_24_hour_clock(time: str) -> str:
    """Turn "9:05 pm" or "12am" into "21:05" or "00:00"; case and the space do not matter.

    Use when: times of American notation are normalised.
    Complexity: O(1).
    Source: 12 am is midnight and 12 pm is noon (NIST).
    """
    found = re.fullmatch(r"\s*(1[0-2]|0?[1-9])(?::([0-5][0-9]))?\s*([ap])\.?m\.?\s*", time, re.IGNORECASE)
    if not found:
        raise ValueError(f"{time!r} is not a time such as 9:05 pm")
    hour = int(found[1]) % 12 + 12 * (found[3] in "pP")
    return f"{hour:02}:{found[2] or '00'}"


EXAMPLES = [(("9:05 pm",), "21:05"), (("12am",), "00:00"), (("12:30 P.M.",), "12:30"), (("01:00AM",), "01:00")]
REFUSED = [("13:00 pm",), ("0:30 am",), ("9:60 am",), ("9:05",), ("",)]


def inputs(random):
    for _ in range(200):
        half = random.choice(["am", "PM", " pm", " AM"])
        yield (f"{random.randint(1, 12)}:{random.randint(0, 59):02}{half}",)


def oracle(time):
    # the place of the time among all minutes of a day as such a clock shows them
    shown = [f"{h}:{m:02}{half}" for half in ("am", "pm") for h in (12, *range(1, 12)) for m in range(60)]
    hour, minute = divmod(shown.index(time.replace(" ", "").lower()), 60)
    return f"{hour:02}:{minute:02}"
