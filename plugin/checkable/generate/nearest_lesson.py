"""The heuristic that cannot recombine: the program of the training lesson whose words are most like the case's.

The lesson's numbers are replaced by the case's in their order, so that what was memorised is applied to what is asked.
No model and no training; lessons are those that a compiler of the same seed is trained on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from checkable.core.candidate import Candidate
from checkable.core.case import Case
from checkable.generate.compiling import structure_of
from checkable.generate.tools import Tools
from checkable.learn.course import Course, Lesson, Slot
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class NearestLessonOptions:
    lessons: int = option(2048, "how many training lessons are looked at", minimum=1)
    slots: int = option(16, "slots of the longest lesson that is looked at", minimum=1)
    seed: int = option(0, "which lessons: those of the compiler with this seed", minimum=0)


@dataclass(frozen=True, kw_only=True)
class Known:
    """A lesson as it is compared: how often each word occurs, and its numbers in their order."""

    lesson: Lesson
    words: Counter[str]
    numbers: tuple[int, ...]


@word("generator", "nearest-lesson", options=NearestLessonOptions, baseline="heuristic", asks_model=False)
def nearest_lesson(case: Case, options: NearestLessonOptions, tools: Tools) -> list[Candidate]:
    """The program of the most similar training lesson, with the case's numbers in the place of its own."""
    course = tools.course()
    words, numbers = _parts(case.text)
    alike = [one for one in _known(course, options) if len(one.numbers) == len(numbers)]
    known = {"id": "nearest-lesson/0", "channel": "nearest-lesson", "kind": "answer", "provenance": "enumerated"}
    if not alike:
        return [Candidate(**known, parse_error=f"no lesson has {len(numbers)} numbers")]
    nearest = max(alike, key=lambda one: (one.words & words).total() / (one.words | words).total())
    start, slots = renumbered(nearest, numbers)
    run, text = course.run(start, slots), course.listing(start, slots)
    structure = structure_of(course, start, slots, run)
    if run.answer is None:
        return [Candidate(**known, text=text, structure=structure, parse_error="the program leaves no answer")]
    return [Candidate(**known, text=text, structure=structure, value=course.value(run.answer))]


def renumbered(known: Known, numbers: Sequence[int]) -> tuple[int, list[Slot]]:
    """The lesson's start and slots, each number of its text that stands in them replaced by the one at its place."""
    left = list(enumerate(known.numbers))

    def instead(number: int) -> int:
        place = next((pair for pair in left if pair[1] == number), None)
        if place is None:
            return number
        left.remove(place)
        return numbers[place[0]]

    start = instead(known.lesson.start)
    return start, [(operation, instead(argument)) for operation, argument in known.lesson.slots]


@lru_cache(maxsize=8)
def _known(course: Course, options: NearestLessonOptions) -> tuple[Known, ...]:
    lengths = list(range(min(course.shortest, options.slots), options.slots + 1))
    lessons = islice(course.lessons("training", options.seed * 1_000_003, lengths), options.lessons)
    return tuple(Known(lesson=lesson, words=words, numbers=numbers)
                 for lesson in lessons for words, numbers in [_parts(lesson.text)])


def _parts(text: str) -> tuple[Counter[str], tuple[int, ...]]:
    found = re.findall(r"\w+", text.lower())
    return Counter(w for w in found if not w.isdecimal()), tuple(int(w) for w in found if w.isdecimal())
