"""A library extended on tasks: reference solutions as algorithms, for arms that declare it.

Nothing deployable: such an arm shows what a library reaches that was written after its author had seen the tasks,
beside the one that was frozen before. References are opened where every other answer is, and only for a spec that
names them; a candidate made of one of an evaluated case says so by its provenance, and the audit of provenance tells.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from checkable.generate.retrieve_wrap import Extension
from checkable.library.entry import GIVEN_AWAY, REFERENCES, Algorithm
from checkable.measure.answers import load_references
from checkable.substrate.contract import Substrate


class NoExtension(ValueError):
    """References that cannot be had as algorithms; the message says which."""


def references(substrate: Substrate, options: Any, extension: Extension, data: Path | None,
               root: Path) -> tuple[Algorithm, ...]:
    """The reference solutions of the cases that ``options`` name with the extension laid over them, as algorithms.

    A reference whose function cannot be called by position is left out. Raises NoExtension, DataUnavailable.
    """
    over = {name: value for name, value in asdict(extension).items() if value is not None}
    try:
        asked = replace(options, **over)
    except (TypeError, ValueError) as error:
        raise NoExtension(f"extended_with of substrate {substrate.name!r}: {error}") from None
    points = {case.id: case.entry_point for case in substrate.cases(asked, data).cases}
    known = load_references(substrate, asked, data, root)
    evaluated = {case.id for case in substrate.cases(options, data).cases}
    found = tuple(made for case, source in known.items() for made in _algorithm(
        case, points[case], source, GIVEN_AWAY if case in evaluated else REFERENCES))
    if not found:
        raise NoExtension(f"substrate {substrate.name!r} has no reference solutions of functions for these cases")
    return found


def _algorithm(case: str, entry_point: str | None, source: str, topic: str) -> Iterator[Algorithm]:
    """Under a name of its own: two tasks may ask for functions of one name, and the library has such names too."""
    function = next((node for node in reversed(_parsed(source).body)
                     if isinstance(node, ast.FunctionDef) and node.name == entry_point), None)
    if function is None or function.args.kwonlyargs or function.args.vararg or function.args.kwarg:
        return
    names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
    name = "reference_" + "".join(letter if letter.isalnum() else "_" for letter in case)
    signature = f"{name}({ast.unparse(function.args)})"
    called = f"\n\ndef {signature}:\n    return {entry_point}({', '.join(names)})\n"
    whole = source.strip("\n") + called
    yield Algorithm(
        name=name, topic=topic, file=f"references/{name}", signature=signature, summary="", prose="",
        use_when="", complexity="", origin=f"the reference solution of case {case}", source=whole, text=whole,
        examples=(), refused=(), has_oracle=False, properties=())


def _parsed(source: str) -> ast.Module:
    """Published code has escapes that Python warns of; that is nobody's business here."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(source)
    except SyntaxError:
        return ast.Module(body=[], type_ignores=[])
