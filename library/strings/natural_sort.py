import re


def natural_sort(names: list[str]) -> list[str]:
    """Sort texts so that numbers inside them count by value: file2 before file10. Case does not matter.

    Use when: file names, versions or chapters are listed for people.
    Complexity: O(n log n) comparisons of the parts.
    Source: the alphanum order; equal texts keep their order.
    """

    def key(name: str) -> list[tuple[int, int, str]]:
        parts = re.findall(r"[0-9]+|[^0-9]+", name)
        return [(0, int(p), "") if p[0] in "0123456789" else (1, 0, p.casefold()) for p in parts]

    return sorted(names, key=key)


EXAMPLES = [
    ((["f10", "f2", "F1"],), ["F1", "f2", "f10"]),
    (([],), []),
    ((["b", "a1", "a"],), ["a", "a1", "b"]),
    ((["10", "9", "x"],), ["9", "10", "x"]),
]


def inputs(random):
    for _ in range(150):
        yield (["ab"[random.randint(0, 1)] + str(random.randint(0, 200)) for _ in range(random.randint(0, 8))],)


def oracle(names):
    return sorted(names, key=lambda n: (n[0], int(n[1:])))
