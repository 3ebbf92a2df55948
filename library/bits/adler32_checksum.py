import zlib


def adler32_checksum(data: bytes) -> int:
    """Compute the Adler-32 checksum of bytes as zlib does.

    Use when: a checksum faster than a CRC and good enough for long data is wanted.
    Complexity: O(len(data)).
    Source: RFC 1950; two sums modulo 65521.
    """
    plain, weighted = 1, 0
    for byte in data:
        plain = (plain + byte) % 65521
        weighted = (weighted + plain) % 65521
    return weighted << 16 | plain


EXAMPLES = [((b"Wikipedia",), 300286872), ((b"",), 1), ((b"a",), 6422626)]


def inputs(random):
    for _ in range(60):
        yield (random.randbytes(random.randint(0, 40)) + b"\xff" * random.randint(0, 400),)


def oracle(data):
    return zlib.adler32(data)
