def to_twos_complement(value: int, width: int) -> str:
    """Write a signed number as width bits in two's complement.

    Use when: registers, files or protocols hold signed integers.
    Complexity: O(width).
    Source: Knuth, TAOCP vol. 2, 4.1.
    """
    if width < 1 or not -(1 << width - 1) <= value < 1 << width - 1:
        raise ValueError(f"{value} does not fit into {width} bits")
    return f"{value & (1 << width) - 1:0{width}b}"


EXAMPLES = [((5, 8), "00000101"), ((-1, 4), "1111"), ((-8, 4), "1000"), ((0, 1), "0")]
REFUSED = [(8, 4), (-9, 4), (0, 0)]


def inputs(random):
    for _ in range(200):
        width = random.randint(1, 20)
        yield random.randint(-(1 << width - 1), (1 << width - 1) - 1), width


def property_reads_back(result, value, width):
    weights = [-(1 << width - 1)] + [1 << p for p in range(width - 2, -1, -1)]
    return len(result) == width and value == sum(w for w, bit in zip(weights, result, strict=True) if bit == "1")
