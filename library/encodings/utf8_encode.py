def utf8_encode(text: str) -> list[int]:
    """Return the bytes of text in UTF-8 as numbers; surrogates raise ValueError.

    Use when: encodings are taught, checked or implemented elsewhere.
    Complexity: O(len(text)).
    Source: RFC 3629.
    """
    encoded = []
    for character in text:
        code = ord(character)
        if 0xD800 <= code < 0xE000:
            raise ValueError(f"surrogate {code:#x} cannot be encoded")
        if code < 0x80:
            encoded.append(code)
            continue
        extra = 1 if code < 0x800 else 2 if code < 0x10000 else 3
        encoded.append((0xC0, 0xE0, 0xF0)[extra - 1] | code >> 6 * extra)
        encoded += [0x80 | code >> 6 * rest & 0x3F for rest in range(extra - 1, -1, -1)]
    return encoded


EXAMPLES = [(("aé",), [97, 195, 169]), (("",), []), (("€",), [226, 130, 172]), (("😀",), [240, 159, 152, 128])]


def inputs(random):
    for _ in range(200):
        codes = [
            random.choice(
                [
                    random.randint(0, 0x7F),
                    random.randint(0x80, 0x7FF),
                    random.randint(0x800, 0xD7FF),
                    random.randint(0x10000, 0x10FFFF),
                ]
            )
            for _ in range(random.randint(0, 6))
        ]
        yield ("".join(map(chr, codes)),)


def oracle(text):
    return list(text.encode("utf-8"))
