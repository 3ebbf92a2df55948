import base64


def base64_encode(data: bytes) -> str:
    """Write bytes as base64 text with padding.

    Use when: binary data travels through text formats and no library is at hand.
    Complexity: O(len(data)).
    Source: RFC 4648, section 4: three bytes are four characters of six bits.
    """
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    text = ""
    for start in range(0, len(data), 3):
        chunk = data[start : start + 3]
        bits = int.from_bytes(chunk.ljust(3, b"\0"))
        signs = [alphabet[bits >> shift & 63] for shift in (18, 12, 6, 0)]
        text += "".join(signs[: len(chunk) + 1]).ljust(4, "=")
    return text


EXAMPLES = [((b"Man",), "TWFu"), ((b"",), ""), ((b"M",), "TQ=="), ((b"Ma",), "TWE="), ((b"\xff\xfe\xfd",), "//79")]


def inputs(random):
    for _ in range(150):
        yield (random.randbytes(random.randint(0, 20)),)


def oracle(data):
    return base64.b64encode(data).decode()
