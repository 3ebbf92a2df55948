from heapq import heapify, heappop, heappush


def huffman_code(frequencies: dict[str, int]) -> dict[str, str]:
    """Give each symbol a binary word, none a prefix of another, with the least total length for the frequencies.

    A single symbol gets "0". Ties are broken by the alphabet, so that the code is always the same.
    Use when: symbols of known frequency are compressed.
    Complexity: O(n log n).
    Source: Huffman 1952 (doi:10.1109/JRPROC.1952.273898).
    """
    if any(count < 0 for count in frequencies.values()):
        raise ValueError("a frequency is negative")
    heap = [(count, symbol, {symbol: ""}) for symbol, count in frequencies.items()]
    heapify(heap)
    if len(heap) == 1:
        return {heap[0][1]: "0"}
    while len(heap) > 1:
        light, heavy = heappop(heap), heappop(heap)
        merged = {s: "0" + word for s, word in light[2].items()} | {s: "1" + word for s, word in heavy[2].items()}
        heappush(heap, (light[0] + heavy[0], min(light[1], heavy[1]), merged))
    return dict(sorted(heap[0][2].items())) if heap else {}


EXAMPLES = [
    (({"a": 5, "b": 1, "c": 2},), {"a": "1", "b": "00", "c": "01"}),
    (({},), {}),
    (({"x": 9},), {"x": "0"}),
    (({"p": 1, "q": 1},), {"p": "0", "q": "1"}),
]
REFUSED = [({"a": -1},)]


def inputs(random):
    for _ in range(100):
        yield ({c: random.randint(0, 12) for c in random.sample("abcdef", random.randint(0, 5))},)


def property_no_word_begins_another(result, frequencies):
    words = list(result.values())
    return set(result) == set(frequencies) and not any(
        i != j and b.startswith(a) for i, a in enumerate(words) for j, b in enumerate(words)
    )


def property_total_length_is_the_least(result, frequencies):
    def least(counts):
        if len(counts) < 2:
            return 0
        pairs = [(i, j) for j in range(len(counts)) for i in range(j)]
        return min(
            counts[i]
            + counts[j]
            + least([c for k, c in enumerate(counts) if k not in (i, j)] + [counts[i] + counts[j]])
            for i, j in pairs
        )

    if len(frequencies) == 1:
        return list(result.values()) == ["0"]
    return sum(frequencies[s] * len(w) for s, w in result.items()) == least(list(frequencies.values()))
