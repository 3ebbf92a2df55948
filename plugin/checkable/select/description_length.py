"""The shortest description: a program that says less has fewer ways to fit an example by accident.

A program's length in bits is that of a crude code for its tokens: known words and signs are cheap, a new
name costs more, and literals cost their characters, so that a program which memorises its examples is
long. Comments cost nothing. With ``sum: true`` a behaviour counts by all of its programs, each with the
weight 2 to the minus its bits (Solomonoff's prior, Information and Control 1964, over the candidates at
hand). Minimum description length is Rissanen's (Automatica 1978). Costs no tokens.
"""

from __future__ import annotations

import builtins
import io
import keyword
import math
import tokenize
from collections.abc import Sequence
from dataclasses import dataclass

from checkable.core.candidate import CheckedCandidate
from checkable.select import behaviour
from checkable.select.context import SelectContext
from checkable.vocabulary import option, word

KNOWN, NEW_NAME, CHARACTER = 4.0, 12.0, 8.0  # bits of a known token, of a name's first use, of a character
_FREE = (tokenize.COMMENT, tokenize.NL, tokenize.ENCODING, tokenize.ENDMARKER)
_WORDS = frozenset((*keyword.kwlist, *dir(builtins)))


@dataclass(frozen=True, kw_only=True)
class DescriptionLengthOptions:
    sum: bool = option(False, "weigh each behaviour by all of its programs, not by its shortest alone")


@word("selector", "description-length", options=DescriptionLengthOptions, baseline="heuristic")
def description_length(candidates: Sequence[CheckedCandidate], options: DescriptionLengthOptions,
                       context: SelectContext) -> list[CheckedCandidate]:
    """Keep the candidate with the shortest description in bits, or the behaviour whose programs weigh most."""
    groups = behaviour.clusters(candidates) if options.sum else [[c] for c in candidates if c.on_query.ok]
    if not groups:
        return list(candidates)
    best = min(groups, key=lambda group: _together([bits(c) for c in group]))
    return sorted(best, key=bits)


def bits(checked: CheckedCandidate) -> float:
    """The bits of a program's tokens, or of an answer's text."""
    made = checked.candidate
    return CHARACTER * len(made.text) if made.source is None else program_bits(made.source)


def program_bits(source: str) -> float:
    """The bits of a program; one that cannot be cut into tokens costs its characters."""
    total, seen = 0.0, set()
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type == tokenize.ERRORTOKEN:
                raise tokenize.TokenError(token.string)
            if token.type in (tokenize.STRING, tokenize.NUMBER):
                total += CHARACTER * len(token.string)
            elif token.type not in _FREE:
                fresh = token.type == tokenize.NAME and token.string not in _WORDS and token.string not in seen
                total += NEW_NAME if fresh else KNOWN
                seen.add(token.string)
    except (tokenize.TokenError, SyntaxError):
        return CHARACTER * len(source)
    return total


def _together(lengths: Sequence[float]) -> float:
    """The bits of a whole group: minus the binary logarithm of its summed weights."""
    least = min(lengths)
    return least - math.log2(sum(2.0 ** (least - length) for length in lengths))
