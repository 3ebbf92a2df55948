"""Which lessons a training sees at which step. Everything follows from the recipe, so that a resumed run sees the same.

Lessons of each stage are a fixed set; all schedules over the same stages draw from the same sets, so that they differ
in order alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from random import Random

from checkable.learn.course import Course, Lesson, NothingToLearn, Share
from checkable.learn.recipe import Iteration, Recipe

JUDGED = 500_009  # added to the seed of lessons: others than a compiler of the same seed is trained on
WARM_UP = 30  # steps of a stage in which the rate rises
TRIES = 4  # lessons looked at for each prompt: some texts come twice
PROMPTS = 500_000  # the stage whose lessons are prompts: behind all others
COOL_DOWN = 0.25  # of all steps, or of a round's, in which the rate falls to a twentieth


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What one step does: which stage it is in, where that began, and which stage its lessons come from.

    ``cools`` are the first step and the one after the last of the steps at whose end the rate falls.
    """

    stage: int
    began: int
    drawn_from: int
    cools: tuple[int, int]


def sets_of(recipe: Recipe, course: Course, share: Share, count: int) -> list[list[Lesson]]:
    """``count`` lessons for every stage, labels broken where the recipe says so (never those of validation)."""
    found = []
    for stage, longest in enumerate(recipe.stages):
        lengths = _lengths(recipe, course, longest)
        seed = recipe.seed * 1_000_003 + stage
        lessons = list(islice(course.lessons(share, seed, lengths), count))
        found.append(_broken(recipe, course, lessons) if share == "training" else lessons)
    return found


def _broken(recipe: Recipe, course: Course, lessons: Sequence[Lesson]) -> list[Lesson]:
    if recipe.labels != "gold":
        return shuffled(lessons, recipe.seed) if recipe.labels == "shuffled" else \
            refactored(course, lessons, recipe.seed)
    if recipe.echo is not None and recipe.echo.labels == "shuffled":
        others = shuffled(lessons, recipe.seed)
        return [replace(lesson, echo=other.echo) for lesson, other in zip(lessons, others, strict=True)]
    return list(lessons)


def training_sets(recipe: Recipe, course: Course) -> list[list[Lesson]]:
    """What is trained on. Where only the last stage is, it has as many lessons as all stages have otherwise."""
    if recipe.schedule != "last":
        return sets_of(recipe, course, "training", recipe.programs)
    last = replace(recipe, stages=recipe.stages[-1:])
    return sets_of(last, course, "training", recipe.programs * len(recipe.stages))


def judged_lessons(recipe: Recipe, course: Course, share: Share, count: int) -> list[Lesson]:
    """Lessons whose proposed programs a verifier is trained or scored on, drawn apart from those of its compiler."""
    lessons = course.lessons(share, recipe.seed * 1_000_003 + JUDGED, _lengths(recipe, course, recipe.slots))
    return list(islice(lessons, count))


def _lengths(recipe: Recipe, course: Course, longest: int) -> list[int]:
    return [longest] if recipe.exact else list(range(min(course.shortest, longest), longest + 1))


def prompts_of(recipe: Recipe, course: Course) -> list[Lesson]:
    """The prompts of expert iteration: texts of training that are not among the gold lessons, as many as it says.

    Fewer where there are not so many. Their gold programs are there to count what is right, never to train on.
    """
    if recipe.iteration is None:
        return []
    known = {lesson.text for lessons in training_sets(recipe, course) for lesson in lessons}
    found: dict[str, Lesson] = {}
    lessons = course.lessons("training", recipe.seed * 1_000_003 + PROMPTS, _lengths(recipe, course, recipe.slots))
    for lesson in islice(lessons, recipe.iteration.prompts * TRIES):
        if lesson.text not in known:
            found.setdefault(lesson.text, lesson)
        if len(found) == recipe.iteration.prompts:
            break
    return list(found.values())


def shuffled(lessons: Sequence[Lesson], seed: int) -> list[Lesson]:
    """Every text with the labels of another lesson as long."""
    order = list(lessons)
    by_length: dict[int, list[Lesson]] = {}
    for lesson in order:
        by_length.setdefault(len(lesson.slots), []).append(lesson)
    for of_one in by_length.values():
        Random(f"{seed}/labels").shuffle(of_one)
    given = {length: iter(of_one) for length, of_one in by_length.items()}
    return [replace(next(given[len(lesson.slots)]), text=lesson.text, case_text=lesson.case_text)
            for lesson in order]


def refactored(course: Course, lessons: Sequence[Lesson], seed: int) -> list[Lesson]:
    """Every lesson with each of its factors from another one, drawn apart, and everything else as it is.

    The programs are valid, every factor is as frequent as before, and no text says which ones it has. Raises
    NothingToLearn for a course whose programs have no factors.
    """
    if not course.factors:
        raise NothingToLearn(f"the programs of {course.version} are not made of factors: break shuffled-labels instead")
    programs = [list(lesson.slots) for lesson in lessons]
    for factor in course.factors:
        given = [program[factor] for program in programs]
        Random(f"{seed}/factor {factor}").shuffle(given)
        for program, other in zip(programs, given, strict=True):
            program[factor] = other
    runs = [course.run(lesson.start, program) for lesson, program in zip(lessons, programs, strict=True)]
    return [replace(lesson, slots=tuple(program), states=run.states, answer=lesson.answer if run.answer is None
                    else run.answer) for lesson, program, run in zip(lessons, programs, runs, strict=True)]


def planned(recipe: Recipe, step: int) -> Plan:
    """Stages take equal shares of the steps; a replayed step draws from an earlier stage. Rounds are of one stage."""
    if recipe.iteration is not None:
        began, ends = _phase(recipe, recipe.iteration, step)
        return Plan(stage=0, began=began, drawn_from=0, cools=(began, ends))
    stages, cools = len(recipe.stages), (0, recipe.steps)
    at = min(stages - 1, step * stages // recipe.steps)
    began = -(-at * recipe.steps // stages)
    random = Random(f"{recipe.seed}/{step}/stage")
    if recipe.schedule == "last":
        return Plan(stage=0, began=0, drawn_from=0, cools=cools)
    if recipe.schedule == "mixed":
        return Plan(stage=stages - 1, began=0, drawn_from=int(random.random() * stages), cools=cools)
    if recipe.schedule == "reverse":
        return Plan(stage=stages - 1, began=began, drawn_from=stages - 1 - at, cools=cools)
    replayed = at > 0 and random.random() < recipe.replay
    return Plan(stage=at, began=began, drawn_from=int(random.random() * at) if replayed else at, cools=cools)


def _phase(recipe: Recipe, iteration: Iteration, step: int) -> tuple[int, int]:
    """Where the warm start, the round or the student that a step belongs to begins and ends."""
    if step < iteration.warm:
        return 0, iteration.warm
    if step >= iteration.taught:
        return iteration.taught, recipe.steps
    began = step - (step - iteration.warm) % iteration.round_steps
    return began, began + iteration.round_steps


def batch_of(recipe: Recipe, lessons: Sequence[Lesson], step: int) -> list[Lesson]:
    """The lessons of a step, drawn with replacement."""
    random = Random(f"{recipe.seed}/{step}/batch")
    return [lessons[int(random.random() * len(lessons))] for _ in range(recipe.batch)]


def rate_at(recipe: Recipe, step: int, plan: Plan) -> float:
    """The learning rate: up over the first steps of a stage or round, down over the last quarter of all, or of it."""
    first, ends = plan.cools
    left = (1 - (step - first) / (ends - first)) / COOL_DOWN
    return recipe.rate * min(1.0, (step - plan.began + 1) / WARM_UP) * min(1.0, 0.05 + left)
