"""Runs assert-style tests in a child of its own, with stubs in place of the program's functions.

``record`` hands calls on to the reference and keeps their arguments; ``replay`` hands out what a program returned. It
holds expected values, and so never shares a process with a program: what a program's child has of this is the
code. Tests find in scope what programs of their namespace find.
"""

from __future__ import annotations

import ast
import builtins
import copy
import random
import sys
from collections.abc import Callable, Iterator
from typing import Any

from .scope import PROGRAM_MODULE

_SEED = 0  # before each test, so that what one test draws does not depend on the others
_EXCEPTIONS = {name: value for name, value in vars(builtins).items()
               if isinstance(value, type) and issubclass(value, BaseException)}


class Lost:
    """Stands in an argument for what the program left there that is no plain data: equal to nothing."""

    def __eq__(self, other: object) -> bool:
        return False

    def __hash__(self) -> int:
        return 0


class Ended(BaseException):
    """A call that did not return: no test can catch it by mistake."""


class Diverged(BaseException):
    """A call that was not recorded, because it depends on what the program returned."""


def record(request: list[Any]) -> list[Any]:
    """The functions that the tests call, and per test ``["calls", [[name, arguments, keywords], ...]]`` or
    ``["label", why]``."""
    reference, setup, tests, preloaded = request
    scope = _scope("program", preloaded)
    exec(compile(reference, "<reference>", "exec", dont_inherit=True), scope)
    own = _defined(reference, scope) - _bound(setup)
    names = sorted(own & _used("\n".join([setup, *tests])))
    if classes := [name for name in names if isinstance(scope[name], type)]:
        label = f"the tests use a class of the program: {', '.join(classes)}"
        return [names, [["label", label] for _ in tests]]
    calls, results = [], []
    stubs = {name: _recorder(name, scope[name], calls) for name in names}
    for failure in _run(setup, tests, stubs, preloaded):
        results.append(["label", f"the reference does not pass: {failure}"] if failure else ["calls", list(calls)])
        calls.clear()
    return [names, results]


def replay(request: list[Any]) -> list[Any]:
    """Per test ``["passed", ""]``, ``["failed", why]``, ``["ended", index of the call]`` or
    ``["diverged", [name, arguments, keywords], index]``: a call that was not recorded, and how many went before."""
    setup, tests, names, played, preloaded = request
    players = [_Player(calls) for calls in played]
    verdicts = []

    def stub(name: str) -> Callable[..., Any]:
        def function(*arguments: Any, **keywords: Any) -> Any:
            if len(verdicts) == len(players):
                raise Diverged
            return players[len(verdicts)].call(name, arguments, keywords)

        function.__name__ = name
        return function

    for failure in _run(setup, tests, {name: stub(name) for name in names}, preloaded):
        verdicts.append(players[len(verdicts)].verdict(failure))
    return verdicts


def _run(setup: str, tests: list[str], stubs: dict[str, Any], preloaded: list[str]) -> Iterator[str | None]:
    """Of each test how it failed, None where it passed. A setup that fails fails them all."""
    scope = _scope("tests", preloaded)
    before = _attempt(setup, scope)
    scope.update(stubs)
    for test in tests:
        yield before or _attempt(test, scope)


def _scope(name: str, preloaded: list[str]) -> dict[str, Any]:
    """Globals as a program of this namespace has them."""
    program = vars(sys.modules[PROGRAM_MODULE])
    return {"__name__": name, **{known: program[known] for known in ("__builtins__", *preloaded)}}


def _attempt(text: str, scope: dict[str, Any]) -> str | None:
    random.seed(_SEED)
    try:
        exec(compile(text, "<test>", "exec", dont_inherit=True), scope)
    except BaseException as error:
        return f"{type(error).__name__}: {error}"[:300] if str(error) else type(error).__name__
    return None


def _defined(reference: str, scope: dict[str, Any]) -> set[str]:
    """What the reference defines itself: neither imports nor what they bring."""
    found = set()
    for node in ast.parse(reference).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            found.add(node.name)
        elif isinstance(node, ast.Assign):
            found |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return {name for name in found if callable(scope.get(name))}


def _bound(setup: str) -> set[str]:
    """What the setup defines for itself, and so is none of the program's."""
    return {node.name for node in ast.parse(setup).body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}


def _used(text: str) -> set[str]:
    return {node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}


def _recorder(name: str, function: Callable[..., Any], calls: list[Any]) -> Callable[..., Any]:
    def recorder(*arguments: Any, **keywords: Any) -> Any:
        calls.append([name, copy.deepcopy(arguments), copy.deepcopy(keywords)])
        state = random.getstate()
        try:
            return function(*arguments, **keywords)
        finally:
            random.setstate(state)  # what the tests draw must not depend on what the reference draws

    recorder.__name__ = name
    return recorder


class _Player:
    """One test's calls in order, with what the program did in each."""

    def __init__(self, calls: list[Any]) -> None:
        self.calls, self.at = calls, 0
        self.ended: int | None = None
        self.diverged: list[Any] | None = None

    def call(self, name: str, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> Any:
        if self.at == len(self.calls) or not _same([name, arguments, keywords], self.calls[self.at][0]):
            self.diverged = self.diverged or [[name, copy.deepcopy(arguments), copy.deepcopy(keywords)], self.at]
            raise Diverged
        _, outcome, content = self.calls[self.at]
        self.at += 1
        if outcome == "exception":
            raise exception(content)
        if outcome != "ok":
            self.ended = self.at - 1 if self.ended is None else self.ended
            raise Ended
        kind, value, after = content
        if after is not None:
            _put([arguments, keywords], after)
        value = copy.deepcopy(value)
        return iter(value) if kind == "iterator" else range(*value) if kind == "range" else value

    def verdict(self, failure: str | None) -> list[Any]:
        if self.ended is not None:
            return ["ended", self.ended]
        if self.diverged is not None:
            return ["diverged", *self.diverged]
        return ["failed", failure] if failure else ["passed", ""]


def _same(left: list[Any], right: tuple[Any, ...] | list[Any]) -> bool:
    """Equal, and of equal types all the way down, as far as their text shows; NaN is itself."""
    return repr(list(left)) == repr(list(right)) or left == right


def _put(old: list[Any], new: Any) -> None:
    """Make the caller's own arguments what the program made of its copies."""
    arguments, keywords = old
    if new == "lost":
        for value in (*arguments, *keywords.values()):
            _overwrite(value, {list: [Lost()], dict: {Lost(): None}, set: {Lost()}}.get(type(value)))
        return
    for before, after in zip(arguments, new[0], strict=False):
        _overwrite(before, after)
    for name, before in keywords.items():
        _overwrite(before, new[1].get(name))


def _overwrite(old: Any, new: Any) -> bool:
    """``old`` made equal to ``new`` in place, for whoever holds it or a part of it. False where that cannot be."""
    if type(old) is not type(new) or type(old) not in (list, dict, set):
        return False
    if type(old) is list and len(old) == len(new):
        new = [before if _overwrite(before, after) else after for before, after in zip(old, new, strict=True)]
    if type(old) is dict and old.keys() == new.keys():
        new = {key: old[key] if _overwrite(old[key], after) else after for key, after in new.items()}
    old.clear()
    old.extend(new) if type(old) is list else old.update(new)
    return True


def exception(said: str) -> BaseException:
    """An exception of the type that a program's exception had, where that is built in."""
    name, _, message = said.partition(": ")
    try:
        return _EXCEPTIONS.get(name, Exception)(message)
    except Exception:
        return Exception(said)
