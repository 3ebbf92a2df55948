"""The selectors of the league: which a pool has the evidence for, with the settings of each that may be tuned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pools import Pool

BASE = "first visible pass"
TARGET = 0.9  # the precision that abstaining aims at


@dataclass(frozen=True, kw_only=True)
class Contender:
    """A selector with every setting of it that may be tuned: chains of words, as a spec writes them.

    ``evidence`` is what has to be asked for; ``dealt``: it goes by evidence that can be dealt out as a control;
    ``target``: it abstains below that precision, and is tuned for it.
    """

    name: str
    chains: tuple[tuple[Any, ...], ...]
    evidence: tuple[Any, ...] = ()
    dealt: bool = False
    target: float | None = None


def contenders(pool: Pool) -> list[Contender]:
    """The selectors that a pool has the evidence for."""
    gate = pool.gate
    found = [
        Contender(name=BASE, chains=((gate,),)),
        Contender(name="random", chains=(("random",),)),
        Contender(name="random among passing", chains=((gate, "random"),)),
        Contender(name="shortest", chains=((gate, "shortest"), ("shortest",))),
        Contender(name="majority", chains=((gate, "majority"), ("majority",))),
        Contender(name="clusters", chains=((gate, "clusters"), ("clusters",)), dealt=True),
        Contender(name="MBR-exec", chains=tuple((gate, {"mbr-exec": {"loss": loss}}) for loss in ("soft", "hard")),
                  dealt=True),
        Contender(name="description length", chains=tuple(
            (gate, {"description-length": {"sum": total}}) for total in (False, True))),
        Contender(name="majority, then shortest", chains=((gate, "majority", "shortest"),)),
    ]
    return found + _by_likelihood(pool) + _by_belief(pool) + _by_tests(pool) + [_abstaining(pool)]


def _by_likelihood(pool: Pool) -> list[Contender]:
    if "mean_logprob" not in pool.scores:
        return []
    return [Contender(name="mean logprob alone", chains=(("mean-logprob",),), dealt=True),
            Contender(name="visible + mean logprob", chains=((pool.gate, "mean-logprob"),), dealt=True)]


def _by_belief(pool: Pool) -> list[Contender]:
    if "p_true" not in pool.scores and "p_true" not in pool.asked:
        return []
    evidence = _asked(pool, "p_true")
    chains = {"P(True) alone": ("p-true",), "visible + P(True)": (pool.gate, "p-true", "shortest"),
              "majority, then P(True)": (pool.gate, "majority", "p-true")}
    return [Contender(name=name, chains=(chain,), evidence=evidence, dealt=True) for name, chain in chains.items()]


def _by_tests(pool: Pool) -> list[Contender]:
    if "tests_passed" not in pool.asked:
        return []
    evidence = _asked(pool, "tests_passed")
    b4 = tuple({"b4": {"chance_fails": fails}} for fails in (1, 10, 100))
    chains = {"CodeT alone": (("codet",),), "visible + CodeT": ((pool.gate, "codet"),),
              "visible + B4": tuple((pool.gate, word) for word in b4)}
    return [Contender(name=name, chains=each, evidence=evidence, dealt=True) for name, each in chains.items()]


def _abstaining(pool: Pool) -> Contender:
    """By whatever evidence there is: all of it is asked for, though one kind is chosen."""
    kinds = ("agreement", *pool.scores, *pool.asked)
    chains = tuple((pool.gate, {"abstain": {"by": by, "target": TARGET}}) for by in kinds)
    return Contender(name=f"abstain below {TARGET:.0%}", chains=chains, evidence=tuple(pool.asked.values()),
                     target=TARGET)


def _asked(pool: Pool, kind: str) -> tuple[Any, ...]:
    return (pool.asked[kind],) if kind in pool.asked else ()


