from heapq import heappop, heappush


def skyline_outline(buildings: list[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """Return the outline of (left, right, height) buildings as (x, new height) wherever the height changes.

    Use when: the maximum of overlapping plateaus, such as loads or reservations, is drawn.
    Complexity: O(n log n).
    Source: a sweep with a heap of open buildings.
    """
    stops = sorted({x for left, right, _ in buildings for x in (left, right)})
    coming = sorted((left, right, height) for left, right, height in buildings if left < right and height > 0)
    outline: list[tuple[int, int]] = []
    standing: list[tuple[int, int]] = []  # (-height, right)
    at = 0
    for x in stops:
        while at < len(coming) and coming[at][0] <= x:
            heappush(standing, (-coming[at][2], coming[at][1]))
            at += 1
        while standing and standing[0][1] <= x:
            heappop(standing)
        height = -standing[0][0] if standing else 0
        if height != (outline[-1][1] if outline else 0):
            outline.append((x, height))
    return outline


EXAMPLES = [
    (([(2, 9, 10), (3, 7, 15), (5, 12, 12), (15, 20, 10)],), [(2, 10), (3, 15), (7, 12), (12, 0), (15, 10), (20, 0)]),
    (([],), []),
    (([(0, 1, 2), (1, 2, 2)],), [(0, 2), (2, 0)]),
]


def inputs(random):
    for _ in range(150):
        yield (
            [
                (a := random.randint(0, 9), a + random.randint(1, 5), random.randint(1, 6))
                for _ in range(random.randint(0, 6))
            ],
        )


def oracle(buildings):
    heights = [max((h for a, b, h in buildings if a <= x < b), default=0) for x in range(-1, 17)]
    return [(x, h) for x, (before, h) in enumerate(zip(heights, heights[1:], strict=False)) if h != before]
