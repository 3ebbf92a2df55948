def h_index(citations: list[int]) -> int:
    """Return the largest h such that at least h papers have at least h citations each.

    Use when: balanced measures of how many and how much, as in bibliometrics, are computed.
    Complexity: O(n) with counts cut off at n.
    Source: Hirsch 2005 (doi:10.1073/pnas.0507655102).
    """
    size = len(citations)
    papers = [0] * (size + 1)
    for count in citations:
        if count < 0:
            raise ValueError(f"{count} citations")
        papers[min(count, size)] += 1
    enough = 0
    for h in range(size, 0, -1):
        enough += papers[h]
        if enough >= h:
            return h
    return 0


EXAMPLES = [(([3, 0, 6, 1, 5],), 3), (([],), 0), (([0, 0],), 0), (([10],), 1), (([4, 4, 4, 4],), 4)]
REFUSED = [([1, -1],)]


def inputs(random):
    for _ in range(200):
        yield ([random.randint(0, 9) for _ in range(random.randint(0, 9))],)


def oracle(citations):
    return max(h for h in range(len(citations) + 1) if sum(c >= h for c in citations) >= h)
