"""How unlike the visible output another output is: size, kinds of cells by column, gaps, provenance.

Several compositions may reproduce one example and disagree about the query. What they make of it is
visible, so it can be compared with what the example shows: how wide outputs are, what stands in which
column, how much is empty, how much of the input survives. Each feature is 0 where the output is like
the visible one; a weighted sum of them counts as bits beside a program's description length.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from substrates.foofah.inventory.columns import kind
from substrates.foofah.inventory.goals import runs

from checkable.core.case import Case, Json

Rows = Sequence[Sequence[str]]
# Fitted to generated cases alone by a conditional logit over the programs found for each; the share of families it
# ranks right when they are left out of the fit is in docs/results.md.
WEIGHTS: Mapping[str, float] = {
    "width": 0.7, "rows": 1.2, "kinds": 4.4, "forms": 5.6, "gaps": 5.0, "survival": 8.3, "single": 1.3,
    "kept": 2.0, "stale": 2.0,
}
_DIGITS, _LETTERS, _TWICE = re.compile(r"\d"), re.compile(r"[^\W\d_]"), re.compile(r"(.)\1+")


def implausibility(case: Case, output: Json) -> float:
    """The weighted sum of the features, in bits."""
    return sum(WEIGHTS[name] * value for name, value in features(case, output).items())


def features(case: Case, output: Rows) -> dict[str, float]:
    """How much the output differs from the visible one in each respect, 0 for not at all."""
    example = case.examples[0]
    shown: Rows = example.output
    return {
        "width": abs(math.log2(_width(output) / _width(shown))),
        "rows": min(abs(_growth(case.query, output) - _growth(example.input, shown)),
                    abs(_turned(case.query, output) - _turned(example.input, shown))),
        "kinds": _strangers(shown, output, kind),
        "forms": _strangers(shown, output, _form),
        "gaps": max(0.0, _empty(output) - _empty(shown)),
        "survival": abs(_survival(case.query, output) - _survival(example.input, shown)),
        "kept": abs(_kept(case.query, output) - _kept(example.input, shown)),
        "stale": float(_stale(case, output)),
        "single": float(len(output) == 1 and len(case.query) > len(example.input)),
    }


def _width(table: Rows) -> int:
    return max(1, max(map(len, table), default=1))


def _growth(before: Rows, after: Rows) -> float:
    return math.log2(max(1, len(after)) / max(1, len(before)))


def _turned(before: Rows, after: Rows) -> float:
    return math.log2(max(1, len(after)) / _width(before))


def _form(cell: str) -> str:
    """A cell's shape: letters and digits as such, runs as one."""
    return _TWICE.sub(r"\1", _LETTERS.sub("a", _DIGITS.sub("9", cell.strip())))[:6]


def _strangers(shown: Rows, output: Rows, look) -> float:
    """The mean over the output's columns of the share of cells that look like none in the visible column."""
    known = [{look(row[at]) for row in shown if at < len(row)} for at in range(_width(shown))]
    shares = []
    for at in range(_width(output)):
        cells = [row[at] for row in output if at < len(row)]
        of = known[min(at, len(known) - 1)]
        shares.append(sum(look(cell) not in of for cell in cells) / max(1, len(cells)))
    return sum(shares) / len(shares)


def _empty(table: Rows) -> float:
    cells = [cell for row in table for cell in row]
    return sum(not cell.strip() for cell in cells) / max(1, len(cells))


def _words(table: Rows) -> Counter[str]:
    return Counter(run for row in table for cell in row for run in runs(cell))


def _kept(before: Rows, after: Rows) -> float:
    """The share of the input's runs of letters and digits that are in the output."""
    there, left = _words(before), set(_words(after))
    return sum(count for run, count in there.items() if run in left) / max(1, there.total())


def _stale(case: Case, output: Rows) -> int:
    """How many words of the output are the example's: in its input, and not in the held-out one."""
    return len((set(_words(output)) - set(_words(case.query))) & set(_words(case.examples[0].input)))


def _survival(before: Rows, after: Rows) -> float:
    """The share of the input's filled cells whose text is in the output."""
    text = "\0".join(cell for row in after for cell in row)
    filled = [cell for row in before for cell in row if cell.strip()]
    return sum(cell in text for cell in filled) / max(1, len(filled))

