from datetime import datetime, timedelta


def next_occurrence_in_week(now: str, weekday: int, time: str) -> str:
    """Return the first moment after now that falls on a weekday (0 = Monday) at a time of day, as ISO text.

    Use when: weekly jobs, alarms or opening hours are scheduled. now and the result are "YYYY-MM-DDTHH:MM".
    Complexity: O(1).
    Source: days ahead modulo 7, a week more if the moment has passed.
    """
    if not 0 <= weekday <= 6:
        raise ValueError(f"weekday {weekday} is not in 0 to 6")
    moment = datetime.fromisoformat(now)
    hour, minute = map(int, time.split(":"))
    candidate = moment.replace(hour=hour, minute=minute) + timedelta((weekday - moment.weekday()) % 7)
    if candidate <= moment:
        candidate += timedelta(7)
    return candidate.isoformat(timespec="minutes")


EXAMPLES = [
    (("2024-05-01T10:00", 2, "11:30"), "2024-05-01T11:30"),
    (("2024-05-01T10:00", 2, "10:00"), "2024-05-08T10:00"),
    (("2024-05-01T10:00", 1, "09:00"), "2024-05-07T09:00"),
]
REFUSED = [("2024-05-01T10:00", 7, "10:00"), ("2024-05-01T10:00", 1, "25:00"), ("x", 1, "10:00")]


def inputs(random):
    for _ in range(100):
        moment = datetime(2024, 1, 1) + timedelta(minutes=random.randint(0, 500_000))
        yield (
            moment.isoformat(timespec="minutes"),
            random.randint(0, 6),
            f"{random.randint(0, 23):02}:{random.randint(0, 59):02}",
        )


def oracle(now, weekday, time):
    day = datetime.fromisoformat(now)
    options = [
        (day + timedelta(i)).date().isoformat() + "T" + time
        for i in range(9)
        if (day + timedelta(i)).weekday() == weekday
    ]
    return min(o for o in options if o > now)
