def repeating_decimal(numerator: int, denominator: int) -> str:
    """Write a fraction as an exact decimal with its repeating digits in parentheses: 1/6 is "0.1(6)".

    Use when: a ratio must be shown without rounding.
    Complexity: O(denominator) steps, the longest possible period.
    Source: long division; a remainder that returns starts the period.
    """
    if denominator == 0:
        raise ValueError("the denominator is zero")
    sign = "-" if numerator * denominator < 0 else ""
    denominator = abs(denominator)
    whole, rest = divmod(abs(numerator), denominator)
    digits: list[str] = []
    seen: dict[int, int] = {}
    while rest and rest not in seen:
        seen[rest] = len(digits)
        digit, rest = divmod(rest * 10, denominator)
        digits.append(str(digit))
    if rest:
        digits.insert(seen[rest], "(")
        digits.append(")")
    return f"{sign}{whole}" + (f".{''.join(digits)}" if digits else "")


EXAMPLES = [((1, 6), "0.1(6)"), ((4, 2), "2"), ((-1, 7), "-0.(142857)"), ((3, -8), "-0.375"), ((0, -5), "0")]
REFUSED = [(1, 0)]


def inputs(random):
    for _ in range(200):
        yield random.randint(-60, 60), random.choice([-1, 1]) * random.randint(1, 60)


def property_means_the_fraction(result, numerator, denominator):
    whole, _, rest = result.lstrip("-").partition(".")
    fixed, _, period = rest.rstrip(")").partition("(")
    top, bottom = int(whole + fixed), 10 ** len(fixed)
    if period:
        nines = 10 ** len(period) - 1
        top, bottom = top * nines + int(period), bottom * nines
    sign = -1 if result.startswith("-") else 1
    return sign * top * denominator == numerator * bottom
