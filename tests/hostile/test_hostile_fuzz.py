"""A share of the fuzzing that ``benchmarks/sandbox/fuzz.py`` does at length."""

from __future__ import annotations

import itertools

import fuzzing
from attack import ANSWER, QUESTION
from execute_helpers import zygotes
from hypothesis import settings
from rules import NAMESPACE

from checkable.core.execution import Limits, Program
from checkable.execute import Sandbox

LIMITS = Limits(cpu_seconds=0.1, wall_seconds=0.5, memory_mb=64, output_bytes=100_000)

test_no_result_file_breaks_the_decoder = settings(max_examples=1_000, deadline=None)(fuzzing.decoder)


def test_no_mutant_of_a_program_forges_a_verdict_or_ends_its_zygote():
    with Sandbox() as sandbox:
        before = set()
        for source in itertools.islice(fuzzing.programs(seed=1), 150):
            program = Program(source=source, entry_point="f", namespace=NAMESPACE, limits=LIMITS)
            [seen] = sandbox.run(program, [QUESTION])
            fuzzing.check(seen)
            assert seen.value != ANSWER
            before = before or zygotes()
            assert zygotes() == before, source
