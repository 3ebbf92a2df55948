def variable_length_encode(values: list[int]) -> bytes:
    """Write signed integers in as few bytes as each needs: zigzag, then seven bits a byte, low bits first.

    Use when: streams of mostly small numbers are stored compactly.
    Complexity: O(bytes).
    Source: Protocol Buffers encoding, sint and varint.
    """
    out = bytearray()
    for value in values:
        rest = 2 * value if value >= 0 else -2 * value - 1
        while rest > 127:
            out.append(rest & 127 | 128)
            rest >>= 7
        out.append(rest)
    return bytes(out)


EXAMPLES = [(([0, -1, 1, 150],), b"\x00\x01\x02\xac\x02"), (([],), b""), (([-64, 64],), b"\x7f\x80\x01")]


def inputs(random):
    for _ in range(150):
        yield (
            [
                random.randint(-(1 << random.randint(1, 70)), 1 << random.randint(1, 70))
                for _ in range(random.randint(0, 5))
            ],
        )


def property_decodes_back(result, values):
    decoded, number, shift = [], 0, 0
    for byte in result:
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            decoded.append(number // 2 if number % 2 == 0 else -(number + 1) // 2)
            number, shift = 0, 0
    return decoded == values
