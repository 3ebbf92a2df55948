_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def base58_encode(data: bytes) -> str:
    """Write bytes in 58 characters without 0, O, I and l; leading zero bytes become leading 1s.

    Use when: identifiers are read aloud or typed by people.
    Complexity: O(n^2).
    Source: Nakamoto's Bitcoin client; draft-msporny-base58.
    """
    number = int.from_bytes(data)
    text = ""
    while number:
        number, digit = divmod(number, 58)
        text = _ALPHABET[digit] + text
    return "1" * (len(data) - len(data.lstrip(b"\0"))) + text


EXAMPLES = [((b"Hello World!",), "2NEpo7TZRRrLZSi2U"), ((b"",), ""), ((b"\x00\x00\x01",), "112"), ((b"9",), "z")]


def inputs(random):
    for _ in range(150):
        yield (b"\0" * random.randint(0, 2) + random.randbytes(random.randint(0, 12)),)


def property_decodes_back(result, data):
    number = 0
    for character in result:
        number = number * 58 + "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".index(character)
    zeros = len(result) - len(result.lstrip("1"))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8) == data
