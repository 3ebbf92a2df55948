def alternate_signs(values: list[int]) -> list[int]:
    """Rearrange so that negative and non-negative numbers alternate, each kind in its order, what is left last.

    The kind of the first member begins.
    Use when: two kinds of entries are interleaved fairly and stably.
    Complexity: O(n).
    Source: stable partition, then interleaving.
    """
    first_kind = [v for v in values if (v < 0) == (values[0] < 0)]
    other_kind = [v for v in values if (v < 0) != (values[0] < 0)]
    both = min(len(first_kind), len(other_kind))
    merged = [v for pair in zip(first_kind, other_kind, strict=False) for v in pair]
    return merged + first_kind[both:] + other_kind[both:]


EXAMPLES = [(([1, 2, -3, -4, 5],), [1, -3, 2, -4, 5]), (([-1, -2, 3],), [-1, 3, -2]), (([],), []), (([4, 5],), [4, 5])]


def inputs(random):
    for _ in range(150):
        yield ([random.randint(-5, 5) for _ in range(random.randint(0, 9))],)


def property_keeps_the_members_and_the_order_of_each_kind(result, values):
    kinds = [[v for v in seq if (v < 0) is sign] for seq in (result, values) for sign in (True, False)]
    return kinds[:2] == kinds[2:]


def property_alternates_as_long_as_both_last(result, values):
    both = min(sum(v < 0 for v in values), sum(v >= 0 for v in values))
    head = result[: 2 * both]
    return result[:1] == values[:1] and all((a < 0) != (b < 0) for a, b in zip(head, head[1:], strict=False))
