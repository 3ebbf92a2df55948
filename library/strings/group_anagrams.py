def group_anagrams(words: list[str]) -> list[list[str]]:
    """Gather words that consist of the same letters, groups and words in the order of their first appearance.

    Use when: dictionaries or tags are clustered by their letters.
    Complexity: O(n * k log k) for n words of k letters.
    Source: the sorted letters are a key that anagrams share.
    """
    groups: dict[tuple[str, ...], list[str]] = {}
    for word in words:
        groups.setdefault(tuple(sorted(word)), []).append(word)
    return list(groups.values())


EXAMPLES = [
    ((["eat", "tan", "tea", "ate", "nat"],), [["eat", "tea", "ate"], ["tan", "nat"]]),
    (([],), []),
    ((["", ""],), [["", ""]]),
    ((["a", "aa"],), [["a"], ["aa"]]),
]


def inputs(random):
    for _ in range(150):
        yield (["".join(random.choices("abc", k=random.randint(0, 3))) for _ in range(random.randint(0, 10))],)


def oracle(words):
    groups = []
    for word in words:
        home = next(
            (g for g in groups if len(g[0]) == len(word) and all(g[0].count(c) == word.count(c) for c in word)), None
        )
        if home is None:
            groups.append([word])
        else:
            home.append(word)
    return groups
