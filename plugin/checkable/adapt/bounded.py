"""A source whose loops and calls count their steps, so that a call that runs on does not end all that share its child.

Every pass of a loop or comprehension and every call of a function is a step; too many raise an exception. What one
operation does (``10 ** 10 ** 8``) is not counted: the sandbox's limits hold it.
"""

from __future__ import annotations

import ast

STEPS = 50_000  # of one call: some ten milliseconds, far above what a visible example takes
COUNTING = f'''
class _TooManySteps(Exception):
    pass


_steps = [0]


def _step():
    _steps[0] += 1
    if _steps[0] > {STEPS}:
        raise _TooManySteps


def _stepping(values):
    for value in values:
        _step()
        yield value
'''


def counted(tree: ast.Module) -> ast.Module:
    """The tree, changed in place, which calls the functions of ``COUNTING``."""
    return ast.fix_missing_locations(_Counting().visit(tree))


class _Counting(ast.NodeTransformer):
    def _stepped(self, node: ast.For | ast.While | ast.FunctionDef) -> ast.AST:
        self.generic_visit(node)
        node.body = [ast.parse("_step()").body[0], *node.body]
        return node

    visit_For = visit_While = visit_FunctionDef = _stepped

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        self.generic_visit(node)
        node.iter = ast.Call(ast.Name("_stepping", ast.Load()), [node.iter], [])
        return node
