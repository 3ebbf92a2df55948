def linear_feedback_bits(taps: list[int], state: list[int], count: int) -> list[int]:
    """Run a Fibonacci shift register: put out the last bit, shift in the exclusive or of the tapped places (from 1).

    Use when: pseudo-random bit sequences or scramblers are reproduced.
    Complexity: O(count * taps).
    Source: Golomb, Shift Register Sequences, 1967.
    """
    if not state or any(not 1 <= tap <= len(state) for tap in taps):
        raise ValueError("a state, and taps at its places, were expected")
    register, output = list(state), []
    for _ in range(count):
        output.append(register[-1])
        fresh = 0
        for tap in taps:
            fresh ^= register[tap - 1]
        register = [fresh, *register[:-1]]
    return output


EXAMPLES = [
    (([3, 4], [1, 0, 0, 0], 8), [0, 0, 0, 1, 0, 0, 1, 1]),
    (([], [1, 1], 3), [1, 1, 0]),
    (([1], [1], 3), [1, 1, 1]),
    (([1], [1, 0], 0), []),
]
REFUSED = [([5], [1, 0], 1), ([1], [], 1)]


def inputs(random):
    for _ in range(100):
        n = random.randint(1, 5)
        yield (
            random.sample(range(1, n + 1), random.randint(0, n)),
            [random.randint(0, 1) for _ in range(n)],
            random.randint(0, 20),
        )


def oracle(taps, state, count):
    # as a linear recurrence of the output
    sequence = state[::-1]
    while len(sequence) < count:
        sequence.append(sum(sequence[len(sequence) - t] for t in taps) % 2)
    return sequence[:count]
