import zlib


def crc32_checksum(data: bytes) -> int:
    """Compute the CRC-32 of bytes as ZIP, PNG and Ethernet do.

    Use when: accidental damage of files or packets is detected.
    Complexity: O(len(data)) table look-ups.
    Source: ISO 3309; the reflected polynomial 0xEDB88320, Sarwate 1988 (doi:10.1145/63030.63037).
    """
    table = []
    for byte in range(256):
        for _ in range(8):
            byte = byte >> 1 ^ (0xEDB88320 if byte & 1 else 0)
        table.append(byte)
    register = 0xFFFFFFFF
    for byte in data:
        register = register >> 8 ^ table[(register ^ byte) & 255]
    return register ^ 0xFFFFFFFF


EXAMPLES = [((b"123456789",), 3421780262), ((b"",), 0), ((b"a",), 3904355907)]


def inputs(random):
    for _ in range(60):
        yield (random.randbytes(random.randint(0, 30)),)


def oracle(data):
    return zlib.crc32(data)
