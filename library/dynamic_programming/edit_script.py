def edit_script(source: str, target: str) -> list[tuple[str, str]]:
    """Turn source into target by the fewest steps: ("keep", c), ("delete", c), ("insert", c), ("replace", c).

    For "replace" the new character is given.
    Use when: corrections are shown, not only counted, as in spelling tools.
    Complexity: O(len(source) * len(target)) time and memory.
    Source: Wagner and Fischer 1974 (doi:10.1145/321796.321811) with a backward trace.
    """
    rows, columns = len(source), len(target)
    cost = [[i + j if not i or not j else 0 for j in range(columns + 1)] for i in range(rows + 1)]
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            swap = cost[i - 1][j - 1] + (source[i - 1] != target[j - 1])
            cost[i][j] = min(swap, cost[i - 1][j] + 1, cost[i][j - 1] + 1)
    script, i, j = [], rows, columns
    while i or j:
        if i and j and cost[i][j] == cost[i - 1][j - 1] + (source[i - 1] != target[j - 1]):
            i, j = i - 1, j - 1
            script.append(("keep" if source[i] == target[j] else "replace", target[j]))
        elif i and cost[i][j] == cost[i - 1][j] + 1:
            i -= 1
            script.append(("delete", source[i]))
        else:
            j -= 1
            script.append(("insert", target[j]))
    return script[::-1]


EXAMPLES = [
    (("cat", "cut"), [("keep", "c"), ("replace", "u"), ("keep", "t")]),
    (("ab", "b"), [("delete", "a"), ("keep", "b")]),
    (("", "x"), [("insert", "x")]),
    (("", ""), []),
]


def inputs(random):
    for _ in range(150):
        yield (
            "".join(random.choices("abc", k=random.randint(0, 5))),
            "".join(random.choices("abc", k=random.randint(0, 5))),
        )


def property_the_script_does_it(result, source, target):
    rest, built = list(source), []
    for step, character in result:
        if step != "insert":
            old = rest.pop(0)
            if step in ("keep", "delete") and old != character:
                return False
        if step != "delete":
            built.append(character)
    return not rest and "".join(built) == target


def property_no_script_is_shorter(result, source, target):
    def distance(a, b):
        if not a or not b:
            return len(a) + len(b)
        if a[0] == b[0]:
            return distance(a[1:], b[1:])
        return 1 + min(distance(a[1:], b), distance(a, b[1:]), distance(a[1:], b[1:]))

    return sum(step != "keep" for step, _ in result) == distance(source, target)
