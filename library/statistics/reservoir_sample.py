from collections import Counter
from random import Random


def reservoir_sample(items: list[int], size: int, seed: int) -> list[int]:
    """Draw a uniform sample without replacement from a stream of unknown length, in one pass; the same for a seed.

    All items, in order, if there are no more than size.
    Use when: a fixed-size sample of a long log or file is kept.
    Complexity: O(n).
    Source: Vitter 1985 (doi:10.1145/3147.3165), algorithm R.
    """
    if size < 0:
        raise ValueError(f"size {size} is negative")
    random = Random(seed)
    sample: list[int] = []
    for seen, item in enumerate(items, 1):
        if len(sample) < size:
            sample.append(item)
        elif (place := random.randrange(seen)) < size:
            sample[place] = item
    return sample


EXAMPLES = [(([1, 2, 3], 5, 0), [1, 2, 3]), (([], 2, 1), []), (([7, 7, 7, 7], 2, 3), [7, 7]), (([1, 2], 0, 4), [])]
REFUSED = [([1], -1, 0)]


def inputs(random):
    for _ in range(40):
        yield list(range(random.randint(0, 6))), random.randint(0, 4), random.randint(0, 10**6)


def property_is_a_sample_without_replacement(result, items, size, seed):
    return len(result) == min(size, len(items)) and len(set(result)) == len(result) and set(result) <= set(items)


def property_every_item_is_equally_likely(result, items, size, seed):
    if not 0 < size < len(items):
        return True
    runs = 400
    counts = Counter(x for s in range(seed, seed + runs) for x in reservoir_sample(items, size, s))
    chance = size / len(items)
    return all(abs(counts[x] - runs * chance) < 6 * (runs * chance * (1 - chance)) ** 0.5 for x in items)
