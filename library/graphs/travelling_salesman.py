def travelling_salesman(distances: list[list[int]]) -> tuple[int, list[int]]:
    """Find a shortest round trip from city 0 through all others: (length, order of cities). Up to about 15 cities.

    Use when: small tours must be optimal; distances may be asymmetric.
    Complexity: O(2^n n^2) time, O(2^n n) memory.
    Source: Held and Karp 1962 (doi:10.1137/0110015).
    """
    size = len(distances)
    if size == 0:
        raise ValueError("there is no city")
    best = {(1, 0): (0, -1)}  # (set of visited cities, last one): (length, the one before)
    for visited in range(1, 1 << size, 2):
        for last in range(size):
            if (visited, last) not in best:
                continue
            length = best[visited, last][0]
            for city in range(1, size):
                if not visited >> city & 1:
                    key = (visited | 1 << city, city)
                    best[key] = min(best.get(key, (float("inf"), -1)), (length + distances[last][city], last))
    everything = (1 << size) - 1
    ends = [last for last in range(size) if (everything, last) in best]
    last = min(ends, key=lambda city: best[everything, city][0] + (distances[city][0] if size > 1 else 0))
    total = best[everything, last][0] + (distances[last][0] if size > 1 else 0)
    tour, visited = [], everything
    while last >= 0:
        tour.append(last)
        before = best[visited, last][1]
        visited, last = visited ^ 1 << last, before
    return total, tour[::-1]


EXAMPLES = [
    (([[0, 10, 15, 20], [10, 0, 35, 25], [15, 35, 0, 30], [20, 25, 30, 0]],), (80, [0, 2, 3, 1])),
    (([[0]],), (0, [0])),
    (([[0, 1], [2, 0]],), (3, [0, 1])),
]
REFUSED = [([],)]


def inputs(random):
    for _ in range(40):
        n = random.randint(1, 5)
        yield ([[0 if i == j else random.randint(1, 20) for j in range(n)] for i in range(n)],)


def property_is_a_tour_of_that_length(result, distances):
    total, tour = result
    n = len(distances)
    length = sum(distances[a][b] for a, b in zip(tour, tour[1:] + tour[:1], strict=True)) if n > 1 else 0
    return tour[0] == 0 and sorted(tour) == list(range(n)) and total == length


def property_none_is_shorter(result, distances):
    def rest(at, left):
        return min((distances[at][c] + rest(c, left - {c}) for c in left), default=distances[at][0])

    return result[0] == rest(0, frozenset(range(1, len(distances))))
