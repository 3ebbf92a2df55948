def hamming_encode(data: list[int]) -> list[int]:
    """Add check bits to data bits so that any single flipped bit can be found; check bits stand at powers of two.

    Use when: memory or messages must survive single bit errors.
    Complexity: O(n log n).
    Source: Hamming 1950 (doi:10.1002/j.1538-7305.1950.tb00463.x); even parity.
    """
    if any(bit not in (0, 1) for bit in data):
        raise ValueError("bits of 0 and 1 were expected")
    code, rest, syndrome = [0], list(data), 0
    while rest:
        place = len(code)
        bit = rest.pop(0) if place & place - 1 else 0
        code.append(bit)
        syndrome ^= place * bit
    for exponent in range(syndrome.bit_length()):
        code[1 << exponent] = syndrome >> exponent & 1
    return code[1:]


EXAMPLES = [(([1, 0, 1, 1],), [0, 1, 1, 0, 0, 1, 1]), (([],), []), (([1],), [1, 1, 1]), (([0, 0],), [0, 0, 0, 0, 0])]
REFUSED = [([2],)]


def inputs(random):
    for _ in range(150):
        yield ([random.randint(0, 1) for _ in range(random.randint(0, 16))],)


def property_every_check_group_is_even(result, data):
    return all(sum(b for p, b in enumerate(result, 1) if p >> k & 1) % 2 == 0 for k in range(6))


def property_holds_the_data(result, data):
    return [b for p, b in enumerate(result, 1) if bin(p).count("1") > 1] == data
