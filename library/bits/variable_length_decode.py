def variable_length_decode(data: bytes) -> list[int]:
    """Read signed integers that were written zigzag in seven bits a byte, low bits first.

    Use when: compact streams of integers are read. Unfinished numbers raise ValueError.
    Complexity: O(bytes).
    Source: Protocol Buffers encoding, sint and varint.
    """
    values, number, shift = [], 0, 0
    for byte in data:
        number |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            values.append(number >> 1 ^ -(number & 1))
            number = shift = 0
    if shift:
        raise ValueError("the data ends inside a number")
    return values


EXAMPLES = [((b"\x00\x01\x02\xac\x02",), [0, -1, 1, 150]), ((b"",), []), ((b"\x7f\x80\x01",), [-64, 64])]
REFUSED = [(b"\x80",)]


def inputs(random):
    for _ in range(150):
        numbers = [
            random.randint(-(1 << random.randint(1, 40)), 1 << random.randint(1, 40))
            for _ in range(random.randint(0, 5))
        ]
        data = bytearray()
        for value in numbers:
            digits, rest = [], abs(2 * value) - (value < 0)
            while rest or not digits:
                digits.append(rest % 128)
                rest //= 128
            data += bytes([d + 128 for d in digits[:-1]] + digits[-1:])
        yield (bytes(data),)


def property_writes_the_same_bytes(result, data):
    out = b""
    for value in result:
        rest = value * 2 if value >= 0 else -value * 2 - 1
        while rest >= 128:
            out += bytes([rest % 128 + 128])
            rest //= 128
        out += bytes([rest])
    return out == data
