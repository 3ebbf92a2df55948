def unflatten_mapping(flat: dict, separator: str) -> dict:
    """Unfold keys that are paths joined by a separator into nested dictionaries.

    Use when: columns, form fields or environment variables become settings.
    Complexity: O(total length of keys).
    Source: one walk from the root for each key; a path through a value raises ValueError.
    """
    nested: dict = {}
    made = {id(nested)}
    for path, value in flat.items():
        *folders, leaf = path.split(separator)
        node = nested
        for folder in folders:
            if folder not in node:
                node[folder] = {}
                made.add(id(node[folder]))
            node = node[folder]
            if id(node) not in made:
                raise ValueError(f"{path!r} leads through the value {node!r}")
        if leaf in node:
            raise ValueError(f"{path!r} is a value and a folder")
        node[leaf] = value
    return nested


EXAMPLES = [
    (({"a.b": 1, "a.c.d": 2, "e": 3}, "."), {"a": {"b": 1, "c": {"d": 2}}, "e": 3}),
    (({}, "."), {}),
    (({"x": {}}, "."), {"x": {}}),
]
REFUSED = [({"a": 1, "a.b": 2}, "."), ({"a.b": 1, "a": 2}, "."), ({"a": {}, "a.b": 2}, ".")]


def inputs(random):
    for _ in range(150):
        paths = sorted({".".join(random.choices("abc", k=random.randint(1, 3))) for _ in range(random.randint(0, 6))})
        kept = [p for p in paths if not any(q != p and q.startswith(p + ".") for q in paths)]
        random.shuffle(kept)
        yield {p: random.randint(0, 9) for p in kept}, "."


def property_every_path_leads_to_its_value(result, flat, separator):
    for path, value in flat.items():
        node = result
        for key in path.split(separator):
            node = node[key]
        if node != value:
            return False
    return True


def property_holds_nothing_else(result, flat, separator):
    def leaves(node):
        return sum(leaves(v) if isinstance(v, dict) else 1 for v in node.values())

    return leaves(result) == len(flat)
