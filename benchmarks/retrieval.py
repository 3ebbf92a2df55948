"""Does the library's retrieval find the algorithm that a person asks for in other words? MiniLM beside BM25.

The queries are in retrieval_queries.yaml, with how they came about. Both retrievers see the same texts and queries;
they are compared query by query (exact McNemar, bootstrap of the queries). Times are of this process: the model is
loaded, all texts are embedded and the index is written into an empty folder; then it is opened again, unchanged and
with one text changed; queries are timed one by one, with the query's own embedding.

    python benchmarks/retrieval.py [--embedder NAME] [--show]
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml

from checkable.library import read_index
from checkable.measure.paired import count_pairs, mcnemar
from checkable.retrieve.embedders import open_embedder
from checkable.retrieve.lexical import Lexical
from checkable.retrieve.names import EMBEDDER
from checkable.retrieve.semantic import Semantic

_ROOT = Path(__file__).resolve().parents[1]
_QUERIES = Path(__file__).with_name("retrieval_queries.yaml")
_DEPTHS = (1, 5, 10)
_RESAMPLES = 10_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--embedder", default=EMBEDDER, help="a name in models.yaml, or http://host:port/v1#name")
    parser.add_argument("--show", action="store_true", help="list the queries whose algorithm is not among five")
    options = parser.parse_args()
    wanted = yaml.safe_load(_QUERIES.read_text(encoding="utf-8"))
    lines = read_index(_ROOT / "library")
    names, texts = [line["name"] for line in lines], [line["text"] for line in lines]
    with tempfile.TemporaryDirectory() as folder:
        semantic = _timed_semantic(texts, options.embedder, Path(folder))
        lexical, seconds = _timed(lambda: Lexical(texts))
        print(f"bm25: index of {len(texts)} texts made in {seconds * 1000:.0f} ms")
        ranks = {name: _ranks(searcher, wanted, names, name)
                 for name, searcher in ((options.embedder, semantic), ("bm25", lexical))}
    _compare(ranks)
    if options.show:
        _show(ranks, wanted)


def _timed_semantic(texts: Sequence[str], embedder: str, folder: Path) -> Semantic:
    """The index, with what each way of coming by it cost on standard output."""
    made = Semantic(texts, open_embedder(embedder, _ROOT), folder)
    _, seconds = _timed(lambda: made.search(["anything"], 1))
    print(f"{embedder}: model loaded, {len(texts)} texts embedded and indexed in {seconds:.1f} s")
    _, seconds = _timed(lambda: Semantic(texts, open_embedder(embedder, _ROOT), folder).search(["anything"], 1))
    print(f"{embedder}: the same index opened again in {seconds * 1000:.0f} ms, nothing embedded")
    changed = Semantic([f"{texts[0]} And more.", *texts[1:]], open_embedder(embedder, _ROOT), folder)
    changed.search(["anything"], 1)
    print(f"{embedder}: with one text changed, {changed.vectors.embedded} text is embedded")
    return made


def _ranks(searcher: Any, wanted: dict[str, str], names: Sequence[str], label: str) -> list[int]:
    """Where each query's own algorithm stands, from 1."""
    ranks, spent = [], []
    for name, query in wanted.items():
        [found], seconds = _timed(lambda query=query: searcher.search([query], len(names)))
        ranks.append(1 + [names[place] for place, _ in found].index(name))
        spent.append(seconds * 1000)
    print(f"{label}: a query took {statistics.median(spent):.1f} ms in the median")
    return ranks


def _compare(ranks: dict[str, list[int]]) -> None:
    print(f"\n{'':10} {'queries':>8} " + " ".join(f"{f'recall@{k}':>10}" for k in _DEPTHS) + f" {'mean 1/rank':>12}")
    for name, of in ranks.items():
        shares = " ".join(f"{sum(rank <= k for rank in of) / len(of):>10.3f}" for k in _DEPTHS)
        print(f"{name:10} {len(of):>8} {shares} {statistics.mean(1 / rank for rank in of):>12.3f}")
    (first, one), (second, other) = ranks.items()
    for k in _DEPTHS:
        pair = count_pairs([rank <= k for rank in one], [rank <= k for rank in other])
        low, high = _interval([(a <= k) - (b <= k) for a, b in zip(one, other, strict=True)])
        print(f"recall@{k}: {first} alone {pair.recoveries}, {second} alone {pair.regressions}, exact p = "
              f"{mcnemar(pair.recoveries, pair.regressions):.2g}, difference [{low:+.3f}, {high:+.3f}]")


def _interval(differences: Sequence[int]) -> tuple[float, float]:
    """95% of the mean difference, by resampling queries."""
    draw = random.Random(0)
    means = sorted(statistics.fmean(draw.choices(differences, k=len(differences))) for _ in range(_RESAMPLES))
    return means[_RESAMPLES // 40], means[-_RESAMPLES // 40]


def _show(ranks: dict[str, list[int]], wanted: dict[str, str]) -> None:
    for label, of in ranks.items():
        for (name, query), rank in zip(wanted.items(), of, strict=True):
            if rank > 5:
                print(f"{label}: {name} is number {rank} for: {query}")


def _timed(function: Callable[[], Any]) -> tuple[Any, float]:
    started = time.perf_counter()
    return function(), time.perf_counter() - started


if __name__ == "__main__":
    main()
