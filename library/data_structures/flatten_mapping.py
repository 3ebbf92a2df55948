def flatten_mapping(nested: dict, separator: str) -> dict:
    """Turn nested dictionaries into one level whose keys are paths joined by a separator; empty ones stay as values.

    A key that holds the separator is refused, so that the result can be unfolded again.
    Use when: settings or JSON become columns or environment variables.
    Complexity: O(leaves * depth).
    Source: depth-first traversal in the order of keys.
    """
    flat: dict = {}
    stack = [("", nested)]
    while stack:
        path, value = stack.pop()
        if isinstance(value, dict) and (value or not path):
            for key in reversed(value):
                if not isinstance(key, str) or not key or separator in key:
                    raise ValueError(f"key {key!r} is not a text without {separator!r}")
                stack.append((f"{path}{separator}{key}" if path else key, value[key]))
        else:
            flat[path] = value
    return flat


EXAMPLES = [
    (({"a": {"b": 1, "c": {"d": 2}}, "e": 3}, "."), {"a.b": 1, "a.c.d": 2, "e": 3}),
    (({}, "."), {}),
    (({"x": {}}, "/"), {"x": {}}),
]
REFUSED = [({"a.b": 1}, "."), ({"": 1}, "."), ({1: 2}, ".")]


def inputs(random):
    def grow(depth):
        return {
            k: grow(depth - 1) if depth and random.random() < 0.5 else random.randint(0, 9)
            for k in random.sample("abc", random.randint(0, 3))
        }

    for _ in range(120):
        yield grow(3), random.choice([".", "__"])


def oracle(nested, separator):
    flat = {}
    for key, value in nested.items():
        if isinstance(value, dict) and value:
            flat |= {f"{key}{separator}{k}": v for k, v in oracle(value, separator).items()}
        else:
            flat[key] = value
    return flat
