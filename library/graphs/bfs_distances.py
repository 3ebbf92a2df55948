from collections import deque


def bfs_distances(neighbours: dict[str, list[str]], start: str) -> dict[str, int]:
    """Count the fewest edges from start to every node that it reaches.

    Use when: all steps cost the same, as in social, link or word graphs.
    Complexity: O(nodes + edges).
    Source: breadth-first search, Moore 1959.
    """
    distance = {start: 0}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for other in neighbours.get(node, []):
            if other not in distance:
                distance[other] = distance[node] + 1
                queue.append(other)
    return distance


EXAMPLES = [
    (({"a": ["b", "c"], "b": ["d"], "c": ["d"]}, "a"), {"a": 0, "b": 1, "c": 1, "d": 2}),
    (({}, "x"), {"x": 0}),
    (({"a": ["a"], "b": ["a"]}, "a"), {"a": 0}),
]


def inputs(random):
    for _ in range(120):
        names = "abcdef"[: random.randint(1, 6)]
        yield {n: random.choices(names, k=random.randint(0, 2)) for n in names}, names[0]


def oracle(neighbours, start):
    distance = {start: 0}
    for _ in range(10):
        for node, others in neighbours.items():
            for other in others:
                if node in distance and distance[node] + 1 < distance.get(other, 99):
                    distance[other] = distance[node] + 1
    return distance
