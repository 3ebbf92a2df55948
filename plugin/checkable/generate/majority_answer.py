"""What is right most often, whatever is asked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from checkable.core.candidate import Candidate
from checkable.core.case import Case
from checkable.generate.tools import Tools
from checkable.learn.course import Course
from checkable.vocabulary import option, word


@dataclass(frozen=True, kw_only=True)
class MajorityAnswerOptions:
    lessons: int = option(2048, "how many training lessons are counted", minimum=1)
    slots: int = option(16, "slots of the longest lesson that is counted", minimum=1)


@word("generator", "majority-answer", options=MajorityAnswerOptions, baseline="heuristic", asks_model=False)
def majority_answer(case: Case, options: MajorityAnswerOptions, tools: Tools) -> list[Candidate]:
    """The most frequent answer of training lessons, for every case."""
    course = tools.course()
    value = course.value(_most_frequent(course, options))
    return [Candidate(id="majority-answer/0", channel="majority-answer", kind="answer", value=value, text=str(value),
                      provenance="enumerated")]


@lru_cache(maxsize=8)
def _most_frequent(course: Course, options: MajorityAnswerOptions) -> int:
    lengths = list(range(min(course.shortest, options.slots), options.slots + 1))
    lessons = islice(course.lessons("training", 0, lengths), options.lessons)
    return Counter(lesson.answer for lesson in lessons).most_common(1)[0][0]
