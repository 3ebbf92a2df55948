"""A file of the library is read strictly: what is missing or too much is named with its line."""

import pytest
from library_samples import GOOD, put, spoiled

from checkable.library import LibraryError, load, read


def test_every_part_of_a_file_is_found(tmp_path):
    algorithm = read(put(tmp_path, GOOD))
    assert (algorithm.name, algorithm.topic, algorithm.file) == ("common_factor", "numbers", "numbers/common_factor.py")
    assert algorithm.signature == "common_factor(a: int, b: int) -> int"
    assert algorithm.summary == "Return the largest number that divides two positive integers."
    assert (algorithm.use_when, algorithm.origin) == ("fractions are reduced.", "Euclid.")
    assert algorithm.examples == (((12, 18), 6), ((7, 5), 1), ((4, 4), 4))
    assert algorithm.refused == ((0, 1),)
    assert algorithm.has_oracle and algorithm.properties == ("property_divides_both",)


def test_the_source_stands_alone_and_shows_nothing_that_verifies_it(tmp_path):
    source = read(put(tmp_path, GOOD)).source
    scope = {}
    exec(source, scope)
    assert scope["common_factor"](12, 18) == 6
    for word in ("EXAMPLES", "oracle", "inputs", "gcd"):  # gcd is imported for the oracle alone
        assert word not in source


def test_the_embedded_text_says_what_when_and_how_to_call_it(tmp_path):
    algorithm = read(put(tmp_path, GOOD))
    for part in ("common factor", algorithm.signature, algorithm.summary, algorithm.use_when):
        assert part in algorithm.embedded


@pytest.mark.parametrize(("old", "new", "line", "said"), [
    ("from math import gcd", "import socket", 1, "'socket' may not be imported"),
    ("from math import gcd", "from maths import gcd", 1, "the nearest is 'math'"),
    ("    if a < 1 or", "    import math\n    if a < 1 or", 11, "import inside a function"),
    ("(a: int, b: int) -> int:", "(a, b: int) -> int:", 4, "argument 'a' has no type"),
    ("(a: int, b: int) -> int:", "(a: int, b: int):", 4, "type of what is returned"),
    ("(a: int, b: int) -> int:", "(a: int, *, b: int) -> int:", 4, "by position"),
    ("def common_factor", "def shared_factor", 4, "stands beside 'common_factor'"),
    ("    Complexity: O(log min(a, b)).\n", "", 4, "'Complexity:'"),
    ("Use when: fractions are reduced.", "Use when:", 4, "'Use when:'"),
    ("positive integers.\n", "positive integers\n", 4, "a sentence"),
    ("EXAMPLES = [((12, 18), 6), ((7, 5), 1), ((4, 4), 4)]", "EXAMPLES = [((12, 18), 6)]", 22, "at least 3"),
    ("((12, 18), 6)", "(12, 6)", 22, "((arguments, …), returned)"),
    ("((12, 18), 6)", "((12, 18), gcd(12, 18))", 22, "plain data"),
    ("REFUSED = [(0, 1)]", "REFUSED = []", 23, "REFUSED"),
    ("def _step", "def step", 18, "helpers begin with an underscore"),
    ("EXAMPLES = [", "_UNUSED = 3\n\nEXAMPLES = [", 22, "'_UNUSED' is never used"),
    ("EXAMPLES = [", "print(3)\n\nEXAMPLES = [", 22, "definitions and assignments"),
    ("def inputs(random)", "def cases(random)", 26, "'cases' below EXAMPLES"),
    ("while b:", "while b", 13, "not Python"),
])
def test_what_is_wrong_is_named_with_its_line(tmp_path, old, new, line, said):
    path = put(tmp_path, spoiled(old, new))
    with pytest.raises(LibraryError) as error:
        read(path)
    assert str(error.value).startswith(f"{path}:{line}: ")
    assert said in str(error.value)


def test_an_algorithm_without_oracle_or_property_is_refused(tmp_path):
    with pytest.raises(LibraryError, match="no oracle"):
        read(put(tmp_path, GOOD[:GOOD.index("def oracle")].replace("from math import gcd\n\n\n", "")))


def test_loading_names_every_file_that_is_wrong(tmp_path):
    put(tmp_path, "x = (", "first")
    put(tmp_path, GOOD, "second")
    put(tmp_path, GOOD)
    with pytest.raises(LibraryError) as error:
        load(tmp_path)
    assert [line.split("/")[-1].split(".")[0] for line in str(error.value).splitlines()] == ["first", "second"]


def test_a_name_is_taken_once(tmp_path):
    put(tmp_path, GOOD, topic="one")
    put(tmp_path, GOOD, topic="two")
    with pytest.raises(LibraryError, match=r"two/common_factor.py:1: the name is taken by one/common_factor.py"):
        load(tmp_path)
