def wrap_words(text: str, width: int) -> list[str]:
    """Break text at white space into lines of at most width characters, filling each as far as it goes.

    A word that is longer than width is cut. Runs of white space count as one space.
    Use when: paragraphs are shown in a fixed number of columns.
    Complexity: O(len(text)).
    Source: first-fit line breaking; Knuth and Plass 1981 call it that.
    """
    if width < 1:
        raise ValueError(f"width {width} is below 1")
    lines: list[str] = []
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) <= width:
            line += " " + word
            continue
        if line:
            lines.append(line)
        while len(word) > width:
            lines.append(word[:width])
            word = word[width:]
        line = word
    return lines + [line] if line else lines


EXAMPLES = [
    (("the quick brown fox", 10), ["the quick", "brown fox"]),
    (("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]),
    (("  ", 5), []),
    (("a b", 3), ["a b"]),
]
REFUSED = [("abc", 0)]


def inputs(random):
    for _ in range(300):
        words = ["".join(random.choices("abc", k=random.randint(1, 6))) for _ in range(random.randint(0, 8))]
        yield random.choice([" ", "  ", "\n"]).join(words), random.randint(1, 9)


def property_lines_fit_and_hold_all_letters(result, text, width):
    return all(0 < len(line) <= width for line in result) and "".join("".join(result).split()) == "".join(text.split())


def property_no_word_would_have_fitted_above(result, text, width):
    return all(len(a) + 1 + len(b.split()[0]) > width for a, b in zip(result, result[1:], strict=False))
