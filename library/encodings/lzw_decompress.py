def lzw_decompress(codes: list[int]) -> bytes:
    """Restore bytes from Lempel-Ziv-Welch codes, of which 0 to 255 stand for single bytes.

    Use when: data that was compressed with a growing dictionary is read; impossible codes raise ValueError.
    Complexity: O(length of the result).
    Source: Welch 1984 (doi:10.1109/MC.1984.1659158), with the case of a code used as it is defined.
    """
    table = [bytes([byte]) for byte in range(256)]
    output: list[bytes] = []
    for code in codes:
        if output and code == len(table):
            entry = output[-1] + output[-1][:1]
        elif 0 <= code < len(table):
            entry = table[code]
        else:
            raise ValueError(f"code {code} comes before it is defined")
        if output:
            table.append(output[-1] + entry[:1])
        output.append(entry)
    return b"".join(output)


EXAMPLES = [(([65, 66, 256, 258],), b"ABABABA"), (([],), b""), (([97, 256],), b"aaa")]
REFUSED = [([256],), ([97, 300],), ([-1],)]


def inputs(random):
    for _ in range(150):
        data, known, codes, current = (
            bytes(random.choices(b"ab", k=random.randint(0, 40))),
            {bytes([b]): b for b in range(256)},
            [],
            b"",
        )
        for b in data:
            if current + bytes([b]) not in known:
                codes.append(known[current])
                known[current + bytes([b])] = len(known)
                current = b""
            current += bytes([b])
        yield (codes + [known[current]] if current else codes,)


def property_compresses_to_the_codes(result, codes):
    known, out, current = {bytes([b]): b for b in range(256)}, [], b""
    for b in result:
        if current + bytes([b]) not in known:
            out.append(known[current])
            known[current + bytes([b])] = len(known)
            current = b""
        current += bytes([b])
    return out + ([known[current]] if current else []) == codes
