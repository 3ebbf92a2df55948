def deep_merge(base: dict, override: dict) -> dict:
    """Combine two nested dictionaries: where both hold a dictionary they are merged, otherwise the second wins.

    Keys keep the order of base, new ones follow. None of the two is changed.
    Use when: defaults are overlaid by settings.
    Complexity: O(keys).
    Source: recursive union.
    """
    merged = dict(base)
    for key, value in override.items():
        if isinstance(value, dict) and isinstance(merged.get(key), dict):
            merged[key] = deep_merge(merged[key], value)
        else:
            merged[key] = value
    return merged


EXAMPLES = [
    (({"a": {"x": 1, "y": 2}, "b": 3}, {"a": {"y": 5}, "c": 6}), {"a": {"x": 1, "y": 5}, "b": 3, "c": 6}),
    (({}, {"k": {}}), {"k": {}}),
    (({"a": {"b": 1}}, {"a": 2}), {"a": 2}),
]


def inputs(random):
    def grow(depth):
        return {
            k: grow(depth - 1) if depth and random.random() < 0.5 else random.randint(0, 9)
            for k in random.sample("abc", random.randint(0, 3))
        }

    for _ in range(120):
        yield grow(2), grow(2)


def property_every_path_comes_from_the_right_one(result, base, override):
    def look(tree, path):
        for key in path:
            if not isinstance(tree, dict) or key not in tree:
                return "absent"
            tree = tree[key]
        return "folder" if isinstance(tree, dict) else tree

    paths = (
        [()]
        + [(a,) for a in "abc"]
        + [(a, b) for a in "abc" for b in "abc"]
        + [(a, b, c) for a in "abc" for b in "abc" for c in "abc"]
    )
    for path in paths:
        one, two, seen = look(base, path), look(override, path), look(result, path)
        hidden = any(look(override, path[:n]) not in ("absent", "folder") for n in range(len(path)))
        expected = two if two != "absent" else "absent" if hidden else one
        if seen != expected:
            return False
    return True
