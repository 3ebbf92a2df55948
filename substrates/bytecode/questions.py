"""Questions of six domains with their gold programs, and how they are worded.

Each domain has three openings and three phrasings; three of the nine pairs are held out for the split ``paraphrase``,
so that its wordings occur in no lesson while all of their words do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from substrates.bytecode import machine

from checkable.learn.course import Share, share_of

VERSION = "1"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
UNITS = (("hours", "minutes", 60), ("weeks", "days", 7), ("dozens", "eggs", 12), ("feet", "inches", 12),
         ("yards", "feet", 3), ("minutes", "seconds", 60))
STEPS = (("add", "add {}"), ("sub", "subtract {}"), ("mul", "multiply by {}"))
AGGREGATES = (("add", "sum"), ("max", "largest"), ("min", "smallest"))
Instructions = tuple[tuple[str, int], ...]


@dataclass(frozen=True, kw_only=True)
class Question:
    """``values`` fill the wordings of ``domain``; ``program`` is the gold one."""

    domain: str
    values: tuple[tuple[str, object], ...]
    program: Instructions

    @property
    def id(self) -> str:
        text = f"{self.domain} {self.values} {self.program}"
        return f"{self.domain}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"

    @property
    def slots(self) -> tuple[tuple[int, int], ...]:
        return tuple((machine.NUMBER[name], argument) for name, argument in self.program)


def questions(share: Share, seed: str, *, longer: bool,
              form: Callable[[Question], Question] = lambda question: question) -> Iterator[tuple[Question, Random]]:
    """Questions of one share without end, domains in turn, each with the generator that words it.

    ``longer`` ones are longer than any lesson: chains of five and six steps, lists of five and six numbers, and more
    of what the other domains count. ``form`` changes a question before it is dealt to its share.
    """
    at = drawn = 0
    makers = list(MAKERS.items())
    while True:
        random = Random(int.from_bytes(hashlib.sha256(f"bytecode/{seed}/{at}".encode()).digest()[:8], "big"))
        domain, make = makers[drawn % len(makers)]
        values, program = make(random, longer)
        question = form(Question(domain=domain, values=tuple(values.items()), program=program))
        at += 1
        if share_of(question.id) == share:
            drawn += 1
            yield question, random


def _below(random: Random, low: int, high: int) -> int:
    """A whole number from ``low`` to ``high``, both included."""
    return low + int(random.random() * (high - low + 1))


def _arithmetic(random: Random, longer: bool) -> tuple[dict[str, object], Instructions]:
    start, count = _below(random, 0, 96), _below(random, 5, 6) if longer else _below(random, 1, 4)
    program: list[tuple[str, int]] = [("push", start)]
    said = []
    for _ in range(count):
        name, phrase = STEPS[_below(random, 0, 2)]
        argument = _below(random, 2, 12) if name == "mul" else _below(random, 1, 40)
        said.append(phrase.format(argument))
        program += [("push", argument), (name, 0)]
    return {"start": start, "steps": ", ".join(said)}, (*program, ("push", 97), ("mod", 0))


def _weekday(random: Random, longer: bool) -> tuple[dict[str, object], Instructions]:
    day, gaps = _below(random, 0, 6), [_below(random, 1, 60) for _ in range(4 if longer else 2)]
    program = [("push", day), *(one for gap in gaps for one in (("push", gap), ("add", 0))), ("push", 7), ("mod", 0)]
    return {"day": DAYS[day], "gaps": " and then ".join(f"{gap} days" for gap in gaps)}, tuple(program)


def _units(random: Random, longer: bool) -> tuple[dict[str, object], Instructions]:
    big, small, factor = UNITS[_below(random, 0, 5)]
    amounts = [_below(random, 1, 5 if longer else 15) for _ in range(3 if longer else 1)]
    rest = _below(random, 1, 90)
    program: list[tuple[str, int]] = [("push", amounts[0])]
    for amount in amounts[1:]:
        program += [("push", amount), ("add", 0)]
    said = " and ".join(f"{amount} {big}" for amount in amounts)
    return {"amount": said, "small": small, "rest": rest}, \
        (*program, ("push", factor), ("mul", 0), ("push", rest), ("add", 0))


def _aggregate(random: Random, longer: bool) -> tuple[dict[str, object], Instructions]:
    name, said = AGGREGATES[_below(random, 0, 2)]
    numbers = [_below(random, 0, 99) for _ in range(_below(random, 5, 6) if longer else _below(random, 2, 4))]
    program = [("push", numbers[0]), *(one for number in numbers[1:] for one in (("push", number), (name, 0)))]
    return {"what": said, "numbers": ", ".join(map(str, numbers))}, tuple(program)


def _threshold(random: Random, longer: bool) -> tuple[dict[str, object], Instructions]:
    numbers = [_below(random, 1, 30 if longer else 49) for _ in range(4 if longer else 2)]
    limit = _below(random, 10, 99)
    program = [("push", numbers[0]), *(one for number in numbers[1:] for one in (("push", number), ("add", 0))),
               ("push", limit), ("gt", 0)]
    return {"numbers": " and ".join(map(str, numbers)), "limit": limit}, tuple(program)


def _table(random: Random, longer: bool) -> tuple[dict[str, object], Instructions]:
    keys = [(("a", "b")[_below(random, 0, 1)], _below(random, 0, 11)) for _ in range(4 if longer else 2)]
    factor = _below(random, 2, 6)
    program: list[tuple[str, int]] = []
    for at, (table, key) in enumerate(keys):
        program += [("push", key), (f"lookup-{table}", 0), *((("add", 0),) if at else ())]
    said = " plus ".join(f"entry {key} of table {table}" for table, key in keys)
    return {"entries": said, "factor": factor}, (*program, ("push", factor), ("mul", 0))


MAKERS = {"arithmetic": _arithmetic, "weekday": _weekday, "units": _units, "aggregate": _aggregate,
          "threshold": _threshold, "table": _table}
OPENINGS = {
    "arithmetic": ("compute modulo 97 :", "all values are modulo 97 .", "work modulo 97 ;"),
    "weekday": ("counting from Monday as 0 ,", "Monday is day 0 .", "days are numbered from Monday , which is 0 ;"),
    "units": ("convert :", "in other units ,", "tell me ,"),
    "aggregate": ("look at the numbers", "of the list", "given"),
    "threshold": ("true or false :", "answer with a truth .", "decide :"),
    "table": ("using the tables ,", "by the printed tables ,", "from the tables take"),
}
PHRASINGS = {
    "arithmetic": ("start with {start} , {steps}", "begin at {start} then {steps}", "take {start} and {steps}"),
    "weekday": ("it is {day} ; which day is it after {gaps} ?", "today is {day} . {gaps} pass . which day is it ?",
                "from {day} wait {gaps} . name the day"),
    "units": ("how many {small} are {amount} and {rest} {small} ?",
              "{amount} plus {rest} {small} is how many {small} ?",
              "give {amount} with {rest} {small} in {small}"),
    "aggregate": ("{numbers} : what is the {what} ?", "{numbers} and find the {what}", "{numbers} , the {what} please"),
    "threshold": ("is {numbers} together more than {limit} ?", "does the sum of {numbers} exceed {limit} ?",
                  "{numbers} added up is above {limit}"),
    "table": ("{entries} , all times {factor}", "{factor} times the sum : {entries}", "{entries} ; scale by {factor}"),
}


def held_out(opening: int, phrasing: int) -> bool:
    return (opening + phrasing) % 3 == 1


def worded(question: Question, wording: str, random: Random) -> str:
    """The question in words. ``wording``: standard, trained (any pair that lessons use) or held-out."""
    pairs = [(o, p) for o in range(3) for p in range(3) if held_out(o, p) == (wording == "held-out")]
    opening, phrasing = (0, 0) if wording == "standard" else pairs[int(random.random() * len(pairs))]
    said = PHRASINGS[question.domain][phrasing].format(**dict(question.values))
    return f"{OPENINGS[question.domain][opening]} {said}"
