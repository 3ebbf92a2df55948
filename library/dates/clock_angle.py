from math import acos, cos, degrees, pi


def clock_angle(hour: int, minute: int) -> float:
    """Return the smaller angle between the hands of a clock in degrees, 0 to 180; hours from 0 to 23.

    Use when: analogue clocks are drawn or puzzled over.
    Complexity: O(1).
    Source: the hour hand moves half a degree a minute, the minute hand six.
    """
    if not (0 <= hour < 24 and 0 <= minute < 60):
        raise ValueError(f"{hour}:{minute} is not a time of day")
    apart = abs(60 * hour - 11 * minute) % 720
    return min(apart, 720 - apart) / 2


EXAMPLES = [((3, 0), 90.0), ((12, 30), 165.0), ((0, 0), 0.0), ((9, 15), 172.5), ((18, 0), 180.0)]
REFUSED = [(24, 0), (1, 60)]


def inputs(random):
    for _ in range(300):
        yield random.randint(0, 23), random.randint(0, 59)


def property_agrees_with_the_hands(result, hour, minute):
    hands = 2 * pi * (hour % 12 + minute / 60) / 12, 2 * pi * minute / 60
    return abs(degrees(acos(max(-1.0, min(1.0, cos(hands[0] - hands[1]))))) - result) < 1e-5
