"""Would the library's verification notice a wrong algorithm? Faults are planted, one a copy, and counted.

A fault is one changed comparison, operator, whole number or condition in an algorithm's source. What is
not noticed may also be a fault that changes nothing (a bound that is never met), so the share is a lower bound.

    python benchmarks/library_mutants.py [FAULTS_PER_ALGORITHM] [--show]
"""

from __future__ import annotations

import ast
import copy
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from checkable.core.execution import Limits
from checkable.execute import Sandbox
from checkable.library import Algorithm, load, verify, verifying

_ROOT = Path(__file__).resolve().parents[1] / "library"
_SWAPS = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult, ast.Mod: ast.FloorDiv,
    ast.And: ast.Or, ast.Or: ast.And, ast.In: ast.NotIn, ast.NotIn: ast.In,
}


def faulty(algorithm: Algorithm, count: int, random: Random) -> Iterator[Algorithm]:
    """Copies of an algorithm with one fault each, at most ``count``, drawn at random."""
    tree = ast.parse(algorithm.source)
    places = [i for i, node in enumerate(ast.walk(tree)) if _breakable(node)]
    below = algorithm.text[algorithm.text.index("\nEXAMPLES"):]
    imports = [line for line in algorithm.text.splitlines() if line.startswith(("import ", "from "))]
    for place in random.sample(places, min(count, len(places))):
        broken = copy.deepcopy(tree)
        _break(list(ast.walk(broken))[place])
        source = ast.unparse(broken)
        yield replace(algorithm, source=source, text="\n".join([*imports, source, below]))


def _breakable(node: ast.AST) -> bool:
    match node:
        case ast.Constant(value=int()):
            return not isinstance(node.value, bool)
        case ast.Compare(ops=[operator]):
            return type(operator) in _SWAPS
        case ast.BinOp(op=operator) | ast.AugAssign(op=operator) | ast.BoolOp(op=operator):
            return type(operator) in _SWAPS
    return False


def _break(node: ast.AST) -> None:
    if isinstance(node, ast.Constant):
        node.value += 1
    elif isinstance(node, ast.Compare):
        node.ops = [_SWAPS[type(node.ops[0])]()]
    elif isinstance(node, ast.BinOp | ast.AugAssign | ast.BoolOp):
        node.op = _SWAPS[type(node.op)]()


def main() -> None:
    count = next((int(word) for word in sys.argv[1:] if word.isdigit()), 1)
    verifying.LIMITS = Limits(cpu_seconds=0.5, wall_seconds=10.0, memory_mb=256)
    verifying.SEEDS = (0,)
    random = Random(0)
    copies = [fault for algorithm in load(_ROOT) for fault in faulty(algorithm, count, random)]
    with Sandbox(workers=2) as sandbox:
        verdicts = list(verify(copies, sandbox, workers=2))
    missed = [verdict.algorithm for verdict in verdicts if verdict.holds]
    algorithms = {copy.name for copy in copies}
    noticed_nothing = algorithms - {v.algorithm.name for v in verdicts if not v.holds}
    print(f"{len(copies):,} faults in {len(algorithms)} algorithms: {len(copies) - len(missed):,} noticed "
          f"({1 - len(missed) / len(copies):.1%}); no fault noticed in {len(noticed_nothing)} algorithms")
    print("none noticed in:", ", ".join(sorted(noticed_nothing)) or "–")
    if "--show" in sys.argv:
        for algorithm in missed:
            print(f"--- {algorithm.file}\n{algorithm.source}")


if __name__ == "__main__":
    main()
