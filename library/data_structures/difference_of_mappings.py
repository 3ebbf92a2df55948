def difference_of_mappings(old: dict, new: dict) -> dict[str, list]:
    """Compare two flat dictionaries: {"added": [key, …], "removed": […], "changed": […]}, keys in their own order.

    1 and True, or 1 and 1.0, count as a change.
    Use when: configurations or records are audited.
    Complexity: O(keys).
    Source: set differences that keep order.
    """

    def same(a: object, b: object) -> bool:
        return type(a) is type(b) and a == b

    return {
        "added": [key for key in new if key not in old],
        "removed": [key for key in old if key not in new],
        "changed": [key for key in old if key in new and not same(old[key], new[key])],
    }


EXAMPLES = [
    (({"a": 1, "b": 2}, {"b": 3, "c": 4}), {"added": ["c"], "removed": ["a"], "changed": ["b"]}),
    (({}, {}), {"added": [], "removed": [], "changed": []}),
    (({"x": 1}, {"x": True}), {"added": [], "removed": [], "changed": ["x"]}),
]


def inputs(random):
    for _ in range(120):
        yield tuple(
            {k: random.choice([0, 1, 1.0, True, "1"]) for k in random.sample("abcde", random.randint(0, 5))}
            for _ in range(2)
        )


def property_applying_it_gives_the_new_one(result, old, new):
    patched = {k: v for k, v in old.items() if k not in result["removed"]}
    patched |= {k: new[k] for k in result["added"] + result["changed"]}
    return {k: repr(v) for k, v in patched.items()} == {k: repr(v) for k, v in new.items()}


def property_says_nothing_needless(result, old, new):
    fresh = set(result["added"]) & set(old) or set(result["removed"]) & set(new)
    return not fresh and all(repr(old[k]) != repr(new[k]) for k in result["changed"])
