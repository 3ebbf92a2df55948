"""One item of a spec, merged and complete, to typed values whose names all exist.

Sections that several items of a file share are read once: a layer keeps the identity of what it
does not touch. It knows models by their names alone.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from checkable.core.expression import beats_in
from checkable.spec.criteria_checks import Names
from checkable.spec.cursor import WRONG, Cursor
from checkable.spec.document import ArmKeys, Document
from checkable.spec.errors import nearest, one_of
from checkable.spec.expressions import read_criteria, read_references, read_slices
from checkable.spec.ledger_names import ledger_fields
from checkable.spec.model import ArmSpec, ControlSpec, Use
from checkable.spec.models import model_fields
from checkable.spec.substrates import Said, facts, file_fields, substrate_fields
from checkable.spec.typed import entries, is_required, key_of
from checkable.spec.yaml_lines import LinedDict, LinedList, line_of
from checkable.vocabulary import words

_DEFAULTS: dict[str, Any] = {key_of(f): f.default for f in dataclasses.fields(Document) if not is_required(f)}
_KEYS = tuple(entries(Document))
_VARIED = ("model", "pool", "seed", "cases")  # single values that people would like to vary
_NEEDED = "title, substrate and arms in every spec"


@dataclass(frozen=True, eq=False)
class Stage:
    """One part of an item: the keys it depends on, and what makes fields of a ``Spec`` of them."""

    keys: tuple[str, ...]
    fields: Callable[[Said, LinedDict, Cursor, Path], dict[str, Any]]

    @cached_property
    def reads(self) -> frozenset[str]:
        return frozenset(self.keys)


class Known:
    """What was read without a mistake in one workspace, by what it says: for files that repeat each other.

    The lines in what comes from here are those of the file that said it first. It holds while the workspace's
    substrates, models and ledger stay what they are: for one collection.
    """

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], Any] = {}
        self.fields: dict[tuple[Any, ...], dict[str, Any]] = {}


class Resolver:
    """Reads the items of one file. Mistakes gather in the errors of ``top``; what is ``known`` is not read again."""

    def __init__(self, root: Path, top: Cursor, known: Known | None = None) -> None:
        self.root = root
        self.top = top
        self.known = known
        self._kept: list[LinedDict] = []  # what is remembered by id must stay alive
        self._said: dict[tuple[str, int], Any] = {}
        self._done: dict[tuple[Any, ...], dict[str, Any] | None] = {}
        self._last: list[dict[str, Any] | None] = [None] * len(STAGES)  # their fields in the item before
        self._texts: dict[str, str] = {}  # what each key says in the item, spelled so that 1 and 1.0 differ

    def item(self, layer: LinedDict) -> dict[str, Any] | None:
        """The fields of a ``Spec`` that come from the layer; None where any of them is wrong."""
        for key in layer.keys() - entries(Document).keys():
            _unknown(key, self.top.into(layer, key))
        parts = self._parts(layer)
        if None in parts:
            return None
        return {name: value for part in parts if part is not None for name, value in part.items()}

    def _parts(self, layer: LinedDict) -> list[dict[str, Any] | None]:
        """Every stage's fields. Most of a file's items differ in a key or two: the rest is that of the item before."""
        before = self._kept[-1] if self._kept else None
        self._kept.append(layer)
        changed = [key for key in _KEYS if before is None or layer.get(key) is not before.get(key)]
        for key in changed if self.known else ():
            self._texts[key] = repr(layer.get(key))
        self._last = [
            self._part(stage, layer) if before is None or not stage.reads.isdisjoint(changed) else same
            for stage, same in zip(STAGES, self._last, strict=True)
        ]
        return self._last

    def _part(self, stage: Stage, layer: LinedDict) -> dict[str, Any] | None:
        """A stage's fields; made once for all items that share what the stage depends on."""
        key = (stage, *map(id, map(layer.get, stage.keys)))
        done = self._done.get(key, self)
        if done is self:  # which stands for nothing yet, since None stands for a mistake
            done = self._done[key] = self._fields(stage, layer)
        return done

    def _fields(self, stage: Stage, layer: LinedDict) -> dict[str, Any] | None:
        """A stage's fields, made once for all files that say the same; None where any is wrong."""
        if self.known is None:
            return self._fields_anew(stage, layer)
        content = (stage, *map(self._texts.get, stage.keys))
        fields = self.known.fields.get(content)
        if fields is None:
            fields = self._fields_anew(stage, layer)
            if fields is not None:
                self.known.fields[content] = fields
        return fields

    def _fields_anew(self, stage: Stage, layer: LinedDict) -> dict[str, Any] | None:
        before = len(self.top.errors)
        said = {key: self._read(key, layer) for key in stage.keys}
        fields = stage.fields(said, layer, self.top, self.root)
        wrong = len(self.top.errors) > before or WRONG in said.values()
        return None if wrong else fields

    def _read(self, key: str, layer: LinedDict) -> Any:
        raw = layer.get(key)
        if raw is None and key in _DEFAULTS:
            return _DEFAULTS[key]
        place = (key, id(raw))
        said = self._said.get(place, self)
        if said is self:
            said = self._said[place] = self._value(key, raw, layer)
        return said

    def _value(self, key: str, raw: Any, layer: LinedDict) -> Any:
        """A key's typed value, read once for all files that say the same."""
        if self.known is None or not isinstance(raw, LinedDict | LinedList):
            return self._read_anew(key, raw, layer)
        content = (key, self._texts[key])
        value = self.known.values.get(content, self)
        if value is self:
            value = self._read_anew(key, raw, layer)
            if value is not WRONG:
                self.known.values[content] = value
        return value

    def _read_anew(self, key: str, raw: Any, layer: LinedDict) -> Any:
        if raw is None:
            return self.top.wrong(f"{key!r} is missing", _NEEDED)
        at = self.top.into(layer, key)
        if key in _VARIED and isinstance(raw, LinedList):
            hint = f"several belong under 'matrix': {{{key}: [{_some(raw)}]}}"
            return at.wrong("a list stands here", "one value", hint)
        return entries(Document)[key].read(raw, at)


def _some(values: LinedList) -> str:
    return ", ".join(str(value) for value in values[:3]) + (", …" if len(values) > 3 else "")


def _unknown(key: str, at: Cursor) -> None:
    valid = (*entries(Document), "matrix", "tiers")
    hint = Document.elsewhere(key) or nearest(key, valid)
    at.wrong(f"unknown key {key!r}", f"the keys {', '.join(valid)}", hint, at_key=True)


def plain_fields(said: Said, layer: LinedDict, top: Cursor, root: Path) -> dict[str, Any]:
    """What stands in a ``Spec`` as it was read."""
    return dict(said)


def case_fields(said: Said, layer: LinedDict, top: Cursor, root: Path) -> dict[str, Any]:
    """How many cases; None for all."""
    return {"cases": None if said["cases"] == "all" else said["cases"]}


def justification_fields(said: Said, layer: LinedDict, top: Cursor, root: Path) -> dict[str, Any]:
    """Reasons by audit; none by default."""
    return {"justifications": said["justifications"] or {}}


def check_names(said: Said, layer: LinedDict, top: Cursor, root: Path) -> dict[str, Any]:
    """Arms, controls and slices have names of their own, and controls break an arm that is there."""
    arms, controls, slices = (_names(layer, key) for key in ("arms", "controls", "slices"))
    for name in controls:
        at = top.into(layer, "controls").into(layer["controls"], name)
        if name in arms:
            at.wrong(f"{name!r} is the name of an arm already", "a name of its own", at_key=True)
        raw = layer["controls"][name]
        of = raw.get("of") if isinstance(raw, LinedDict) else None
        if isinstance(of, str) and arms and of not in arms:
            at.into(raw, "of").wrong(f"no arm is called {of!r}", one_of(arms), nearest(of, arms))
    for name in slices:
        if name in arms or name in controls:
            at = top.into(layer, "slices").into(layer["slices"], name)
            at.wrong(f"{name!r} is the name of an arm or control already", "a name of its own", at_key=True)
    return {}


def _names(layer: LinedDict, key: str) -> tuple[str, ...]:
    """The names under ``arms``, ``controls`` or ``slices``, also where what they name is wrong."""
    raw = layer.get(key)
    return tuple(name for name, value in raw.items() if value is not None) if isinstance(raw, LinedDict) else ()


def arm_fields(said: Said, layer: LinedDict, top: Cursor, root: Path) -> dict[str, Any]:
    """Arms and controls."""
    if WRONG in (said["arms"], said["controls"], said["seed"]):
        return {}
    _check_selectors(said["arms"], layer, top)
    return {
        "arms": tuple(
            ArmSpec(name=name, generators=arm.generator, evidence=arm.evidence, selectors=arm.selector or _only(),
                    line=line_of(layer["arms"], name))
            for name, arm in said["arms"].items()
        ),
        "controls": tuple(
            ControlSpec(name=name, of=control.of, breaks=control.break_, line=line_of(layer["controls"], name),
                        seed=said["seed"] if control.seed is None else control.seed)
            for name, control in (said["controls"] or {}).items()
        ),
    }


def _check_selectors(arms: Mapping[str, ArmKeys], layer: LinedDict, top: Cursor) -> None:
    """An arm that can make several candidates says how one of them is chosen."""
    for name, arm in arms.items():
        makes = sum(_candidates(use) for use in arm.generator)
        if makes > 1 and not arm.selector:
            at = top.into(layer, "arms").into(layer["arms"], name)
            at.wrong(f"this arm makes {makes} candidates for a case and has no selector that chooses one",
                     f"a selector: {one_of(word for word in words('selector') if word != 'only')}", at_key=True)


def _candidates(use: Use) -> int:
    """How many candidates a generator makes for a case, as far as its options say."""
    options = use.options
    each = getattr(options, "samples", 1) or 1
    return each * len(getattr(options, "prompts", None) or getattr(options, "channels", None) or (None,))


def _only() -> tuple[Use, ...]:
    word = words("selector")["only"]
    return (Use(word=word, options=word.options()),)


def slice_fields(said: Said, layer: LinedDict, top: Cursor, root: Path) -> dict[str, Any]:
    """Slices, which may speak of what the substrate knows of a case."""
    slices, arms = said["slices"] or {}, (*_names(layer, "arms"), *_names(layer, "controls"))
    speaks_of_cases = any("case" in text for text in slices.values())
    of_cases = Names(arms, facts=facts(said["substrate"], layer, top, root) if speaks_of_cases else None)
    read = read_slices(slices, layer.get("slices"), of_cases, top.into(layer, "slices"))
    return {"slice_texts": slices, "slices": read}


def expression_fields(said: Said, layer: LinedDict, top: Cursor, root: Path) -> dict[str, Any]:
    """Criteria and references."""
    names = Names((*_names(layer, "arms"), *_names(layer, "controls")), _names(layer, "slices"),
                  iterated=_iterated(said["arms"], said["controls"]))
    criteria, reference = said["criteria"] or (), said["reference"] or {}
    return {
        "criteria": read_criteria(criteria, layer.get("criteria"), names, top.into(layer, "criteria")),
        "references": read_references(reference, layer.get("reference"), names, top.into(layer, "reference")),
    }


def _iterated(arms: Any, controls: Any) -> tuple[str, ...] | None:
    """The arms whose trainings keep programs of their own, and the controls that train such an arm again."""
    if WRONG in (arms, controls):
        return None
    own = [name for name, arm in arms.items() if any(getattr(use.options, "keeps", False) for use in arm.generator)]
    again = [name for name, control in (controls or {}).items() if control.of in own and control.break_.word.learned]
    return (*own, *again)


def stopping_fields(said: Said, layer: LinedDict, top: Cursor, root: Path) -> dict[str, Any]:
    """What decides when to stop is a comparison of the criteria, so there is one."""
    arms = (*_names(layer, "arms"), *_names(layer, "controls"))
    names = Names(arms, _names(layer, "slices"))
    if said["stopping"] and said["criteria"] is not WRONG:
        quiet = Cursor(top.source, [])  # mistakes in criteria are told where they are read for the experiment
        read = read_criteria(said["criteria"] or (), layer.get("criteria"), names, quiet.into(layer, "criteria"))
        if not quiet.errors and not any(beats_in(criterion.expression) for criterion in read):
            top.into(layer, "stopping").wrong("no criterion says 'A beats B', so nothing decides when to stop",
                                              "a criterion such as 'gate beats direct'", at_key=True)
    return {"stopping": said["stopping"]}


STAGES = (
    Stage(("title", "description"), plain_fields),
    Stage(("research_program", "claim", "sampling", "seed"), plain_fields),
    Stage(("research_program", "claim"), ledger_fields),
    Stage(("cases",), case_fields),
    Stage(("justifications",), justification_fields),
    Stage(("substrate", "execution"), substrate_fields),
    Stage(("arms", "controls", "slices"), check_names),
    Stage(("model", "pool", "pools", "arms"), model_fields),
    Stage(("arms", "controls", "slices", "substrate"), slice_fields),
    Stage(("arms", "controls", "slices", "criteria", "reference"), expression_fields),
    Stage(("arms", "controls", "slices", "criteria", "stopping"), stopping_fields),
    Stage(("substrate", "arms"), file_fields),
    Stage(("arms", "controls", "seed"), arm_fields),
)
