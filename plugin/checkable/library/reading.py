"""Files of the library to ``Algorithm``: strict, and without running anything.

Promises that what it accepts has every part that library/README.md asks for, and that what it refuses
is named by file and line with what was expected.
"""

from __future__ import annotations

import ast
from pathlib import Path

from checkable.core.case import Json
from checkable.library.docstring import Sections, sections
from checkable.library.entry import Algorithm, LibraryError
from checkable.library.imports import complaints as import_complaints
from checkable.library.imports import needed as needed_imports

_LEAST_EXAMPLES = 3
_VERIFYING = ("EXAMPLES", "REFUSED", "inputs", "oracle")
_PROPERTY = "property_"


def load(root: Path) -> list[Algorithm]:
    """All algorithms below ``root``, by topic and name. Raises LibraryError, which names every file that is wrong."""
    found: dict[str, Algorithm] = {}
    complaints = []
    for path in sorted(root.glob("*/*.py")):
        try:
            algorithm = read(path)
        except LibraryError as error:
            complaints.append(str(error))
            continue
        if other := found.get(algorithm.name):
            complaints.append(f"{path}:1: the name is taken by {other.file}; every algorithm has a name of its own")
        found[algorithm.name] = algorithm
    if complaints:
        raise LibraryError("\n".join(complaints))
    return sorted(found.values(), key=lambda a: a.file)


def read(path: Path) -> Algorithm:
    """The algorithm in one file, whose folder is its topic. Raises LibraryError."""
    text = path.read_text(encoding="utf-8")
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        raise LibraryError(f"{path}:{error.lineno}: this is not Python: {error.msg}") from None
    return _Reader(path, text, tree).algorithm()


class _Reader:
    """One file being read: its text, its top-level statements, and complaints that name both."""

    def __init__(self, path: Path, text: str, tree: ast.Module) -> None:
        self._path, self._text, self._tree = path, text, tree
        self._named = {name: node for node in tree.body for name in _binds(node)}

    def algorithm(self) -> Algorithm:
        self._check_imports()
        above, below = self._parts()
        function = self._function(above)
        self._check_below(below)
        properties = tuple(n for n in self._named if n.startswith(_PROPERTY))
        self._check_trials(properties)
        said = self._sections(function)
        return Algorithm(
            name=function.name, topic=self._path.parent.name, file=f"{self._path.parent.name}/{self._path.name}",
            signature=_signature(function), summary=said.summary, prose=said.prose, use_when=said.use_when,
            complexity=said.complexity, origin=said.origin, source=self._source(above), text=self._text,
            examples=self._examples(), refused=self._refused(), has_oracle="oracle" in self._named,
            properties=properties)

    def _fail(self, node: ast.AST | None, complaint: str) -> LibraryError:
        return LibraryError(f"{self._path}:{getattr(node, 'lineno', 1)}: {complaint}")

    def _check_imports(self) -> None:
        for node, complaint in import_complaints(self._tree):
            raise self._fail(node, complaint)

    def _parts(self) -> tuple[list[ast.stmt], list[ast.stmt]]:
        """The statements above EXAMPLES without imports, and those from there on."""
        if "EXAMPLES" not in self._named:
            raise self._fail(None, "there is no EXAMPLES; a list of (arguments, returned) was expected")
        body = [n for n in self._tree.body if not isinstance(n, ast.Import | ast.ImportFrom)]
        at = body.index(self._named["EXAMPLES"])
        return body[:at], body[at:]

    def _function(self, above: list[ast.stmt]) -> ast.FunctionDef:
        """The public function; everything else above EXAMPLES must be private and used."""
        for node in above:
            names = _binds(node)
            if not names:
                raise self._fail(node, "only imports, definitions and assignments were expected above EXAMPLES")
            for name in names:
                self._check_above(node, name)
        function = self._named.get(self._path.stem)
        if not isinstance(function, ast.FunctionDef) or function not in above:
            raise self._fail(None, f"no function {self._path.stem!r}: one named as the file was expected, "
                                   f"above EXAMPLES")
        arguments = function.args
        if arguments.vararg or arguments.kwarg or arguments.kwonlyargs:
            raise self._fail(function, "arguments are given by position: no *, *args or **kwargs was expected")
        for argument in (*arguments.posonlyargs, *arguments.args):
            if argument.annotation is None:
                raise self._fail(argument, f"argument {argument.arg!r} has no type")
        if function.returns is None:
            raise self._fail(function, "the type of what is returned is missing")
        return function

    def _check_above(self, node: ast.stmt, name: str) -> None:
        if name == self._path.stem:
            return
        if not name.startswith("_"):
            raise self._fail(node, f"{name!r} stands beside {self._path.stem!r}: one public function was expected, "
                                   f"helpers begin with an underscore")
        if not any(isinstance(n, ast.Name) and n.id == name and isinstance(n.ctx, ast.Load)
                   for n in ast.walk(self._tree)):
            raise self._fail(node, f"{name!r} is never used")

    def _check_below(self, below: list[ast.stmt]) -> None:
        for node in below:
            for name in _binds(node) or [""]:
                if not (name in _VERIFYING or name.startswith((_PROPERTY, "_"))):
                    known = ", ".join(_VERIFYING)
                    raise self._fail(node, f"{name or 'this statement'!r} below EXAMPLES: {known}, {_PROPERTY}… or a "
                                           f"helper that begins with an underscore was expected")

    def _check_trials(self, properties: tuple[str, ...]) -> None:
        if not properties and "oracle" not in self._named:
            raise self._fail(None, f"no oracle(arguments) and no {_PROPERTY}…(result, arguments): one was expected")
        if not isinstance(self._named.get("inputs"), ast.FunctionDef):
            raise self._fail(None, "no inputs(random): a function that yields tuples of arguments was expected")

    def _sections(self, function: ast.FunctionDef) -> Sections:
        try:
            return sections(ast.get_docstring(function) or "")
        except ValueError as error:
            raise self._fail(function, f"docstring of {function.name}: {error}") from None

    def _source(self, above: list[ast.stmt]) -> str:
        lines = self._text.splitlines()
        first = min(_first_line(node) for node in above)
        last = above[-1].end_lineno or 0
        while first > 1 and lines[first - 2].startswith("#"):  # a comment above a definition belongs to it
            first -= 1
        needed = needed_imports(self._tree, above)
        head = "\n".join(needed) + ("\n\n\n" if needed else "")
        return head + "\n".join(lines[first - 1:last]) + "\n"

    def _examples(self) -> tuple[tuple[tuple[Json, ...], Json], ...]:
        node, value = self._literal("EXAMPLES")
        if not isinstance(value, list) or len(value) < _LEAST_EXAMPLES:
            raise self._fail(node, f"EXAMPLES: a list of at least {_LEAST_EXAMPLES} was expected")
        for pair in value:
            if not (isinstance(pair, tuple) and len(pair) == 2 and isinstance(pair[0], tuple)):
                raise self._fail(node, f"EXAMPLES: ((arguments, …), returned) was expected, not {pair!r}")
        return tuple(value)

    def _refused(self) -> tuple[tuple[Json, ...], ...]:
        if "REFUSED" not in self._named:
            return ()
        node, value = self._literal("REFUSED")
        if not (isinstance(value, list) and value and all(isinstance(item, tuple) for item in value)):
            raise self._fail(node, "REFUSED: a list of tuples of arguments was expected")
        return tuple(value)

    def _literal(self, name: str) -> tuple[ast.stmt, Json]:
        node = self._named[name]
        try:
            assert isinstance(node, ast.Assign)
            return node, ast.literal_eval(node.value)
        except (AssertionError, ValueError, TypeError):
            raise self._fail(node, f"{name} is not plain data: literals alone were expected") from None


def _binds(node: ast.stmt) -> list[str]:
    """The names that a top-level definition or assignment gives."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [n.id for target in targets for n in ast.walk(target) if isinstance(n, ast.Name)]


def _first_line(node: ast.stmt) -> int:
    decorators = getattr(node, "decorator_list", [])
    return min([node.lineno, *[d.lineno for d in decorators]])


def _signature(function: ast.FunctionDef) -> str:
    assert function.returns is not None
    return f"{function.name}({ast.unparse(function.args)}) -> {ast.unparse(function.returns)}"
