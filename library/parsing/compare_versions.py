import re


def compare_versions(first: str, second: str) -> int:
    """Order two semantic versions: -1, 0 or 1. Build metadata after + is ignored, pre-releases come before the release.

    Use when: releases are sorted or requirements checked.
    Complexity: O(length).
    Source: Semantic Versioning 2.0.0, section 11.
    """
    one, two = _key(first), _key(second)
    return (one > two) - (one < two)


def _key(version: str) -> tuple:
    number = r"(0|[1-9][0-9]*)"
    found = re.fullmatch(rf"{number}\.{number}\.{number}(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?", version)
    if not found or "" in (found[4] or "x").split("."):
        raise ValueError(f"{version!r} is not a semantic version such as 1.2.3-rc.1")
    parts = found[4].split(".") if found[4] else []
    identifiers = [(0, int(p), "") if p.isdecimal() else (1, 0, p) for p in parts]
    return (*map(int, found.groups()[:3]), not parts, identifiers)


EXAMPLES = [
    (("1.2.3", "1.10.0"), -1),
    (("1.0.0", "1.0.0-rc.1"), 1),
    (("1.0.0+a", "1.0.0+b"), 0),
    (("1.0.0-alpha.1", "1.0.0-alpha.beta"), -1),
    (("1.0.0-beta.2", "1.0.0-beta.11"), -1),
]
REFUSED = [("1.2", "1.2.3"), ("01.2.3", "1.2.3"), ("1.2.3-", "1.2.3")]


def inputs(random):
    order = [
        "0.0.9",
        "0.1.0-a",
        "0.1.0",
        "0.2.0",
        "0.10.0",
        "1.0.0-alpha",
        "1.0.0-alpha.1",
        "1.0.0-alpha.beta",
        "1.0.0-beta",
        "1.0.0-beta.2",
        "1.0.0-beta.11",
        "1.0.0-rc.1",
        "1.0.0",
        "1.0.1",
        "2.0.0",
    ]
    for _ in range(200):
        yield random.choice(order), random.choice(order)


def property_follows_the_order_of_the_standard(result, first, second):
    order = [
        "0.0.9",
        "0.1.0-a",
        "0.1.0",
        "0.2.0",
        "0.10.0",
        "1.0.0-alpha",
        "1.0.0-alpha.1",
        "1.0.0-alpha.beta",
        "1.0.0-beta",
        "1.0.0-beta.2",
        "1.0.0-beta.11",
        "1.0.0-rc.1",
        "1.0.0",
        "1.0.1",
        "2.0.0",
    ]
    a, b = order.index(first), order.index(second)
    return result == (a > b) - (a < b)
