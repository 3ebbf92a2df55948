def collapse_number_ranges(numbers: list[int]) -> str:
    """Write numbers as sorted ranges such as "1-3, 7"; two neighbours are already a range.

    Use when: long lists of pages, lines or ids are shown briefly. Negative numbers are refused.
    Complexity: O(n log n).
    Source: runs of consecutive integers have a constant difference to their rank.
    """
    if any(number < 0 for number in numbers):
        raise ValueError("a number is negative")
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(low) if low == high else f"{low}-{high}" for low, high in runs)


EXAMPLES = [(([7, 1, 2, 3],), "1-3, 7"), (([],), ""), (([4, 4, 5],), "4-5"), (([0],), "0")]
REFUSED = [([-1],)]


def inputs(random):
    for _ in range(200):
        yield ([random.randint(0, 15) for _ in range(random.randint(0, 10))],)


def property_reads_back(result, numbers):
    parts = [p.split("-") for p in result.split(", ") if p]
    return [n for p in parts for n in range(int(p[0]), int(p[-1]) + 1)] == sorted(set(numbers))


def property_no_two_parts_touch(result, numbers):
    parts = [p.split("-") for p in result.split(", ") if p]
    return all(int(a[-1]) + 1 < int(b[0]) for a, b in zip(parts, parts[1:], strict=False))
