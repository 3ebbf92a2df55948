"""Taking algorithms off the shelf: by words, at random, by another's words, all; and only from a current index."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkable.library import LibraryError, index_text, load
from checkable.retrieve.lexical import Lexical
from checkable.retrieve.shelf import Shelf

ROOT = Path(__file__).resolve().parents[2]
FEW = ("sorting_searching/merge_sort.py", "number_theory/is_prime.py", "strings/group_anagrams.py",
       "graphs/dijkstra_path.py", "dates/is_leap_year.py")


@pytest.fixture
def root(tmp_path):
    for file in FEW:
        to = tmp_path / "library" / file
        to.parent.mkdir(parents=True)
        to.write_text((ROOT / "library" / file).read_text())
    (tmp_path / "library" / "index.jsonl").write_text(index_text(load(tmp_path / "library")))
    return tmp_path


def names(found):
    return [algorithm.name for algorithm in found]


def test_bm25_finds_by_words_that_are_shared_up_to_their_endings(root):
    shelf = Shelf(root, root / "kept")
    assert names(shelf.nearest("grouping of anagram", 1, by="bm25")) == ["group_anagrams"]
    assert names(shelf.nearest("is this a leap year", 1, by="bm25")) == ["is_leap_year"]


def test_all_takes_every_algorithm_whatever_k(root):
    assert sorted(names(Shelf(root, root / "kept").nearest("", 1, by="all"))) == sorted(Path(f).stem for f in FEW)


def test_random_is_the_same_for_the_same_seed_and_query_and_differs_over_seeds(root):
    shelf = Shelf(root, root / "kept")
    first = names(shelf.nearest("q", 3, by="random", seed=1))
    assert first == names(Shelf(root, root / "kept").nearest("q", 3, by="random", seed=1)) and len(set(first)) == 3
    assert len({tuple(names(shelf.nearest("q", 3, by="random", seed=seed))) for seed in range(8)}) > 1


def test_a_shuffled_query_retrieves_by_another_cases_words_and_never_by_its_own(root, monkeypatch):
    asked = []
    shelf = Shelf(root, root / "kept", queries=["one", "two", "three"])
    monkeypatch.setattr(shelf, "_search", lambda queries, k, by, embedder: asked.append(queries[0]) or [[(0, 1.0)]])
    for seed in range(12):
        shelf.nearest("one", 1, by="shuffled-query", seed=seed)
    assert set(asked) == {"two", "three"}


def test_an_algorithm_that_changed_since_it_was_verified_is_refused_with_what_to_do(root):
    file = root / "library" / FEW[0]
    file.write_text(file.read_text() + "\n# changed\n")
    with pytest.raises(LibraryError, match="merge_sort.*library verify"):
        Shelf(root, root / "kept").nearest("sort", 1, by="bm25")


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(st.sampled_from("ab ."), max_size=12), min_size=1, max_size=6), st.text(max_size=12),
       st.integers(1, 9))
def test_bm25_ranks_every_text_once_best_first(texts, query, k):
    [found] = Lexical([*texts, "word"]).search([query], k)
    assert len({place for place, _ in found}) == len(found) == min(k, len(texts) + 1)
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
