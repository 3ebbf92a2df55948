import re
from collections import Counter


def count_atoms(formula: str) -> dict[str, int]:
    """Count the atoms of a chemical formula such as "Ca(OH)2", nested groups included, in alphabetical order.

    Use when: molar masses or balanced equations are computed.
    Complexity: O(length * depth).
    Source: a stack of groups, multiplied when they close.
    """
    tokens = re.findall(r"([A-Z][a-z]?|[()])([0-9]*)", formula)
    if "".join(a + b for a, b in tokens) != formula:
        raise ValueError(f"{formula!r} is not a chemical formula")
    groups = [Counter()]
    for token, digits in tokens:
        times = int(digits or 1)
        if token == "(":
            if digits:
                raise ValueError("a number follows an opening parenthesis")
            groups.append(Counter())
        elif token == ")":
            if len(groups) == 1:
                raise ValueError("a group is closed that was not opened")
            for atom, count in groups.pop().items():
                groups[-1][atom] += count * times
        else:
            groups[-1][token] += times
    if len(groups) > 1:
        raise ValueError("a group is not closed")
    return dict(sorted(groups[0].items()))


EXAMPLES = [
    (("H2O",), {"H": 2, "O": 1}),
    (("Ca(OH)2",), {"Ca": 1, "H": 2, "O": 2}),
    (("K4(ON(SO3)2)2",), {"K": 4, "N": 2, "O": 14, "S": 4}),
    (("",), {}),
]
REFUSED = [("h2",), ("(H",), ("H)",), ("(2H)",)]


def inputs(random):
    def grow(depth):
        parts = []
        for _ in range(random.randint(1, 3)):
            body = f"({grow(depth - 1)})" if depth and random.random() < 0.4 else random.choice(["H", "O", "Na", "Cl"])
            parts.append(body + random.choice(["", "2", "3"]))
        return "".join(parts)

    for _ in range(150):
        yield (grow(2),)


def oracle(formula):
    # write the repetitions out, innermost first
    while "(" in formula:
        formula = re.sub(r"\(([^()]*)\)([0-9]*)", lambda m: m[1] * int(m[2] or 1), formula)
    atoms = [a for a, n in re.findall(r"([A-Z][a-z]?)([0-9]*)", formula) for _ in range(int(n or 1))]
    return {a: atoms.count(a) for a in sorted(set(atoms))}
