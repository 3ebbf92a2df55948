"""Algorithms executed in the sandbox: every example, every refusal, and the oracle or properties on made-up inputs.

Promises that nothing of the library runs in this process, and that the examples are judged on the
``source`` that others are handed, alone, under two orders of sets. Time that runs out, a crash and a wrong
value are told apart in the complaint; a failure of the sandbox itself is raised, never held against an algorithm.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from checkable.core.candidate import Observation, Outcome
from checkable.core.execution import Limits, Namespace, Program
from checkable.execute import Sandbox, SandboxUnavailable
from checkable.library.entry import MODULES, Algorithm
from checkable.library.trial import same

LIMITS = Limits(cpu_seconds=2.0, wall_seconds=20.0, memory_mb=512)  # for the examples, and again for the trials
LEAST_TRIALS = 8
SEEDS = (0, 1, 2)  # of the inputs that are made up
_HASH_SEEDS = (0, 1)
_TRIAL = Path(__file__).with_name("trial.py").read_text(encoding="utf-8")
_NAMESPACES = tuple(Namespace(name=f"library-{seed}", modules=MODULES, hash_seed=seed) for seed in _HASH_SEEDS)


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What became of one algorithm. ``trials`` counts made-up inputs; it holds if there are no ``complaints``."""

    algorithm: Algorithm
    examples: int
    trials: int
    cpu_seconds: float
    complaints: tuple[str, ...]

    @property
    def holds(self) -> bool:
        return not self.complaints


def verify(algorithms: Sequence[Algorithm], sandbox: Sandbox, *, workers: int = 1) -> Iterator[Verdict]:
    """A verdict for each, in order. Raises SandboxUnavailable, and IsolationTooWeak as the sandbox does."""
    with ThreadPoolExecutor(workers) as threads:
        yield from threads.map(lambda algorithm: _verify(algorithm, sandbox), algorithms)


def _verify(algorithm: Algorithm, sandbox: Sandbox) -> Verdict:
    """Examples first, and made-up inputs where they hold: what fails once is not run again."""
    complaints: list[str] = []
    trials, spent = 0, 0.0
    for namespace in _NAMESPACES:
        if not complaints:
            observations = _run(sandbox, _calls(algorithm, namespace), _arguments(algorithm))
            spent += sum(o.cpu_seconds for o in observations)
            complaints += _judge_examples(algorithm, observations)
    if not complaints:
        trials, complaint, seconds = _try(algorithm, sandbox)
        spent += seconds
        complaints += [complaint] if complaint else []
    return Verdict(algorithm=algorithm, examples=len(algorithm.examples) + len(algorithm.refused), trials=trials,
                   cpu_seconds=spent, complaints=tuple(complaints))


def _calls(algorithm: Algorithm, namespace: Namespace) -> Program:
    caller = f"\n\ndef checkable_call(arguments):\n    return {algorithm.name}(*arguments)\n"
    return Program(source=algorithm.source + caller, entry_point="checkable_call", namespace=namespace, limits=LIMITS)


def _arguments(algorithm: Algorithm) -> list[tuple]:
    return [*(arguments for arguments, _ in algorithm.examples), *algorithm.refused]


def _judge_examples(algorithm: Algorithm, observations: Sequence[Observation]) -> Iterator[str]:
    count = len(algorithm.examples)
    for (arguments, expected), seen in zip(algorithm.examples, observations[:count], strict=True):
        if not seen.ok:
            yield f"example {_call(algorithm, arguments)} ended as {seen.outcome.value}: {seen.error}"
        elif not same(seen.value, expected):
            yield f"example {_call(algorithm, arguments)} is {seen.value!r:.200}, not {expected!r:.200}"
    for arguments, seen in zip(algorithm.refused, observations[count:], strict=True):
        if seen.outcome is not Outcome.EXCEPTION or not seen.error.startswith("ValueError"):
            shown = f"returned {seen.value!r:.200}" if seen.ok else f"ended as {seen.outcome.value}: {seen.error}"
            yield f"{_call(algorithm, arguments)} should raise ValueError, but {shown}"


def _try(algorithm: Algorithm, sandbox: Sandbox) -> tuple[int, str, float]:
    """How many made-up inputs were tried, the first complaint ("" for none), and CPU seconds."""
    program = Program(source=f"{algorithm.text}\n\n{_TRIAL}", entry_point="checkable_trial",
                      namespace=_NAMESPACES[0], limits=LIMITS)
    requests = [(algorithm.name, algorithm.has_oracle, algorithm.properties, seed) for seed in SEEDS]
    observations = _run(sandbox, program, requests)
    told = [_told(seen) for seen in observations]
    complaint = next((said for _, said in told if said), "")
    return sum(tried for tried, _ in told), complaint, sum(o.cpu_seconds for o in observations)


def _told(seen: Observation) -> tuple[int, str]:
    """One seed's count of inputs and complaint."""
    if not seen.ok:
        return 0, f"trials ended as {seen.outcome.value}: {seen.error}"
    match seen.value:
        case (int(tried), str(complaint)):
            if not complaint and tried < LEAST_TRIALS:
                complaint = f"inputs() made {tried} inputs, at least {LEAST_TRIALS} were expected"
            return tried, complaint
    return 0, f"trials returned {seen.value!r:.200}: the file overwrites what judges it"


def _run(sandbox: Sandbox, program: Program, inputs: Iterable) -> list[Observation]:
    observations = sandbox.run(program, list(inputs))
    for seen in observations:
        if seen.outcome is Outcome.INFRASTRUCTURE:
            raise SandboxUnavailable(seen.error)
    return observations


def _call(algorithm: Algorithm, arguments: tuple) -> str:
    return f"{algorithm.name}({', '.join(map(repr, arguments))})"[:300]
