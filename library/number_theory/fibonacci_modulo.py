def fibonacci_modulo(index: int, modulus: int) -> int:
    """Compute the Fibonacci number F(index) modulo modulus, with F(0) = 0 and F(1) = 1.

    Use when: far members of the sequence are needed, up to indices of thousands of digits.
    Complexity: O(log index) multiplications.
    Source: fast doubling, F(2k) = F(k) (2 F(k+1) - F(k)).
    """
    if index < 0 or modulus < 1:
        raise ValueError("a non-negative index and a positive modulus were expected")
    low, high = 0, 1
    for bit in bin(index)[2:]:
        low, high = low * (2 * high - low) % modulus, (low * low + high * high) % modulus
        if bit == "1":
            low, high = high, (low + high) % modulus
    return low % modulus


EXAMPLES = [((10, 1000), 55), ((0, 7), 0), ((1, 1), 0), ((1000, 1000000000), 849228875)]
REFUSED = [(-1, 5), (5, 0)]


def inputs(random):
    for _ in range(200):
        yield random.randint(0, 300), random.randint(1, 1000)


def oracle(index, modulus):
    a, b = 0, 1
    for _ in range(index):
        a, b = b, a + b
    return a % modulus
