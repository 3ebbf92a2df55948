from ipaddress import IPv4Address


def parse_ipv4(text: str) -> int:
    """Read a dotted IPv4 address strictly and return it as a 32-bit number; leading zeros are refused.

    Use when: addresses are validated, sorted or masked.
    Complexity: O(1).
    Source: RFC 6943, 3.1.1, the strict form.
    """
    parts = text.split(".")
    if len(parts) != 4:
        raise ValueError(f"{text!r} does not have four parts")
    value = 0
    for part in parts:
        if not (part.isascii() and part.isdecimal() and str(int(part)) == part and int(part) < 256):
            raise ValueError(f"{part!r} is not a number from 0 to 255")
        value = value << 8 | int(part)
    return value


EXAMPLES = [
    (("192.168.0.1",), 3232235521),
    (("0.0.0.0",), 0),
    (("255.255.255.255",), 4294967295),
    (("1.2.3.4",), 16909060),
]
REFUSED = [("1.2.3",), ("256.1.1.1",), ("01.2.3.4",), ("1.2.3.4 ",), ("a.b.c.d",), ("",)]


def inputs(random):
    for _ in range(200):
        yield (".".join(str(random.randint(0, 255)) for _ in range(4)),)


def oracle(text):
    return int(IPv4Address(text))
