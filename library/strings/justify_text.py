def justify_text(words: list[str], width: int) -> list[str]:
    """Set words in lines of exactly width characters, spreading spaces evenly, more of them to the left.

    The last line, and any line of one word, is padded on the right.
    Use when: text is set in full columns of a fixed-width font.
    Complexity: O(total length of the lines).
    Source: greedy filling, as in the formatter of Unix; no hyphenation.
    """
    if any(not word or len(word) > width for word in words):
        raise ValueError(f"a word is empty or longer than {width}")
    rows: list[list[str]] = []
    used = width + 1
    for word in words:
        if used + 1 + len(word) > width:
            rows.append([])
            used = -1
        rows[-1].append(word)
        used += 1 + len(word)
    return [_spread(row, width) for row in rows[:-1]] + [" ".join(row).ljust(width) for row in rows[-1:]]


def _spread(row: list[str], width: int) -> str:
    gaps = len(row) - 1
    if gaps == 0:
        return row[0].ljust(width)
    each, more = divmod(width - sum(map(len, row)), gaps)
    return "".join(word + " " * (each + (i < more)) for i, word in enumerate(row[:-1])) + row[-1]


EXAMPLES = [
    ((["This", "is", "an", "example", "of", "text"], 10), ["This is an", "example of", "text      "]),
    ((["a", "b", "c", "dddddd"], 7), ["a  b  c", "dddddd "]),
    (([], 5), []),
    ((["aa", "bb", "c", "dd", "eeeee"], 8), ["aa  bb c", "dd eeeee"]),
]
REFUSED = [(["toolong"], 3), (["a", ""], 3)]


def inputs(random):
    for _ in range(300):
        width = random.randint(4, 14)
        yield ["x" * random.randint(1, min(width, 5)) for _ in range(random.randint(0, 10))], width


def property_lines_are_full_and_keep_the_words(result, words, width):
    return all(len(line) == width for line in result) and " ".join(result).split() == words


def property_gaps_differ_by_one_and_fall(result, words, width):
    for line in result[:-1]:
        gaps = [len(g) for g in line.rstrip().replace("x", "|").strip("|").split("|") if g]
        if gaps != sorted(gaps, reverse=True) or (gaps and gaps[0] - gaps[-1] > 1):
            return False
    return True
