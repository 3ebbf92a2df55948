def expand_number_ranges(text: str) -> list[int]:
    """Read "1-3, 7, 10-11" into a sorted list of different numbers.

    Use when: pages, ports or rows are selected by people.
    Complexity: O(numbers log numbers).
    Source: the notation of print dialogs and cut(1); whole numbers from 0.
    """
    chosen: set[int] = set()
    for part in text.split(","):
        low, dash, high = (piece.strip() for piece in part.partition("-"))
        if not low and not dash and not text.strip():
            continue
        if not (low.isdecimal() and (high.isdecimal() if dash else True)):
            raise ValueError(f"{part.strip()!r} is not a number or a range such as 3-7")
        if dash and int(high) < int(low):
            raise ValueError(f"range {part.strip()!r} runs backwards")
        chosen.update(range(int(low), int(high if dash else low) + 1))
    return sorted(chosen)


EXAMPLES = [(("1-3, 7, 10-11",), [1, 2, 3, 7, 10, 11]), (("",), []), (("5,5,4",), [4, 5]), (("2-2",), [2])]
REFUSED = [("3-1",), ("a",), ("1,,2",), ("-3",), ("1-",)]


def inputs(random):
    for _ in range(150):
        parts = [(a := random.randint(0, 20), a + random.randint(0, 5)) for _ in range(random.randint(1, 5))]
        yield (", ".join(f"{a}-{b}" if a < b or random.random() < 0.5 else str(a) for a, b in parts),)


def oracle(text):
    return [n for n in range(30) if any(int(p.split("-")[0]) <= n <= int(p.split("-")[-1]) for p in text.split(","))]
