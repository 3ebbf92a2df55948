def hamming_decode(code: list[int]) -> tuple[list[int], int]:
    """Correct up to one flipped bit of a Hamming code; returns (data bits, place of the flip from 1, or 0 for none).

    Use when: what a Hamming encoder wrote is read back. Check bits stand at powers of two, parity is even.
    Complexity: O(n).
    Source: Hamming 1950 (doi:10.1002/j.1538-7305.1950.tb00463.x).
    """
    syndrome = 0
    for place, bit in enumerate(code, 1):
        if bit:
            syndrome ^= place
    if syndrome > len(code):
        raise ValueError("more than one bit is wrong")
    data = [bit ^ (place == syndrome) for place, bit in enumerate(code, 1) if place & (place - 1)]
    return data, syndrome


EXAMPLES = [
    (([0, 1, 1, 0, 0, 1, 1],), ([1, 0, 1, 1], 0)),
    (([0, 1, 1, 0, 1, 1, 1],), ([1, 0, 1, 1], 5)),
    (([],), ([], 0)),
    (([0, 1, 1],), ([1], 1)),
]
REFUSED = [([0, 0, 1, 1, 0],)]


def inputs(random):
    for _ in range(200):
        data = [random.randint(0, 1) for _ in range(random.randint(1, 12))]
        code, rest = [], list(data)
        while rest:
            code.append(rest.pop(0) if len(code) + 1 & len(code) else 0)
        for k in range(5):
            if 1 << k <= len(code):
                code[(1 << k) - 1] = sum(b for p, b in enumerate(code, 1) if p >> k & 1) % 2
        if random.random() < 0.7:
            code[random.randrange(len(code))] ^= 1
        yield (code,)


def property_the_corrected_code_is_even(result, code):
    fixed = [b ^ (p == result[1]) for p, b in enumerate(code, 1)]
    even = all(sum(b for p, b in enumerate(fixed, 1) if p >> k & 1) % 2 == 0 for k in range(5))
    return even and [b for p, b in enumerate(fixed, 1) if bin(p).count("1") > 1] == result[0]
