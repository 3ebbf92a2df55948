"""Where numbers came from: nested facts in brief for the terminal, and as rows for the page.

The facts are plain data under names that the experiment chose; whatever is there is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

# What a terminal shows, in this order; of some facts only the parts that are named.
FIRST: dict[str, tuple[str, ...]] = {
    "model": ("name", "revision", "adapter", "engine"),
    "models": (),
    "completions": (),
    "data": (),
    "isolation": ("level", "refused", "canaries"),
    "sampling": ("temperature", "max_tokens"),
    "seed": (),
    "spec_hash": (),
    "code_version": (),
}
DIGEST = 12  # characters of a long digest that a sentence shows


def brief(facts: Mapping[str, Any]) -> list[str]:
    """The facts that matter most, in a fixed order: ``model qwen3.5-4b, revision 8f3a…``, ``completions live 12``."""
    known = {name: _part(facts.get(name), parts) for name, parts in FIRST.items()}
    return [f"{_words(name)} {_brief(fact)}" for name, fact in known.items() if fact not in (None, "", {})]


def _part(fact: Any, names: tuple[str, ...]) -> Any:
    """The named parts of a fact; all of it where none are named or it has none."""
    if not names or not isinstance(fact, Mapping):
        return fact
    return {name: fact[name] for name in names if name in fact}


def rows(facts: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Every fact with its path, in the order of the facts: ``("sampling, temperature", "0")``."""
    return list(_flat((), facts))


def _flat(path: tuple[str, ...], value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping) and value:
        for name, inner in value.items():
            yield from _flat((*path, _words(str(name))), inner)
    else:
        yield ", ".join(path), _text(value)


def _words(name: str) -> str:
    return name.replace("_", " ")


def _text(value: Any) -> str:
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_text, value)) or "none"
    return str(value) if not isinstance(value, Mapping) else "none"


def _brief(value: Any) -> str:
    if isinstance(value, Mapping):
        inner = [(name, item) for name, item in value.items() if item not in (None, "", {}, [])]
        return ", ".join(
            _brief(item) if name == "name" else f"{_words(str(name))} {_brief(item)}" for name, item in inner
        )
    text = _text(value)
    is_digest = len(text) >= 32 and all(c in "0123456789abcdef" for c in text)
    return text[:DIGEST] if is_digest else text
