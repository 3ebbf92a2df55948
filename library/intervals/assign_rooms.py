from heapq import heappop, heappush


def assign_rooms(meetings: list[tuple[int, int]]) -> list[int]:
    """Give each half-open meeting a room number so that none overlaps another in its room, with the fewest rooms.

    A freed room of the lowest number is used first, meetings by start, then as listed.
    Use when: rooms, tracks or machines are allotted.
    Complexity: O(n log n).
    Source: interval partitioning; Kleinberg and Tardos, 4.1.
    """
    rooms = [0] * len(meetings)
    busy: list[tuple[int, int]] = []  # (end, room)
    free: list[int] = []
    opened = 0
    for at in sorted(range(len(meetings)), key=lambda m: (meetings[m][0], m)):
        start, end = meetings[at]
        if start >= end:
            raise ValueError(f"meeting {meetings[at]} does not last")
        while busy and busy[0][0] <= start:
            heappush(free, heappop(busy)[1])
        if not free:
            heappush(free, opened)
            opened += 1
        rooms[at] = heappop(free)
        heappush(busy, (end, rooms[at]))
    return rooms


EXAMPLES = [
    (([(0, 30), (5, 10), (15, 20)],), [0, 1, 1]),
    (([],), []),
    (([(1, 2), (2, 3)],), [0, 0]),
    (([(1, 4), (1, 2), (2, 3)],), [0, 1, 1]),
]
REFUSED = [([(2, 2)],)]


def inputs(random):
    for _ in range(200):
        yield ([(a := random.randint(0, 12), a + random.randint(1, 6)) for _ in range(random.randint(0, 8))],)


def property_no_two_overlap_in_a_room(result, meetings):
    pairs = [(i, j) for j in range(len(meetings)) for i in range(j) if result[i] == result[j]]
    return all(meetings[i][1] <= meetings[j][0] or meetings[j][1] <= meetings[i][0] for i, j in pairs)


def property_uses_the_fewest_rooms(result, meetings):
    load = [sum(a <= x < b for a, b in meetings) for x in range(20)]
    return len(set(result)) == max(load) and set(result) == set(range(max(load)))
