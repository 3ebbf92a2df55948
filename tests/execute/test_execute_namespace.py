"""A program finds in scope what its namespace declares, and nothing else by name."""

from __future__ import annotations

import pytest

from checkable.core.candidate import Outcome
from checkable.core.execution import Namespace
from checkable.execute import NamespaceUnusable

RESTRICTED = Namespace(name="restricted", builtins="restricted", modules=("math",),
                       preload={"re": "re", "Counter": "collections:Counter", "chain": "itertools:chain.from_iterable"})
BENCHMARK_MODULES = (
    "array", "bisect", "cmath", "collections", "copy", "datetime", "decimal", "fractions", "functools", "hashlib",
    "heapq", "itertools", "json", "math", "operator", "os", "random", "re", "statistics", "string", "sys", "textwrap",
    "time", "typing", "unicodedata")


def test_preloaded_names_are_there_without_an_import(run):
    source = "def f(x): return [re.sub('a', 'b', x), Counter(x), list(chain([[1], [2]]))]"
    assert run(source, ["aa"], namespace=RESTRICTED)[0].value == ["bb", {"a": 2}, [1, 2]]


def test_listed_modules_can_be_imported(run):
    assert run("import math\nfrom math import floor\ndef f(x): return math.ceil(x) + floor(x)", [1.5],
               namespace=RESTRICTED)[0].value == 3


def test_other_imports_say_what_may_be_imported(run):
    [seen] = run("def f(x):\n    import os", namespace=RESTRICTED)
    assert seen.outcome is Outcome.EXCEPTION
    assert seen.error == "ImportError: os is not available to this program; modules it may import: math"


def test_ordinary_builtins_do_not_widen_the_imports(run):
    assert run("import socket\ndef f(x): return x")[0].error.startswith("ImportError: socket is not available")


@pytest.mark.parametrize("name", ["open", "eval", "exec", "compile", "input", "globals", "locals", "vars", "breakpoint",
                                  "help", "exit", "quit"])
def test_restricted_builtins_leave_out_what_reaches_outside(run, name):
    assert run(f"def f(x): return {name}", namespace=RESTRICTED)[0].error == f"NameError: name '{name}' is not defined"


def test_restricted_builtins_keep_the_language(run):
    source = ("class A:\n    @property\n    def p(self): return 1\n"
              "def f(x):\n    try: return [len(x), sorted(x), isinstance(x, list), A().p, sum(map(int, x))]\n"
              "    except (ValueError, KeyError): return None\n")
    assert run(source, [["2", "1"]], namespace=RESTRICTED)[0].value == [2, ["1", "2"], True, 1, 3]


def test_a_builtin_can_be_withheld(run):
    without = Namespace(name="without", withheld=("isinstance",))
    assert run("def f(x): return isinstance(x, int)", namespace=without)[0].error == (
        "NameError: name 'isinstance' is not defined")


def test_a_program_is_not_run_as_a_script(run):
    assert run("ran = __name__ == '__main__'\ndef f(x): return ran")[0].value is False


def test_modules_that_import_late_work(run):
    source = ("import datetime, decimal, statistics\n"
              "def f(x): return [datetime.datetime.strptime('2020-01-02', '%Y-%m-%d').day, 'é'.encode('cp1252'),"
              " '\\N{EN DASH}', statistics.mean([1, 3]), str(decimal.Decimal(1) / 3)[:5]]")
    namespace = Namespace(name="late", modules=BENCHMARK_MODULES)
    assert run(source, namespace=namespace)[0].value == [2, b"\xe9", "\u2013", 2, "0.333"]


def test_future_imports_and_dataclasses_work(run):
    source = ("from __future__ import annotations\nimport dataclasses\n@dataclasses.dataclass\nclass P:\n    x: int\n"
              "def f(x): return P(x).x")
    assert run(source, [4], namespace=Namespace(name="d", modules=("dataclasses",)))[0].value == 4


@pytest.mark.parametrize("module", BENCHMARK_MODULES)
def test_the_modules_that_benchmarks_use_can_be_imported(run, module):
    namespace = Namespace(name="benchmark", modules=BENCHMARK_MODULES)
    assert run(f"import {module}\ndef f(x): return {module}.__name__", namespace=namespace)[0].value == module


def test_the_hash_seed_fixes_the_order_of_sets(run):
    source = "def f(x): return list(set(x))"
    words = [[f"w{i}" for i in range(8)]]
    seen = {seed: run(source, words, namespace=Namespace(name="h", hash_seed=seed))[0].value for seed in (0, 1, 2)}
    again = {seed: run(source, words, namespace=Namespace(name="h", hash_seed=seed))[0].value for seed in (0, 1, 2)}
    assert seen == again
    assert len({tuple(v) for v in seen.values()}) == 3


@pytest.mark.parametrize(("namespace", "message"), [
    (Namespace(name="n", modules=("maths",)), "'maths'; the nearest is 'math'"),
    (Namespace(name="n", modules=("numpy",)), "no module of the standard library is named 'numpy'"),
    (Namespace(name="n", preload={"C": "colections:Counter"}), "the nearest is 'collections'"),
    (Namespace(name="n", preload={"C": "collections:Conter"}), "'collections:Conter' does not exist"),
    (Namespace(name="n", modules=("os.pathh",)), "module 'os.pathh' cannot be imported"),
    (Namespace(name="n", withheld=("isinstanc",)), "the nearest is 'isinstance'"),
    (Namespace(name="n", hash_seed=-1), "hash_seed is -1"),
    (Namespace(name="n", builtins="strict"), "ordinary or restricted"),
])
def test_a_namespace_that_names_what_does_not_exist_is_refused(run, namespace, message):
    with pytest.raises(NamespaceUnusable, match=message):
        run("def f(x): return x", namespace=namespace)


@pytest.mark.parametrize(("module", "expression", "value"), [
    ("collections", "collections.Counter('aab').most_common(1)", [("a", 2)]),
    ("fractions", "str(fractions.Fraction.from_decimal(__import__('decimal').Decimal('0.5')))", "1/2"),
    ("functools", "functools.singledispatch(lambda a: 'any')(1)", "any")])
def test_what_the_library_imports_only_when_it_is_called_is_there(run, module, expression, value):
    namespace = Namespace(name=module, modules=(module, "decimal") if module == "fractions" else (module,))
    assert run(f"import {module}\ndef f(x): return {expression}", namespace=namespace)[0].value == value
