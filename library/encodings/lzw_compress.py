def lzw_compress(data: bytes) -> list[int]:
    """Replace repeated strings of bytes by numbers of a growing dictionary; 0 to 255 stand for single bytes.

    Use when: text or images with repetitions are compressed without a stored dictionary.
    Complexity: O(len(data)) dictionary look-ups.
    Source: Welch 1984 (doi:10.1109/MC.1984.1659158).
    """
    codes = {bytes([byte]): byte for byte in range(256)}
    output, current = [], b""
    for byte in data:
        longer = current + bytes([byte])
        if longer in codes:
            current = longer
            continue
        output.append(codes[current])
        codes[longer] = len(codes)
        current = longer[-1:]
    if current:
        output.append(codes[current])
    return output


EXAMPLES = [((b"ABABABA",), [65, 66, 256, 258]), ((b"",), []), ((b"aaaa",), [97, 256, 97])]


def inputs(random):
    for _ in range(150):
        yield (bytes(random.choices(b"abc", k=random.randint(0, 40))),)


def property_decompresses(result, data):
    table, out, before = [bytes([b]) for b in range(256)], b"", b""
    for code in result:
        entry = table[code] if code < len(table) else before + before[:1]
        out += entry
        if before:
            table.append(before + entry[:1])
        before = entry
    return out == data
