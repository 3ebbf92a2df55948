"""Prompt templates: Markdown files that a person can edit, rendered with what a deployment sees.

A template is ``substrates/<name>/prompts/<template>.md``::

    Text before the first heading is a remark to the reader and never sent.

    ## system
    You transform tables.

    ## user
    {{ case.query | json }}

``## user`` is required, ``## system`` is not; other lines that begin with ``##`` are text. Both
parts are Jinja2 in a sandbox in which an unknown name is an error. ``case`` has ``examples``
(each with ``input`` and ``output``), ``query``, ``unlabelled``, ``text`` and ``attributes``, in a case with
tests also ``tests``, ``entry_point`` and ``preamble``, and neither
the id nor the family, whose names may tell how a case was made. The filter ``json`` prints plain data,
a table with one row to a line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, lru_cache
from pathlib import Path

import jinja2
from jinja2 import meta
from jinja2.sandbox import ImmutableSandboxedEnvironment

from checkable.core.case import Case, Example, Json, Scalar
from checkable.core.completion import Message, Prompt
from checkable.substrate.names import hint

_HEADING = re.compile(r"^## (system|user)[ \t]*$", re.MULTILINE)


class PromptError(ValueError):
    """A template that cannot be found, read or rendered; the message says where and what was expected."""


@dataclass(frozen=True, kw_only=True)
class Template:
    """The text of both parts, not rendered yet. ``source`` is the file, or ``inline``, for messages."""

    source: str
    system: str
    user: str


@dataclass(frozen=True, kw_only=True)
class VisibleCase:
    """What a template may say of a case."""

    examples: tuple[Example, ...]
    query: Json
    text: str
    unlabelled: tuple[Json, ...]
    tests: tuple[str, ...]
    entry_point: str | None
    preamble: str
    attributes: Mapping[str, Scalar]


def load(folder: Path, name: str) -> Template:
    """The template ``folder/<name>.md``. Raises PromptError where it is missing or malformed."""
    path = folder / f"{name}.md"
    if not path.is_file():
        valid = [found.stem for found in folder.glob("*.md")]
        raise PromptError(f"no prompt {name!r} in {folder}{hint(name, valid)}")
    parts = _parts(path.read_text(encoding="utf-8"), str(path))
    return _checked(Template(source=str(path), system=parts.get("system", ""), user=parts["user"]))


def inline(text: str, *, under: Template | None = None) -> Template:
    """A template whose user part is ``text``; the system part is that of the template it stands in for."""
    system = under.system if under else ""
    return _checked(Template(source="inline prompt", system=system, user=text.strip()))


def render(template: Template, *, case: Case, **values: Json) -> Prompt:
    """The messages that the template makes of the case. Raises PromptError."""
    visible = VisibleCase(examples=case.examples, query=case.query, text=case.text,
                          unlabelled=case.unlabelled, tests=case.tests,
                          entry_point=case.entry_point, preamble=case.preamble, attributes=case.attributes)
    scope = {"case": visible, **values}
    rendered = {
        role: _render(text, scope, f"{template.source}, ## {role}")
        for role, text in (("system", template.system), ("user", template.user)) if text
    }
    return Prompt(messages=tuple(Message(role=role, content=text) for role, text in rendered.items()))


def _parts(text: str, source: str) -> dict[str, str]:
    pieces = _HEADING.split(text)
    heads, bodies = pieces[1::2], pieces[2::2]
    for head in heads:
        if heads.count(head) > 1:
            raise PromptError(f"{source}: '## {head}' comes twice")
    parts = {head: body.strip() for head, body in zip(heads, bodies, strict=True)}
    if not parts.get("user"):
        raise PromptError(f"{source}: expected a part '## user' with text below it")
    return parts


def _checked(template: Template) -> Template:
    """The template itself, once its syntax is known to be right."""
    for role, text in (("system", template.system), ("user", template.user)):
        try:
            _prepared(text)
        except jinja2.TemplateSyntaxError as error:
            raise PromptError(f"{template.source}, ## {role}, line {error.lineno}: {error.message}") from error
    return template


def _render(text: str, scope: Mapping[str, object], where: str) -> str:
    template, used = _prepared(text)
    unknown = used - set(scope)
    if unknown:
        name = min(unknown)
        raise PromptError(f"{where}: {name!r} is not defined{hint(name, scope)}")
    try:
        return template.render(scope).strip()
    except jinja2.TemplateError as error:
        raise PromptError(f"{where}: {error}") from error
    except (TypeError, ValueError) as error:
        raise PromptError(f"{where}: {type(error).__name__}: {error}") from error


class _Named(jinja2.StrictUndefined):
    """Says which names there are beside the one that is not."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        message, owner = super()._undefined_message, self._undefined_obj
        if is_dataclass(owner):
            return message + hint(str(self._undefined_name), [field.name for field in fields(owner)])
        if isinstance(owner, Mapping):
            return message + hint(str(self._undefined_name), [str(key) for key in owner])
        return message


@lru_cache(maxsize=256)
def _prepared(text: str) -> tuple[jinja2.Template, frozenset[str]]:
    """The compiled text and the names it uses. Raises jinja2.TemplateSyntaxError."""
    environment = _environment()
    return environment.from_string(text), frozenset(meta.find_undeclared_variables(environment.parse(text)))


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        undefined=_Named, trim_blocks=True, lstrip_blocks=True, autoescape=False
    )
    environment.filters["json"] = _as_json
    return environment


def _as_json(value: Json) -> str:
    """JSON on one line; a list of rows with one row to a line."""
    if isinstance(value, list) and value and all(isinstance(row, list) for row in value):
        return "[" + ",\n ".join(json.dumps(row, ensure_ascii=False) for row in value) + "]"
    return json.dumps(value, ensure_ascii=False)
