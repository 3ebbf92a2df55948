def prime_factors(number: int) -> list[tuple[int, int]]:
    """Factor a positive integer into (prime, exponent) pairs, smallest prime first.

    Use when: divisors, totients or common multiples of numbers up to about 10^12 are needed.
    Complexity: O(sqrt(number)) divisions, a third of them by skipping multiples of 2 and 3.
    Source: trial division on a wheel of circumference 6.
    """
    if number < 1:
        raise ValueError(f"{number} is not a positive integer")
    found = []
    candidate = 2
    while candidate * candidate <= number:
        exponent = 0
        while number % candidate == 0:
            number //= candidate
            exponent += 1
        if exponent:
            found.append((candidate, exponent))
        candidate += 1 if candidate == 2 else 2 if candidate % 6 != 1 else 4
    if number > 1:
        found.append((number, 1))
    return found


EXAMPLES = [((360,), [(2, 3), (3, 2), (5, 1)]), ((1,), []), ((97,), [(97, 1)]), ((49,), [(7, 2)])]
REFUSED = [(0,), (-4,)]


def inputs(random):
    for _ in range(200):
        yield (random.choice([random.randint(1, 400), random.randint(1, 10**7)]),)


def property_multiplies_back(result, number):
    product = 1
    for prime, exponent in result:
        product *= prime**exponent
    return product == number


def property_factors_are_rising_primes(result, number):
    primes = [p for p, _ in result]
    return primes == sorted(set(primes)) and all(
        p > 1 and all(p % d for d in range(2, int(p**0.5) + 1)) for p in primes
    )
