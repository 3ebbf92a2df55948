from collections import deque


def multi_pattern_search(text: str, patterns: list[str]) -> list[tuple[int, str]]:
    """List (position, pattern) for every occurrence of any pattern in text, by position, shorter patterns first.

    Use when: a text is scanned once for many words, such as filters, tags or motifs.
    Complexity: O(len(text) + total length of patterns + occurrences).
    Source: Aho and Corasick 1975 (doi:10.1145/360825.360855).
    """
    if "" in patterns:
        raise ValueError("a pattern is empty")
    children: list[dict[str, int]] = [{}]
    ends: list[list[str]] = [[]]
    for pattern in dict.fromkeys(patterns):
        node = 0
        for character in pattern:
            if character not in children[node]:
                children[node][character] = len(children)
                children.append({})
                ends.append([])
            node = children[node][character]
        ends[node].append(pattern)
    failure = _failure_links(children, ends)
    found, node = [], 0
    for position, character in enumerate(text):
        while node and character not in children[node]:
            node = failure[node]
        node = children[node].get(character, 0)
        found += [(position - len(p) + 1, p) for p in ends[node]]
    return sorted(found, key=lambda hit: (hit[0], len(hit[1])))


def _failure_links(children: list[dict[str, int]], ends: list[list[str]]) -> list[int]:
    """The longest proper suffix of each node that is a node too; its patterns end there as well."""
    failure = [0] * len(children)
    queue = deque(children[0].values())
    while queue:
        node = queue.popleft()
        for character, child in children[node].items():
            queue.append(child)
            state = failure[node]
            while state and character not in children[state]:
                state = failure[state]
            failure[child] = children[state].get(character, 0)
            ends[child] += ends[failure[child]]
    return failure


EXAMPLES = [
    (("ushers", ["he", "she", "hers", "his"]), [(1, "she"), (2, "he"), (2, "hers")]),
    (("aaa", ["a", "aa"]), [(0, "a"), (0, "aa"), (1, "a"), (1, "aa"), (2, "a")]),
    (("abc", []), []),
    (("", ["x"]), []),
]
REFUSED = [("abc", ["a", ""])]


def inputs(random):
    for _ in range(200):
        words = ["".join(random.choices("abc", k=random.randint(1, 4))) for _ in range(random.randint(0, 6))]
        yield "".join(random.choices("abc", k=random.randint(0, 25))), words


def oracle(text, patterns):
    hits = {(i, p) for p in patterns for i in range(len(text)) if text.startswith(p, i)}
    return sorted(hits, key=lambda hit: (hit[0], len(hit[1])))
