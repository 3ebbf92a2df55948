"""The page as bytes: self-contained, the same for the same results, safe whatever the results hold."""

from __future__ import annotations

import base64
import dataclasses
import gzip
import hashlib
import json
import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest
from tests.report.factory import experiment, session
from tests.report.hostile import CORPUS, poisoned

from checkable.core.result import Stopping, to_plain
from checkable.report import chunks
from checkable.report.html import NotRun, write
from checkable.report.view import FAMILY_FACTS

MISSING = NotRun(experiment="specs/mbpp/live.yaml", item="full", title="Ask a served model", reason="no data here")


def page(tmp_path, results, **kwargs) -> str:
    """A first page: what an earlier one would tell of is in ``test_changes``."""
    (tmp_path / "report.html").unlink(missing_ok=True)
    write(tmp_path / "report.html", [to_plain(r) for r in results], **kwargs)
    return (tmp_path / "report.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> str:
    return page(tmp_path_factory.mktemp("page"), session(), not_run=[MISSING])


class Markup(HTMLParser):
    """Every element with its attributes, and the text outside scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self._raw = ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        self._raw = tag if tag in ("script", "style") else ""

    def handle_endtag(self, tag):
        self._raw = ""

    def handle_data(self, data):
        if not self._raw:
            self.text.append(data)

    @property
    def words(self) -> str:
        return " ".join(" ".join(self.text).split())


def unpack(text: str, name: str):
    block = re.search(rf'<script type="text/plain" id="{re.escape(name)}">([^<]*)</script>', text)
    return json.loads(gzip.decompress(base64.b64decode(block[1])))


def test_the_same_results_give_the_same_bytes_in_any_order(tmp_path, whole):
    again = page(tmp_path, reversed(session()), not_run=[MISSING])
    assert again == whole


def test_the_front_counts_every_status_and_puts_first_what_needs_attention(whole):
    words = Markup(whole).words
    assert "7 experiments: 1 failed, 2 undecided, 1 not run, 1 not judged, 1 without criteria, 1 passed." in words
    order = [
        words.index(f"specs/{name}") for name in ("foofah/gate", "foofah/selectors", "mbpp/probes", "foofah/repair")
    ]
    assert order == sorted(order)


def test_what_did_not_run_is_listed_with_its_reason(whole):
    assert "not run Ask a served model specs/mbpp/live.yaml::full no data here" in Markup(whole).words


def test_everything_but_the_cases_is_readable_without_javascript(whole):
    words = Markup(whole).words
    for text in (
        "gate.regressions(direct) is 6 of 250, wanted at most 0",
        "Reach is an oracle figure",
        "published figures".capitalize(),
        "not comparable",
        "5 cases have a known label issue",
        "broken: the label leaves out a row",
        "vllm 0.32.0 bfloat16",
        "Not judged: this tier runs on fewer cases",
        "There were no cases, so nothing was measured.",
        "This result was kept without its cases.",
        "The spec names no criterion",
    ):
        assert text in words


def test_each_comparison_shows_its_four_cells_with_links_to_their_cases(tmp_path):
    result = experiment(n=40)
    text = page(tmp_path, [result])
    for c in result.comparisons:
        link = f"#e-specs-foofah-gate-yaml-full?arm={c.arm}&amp;base={c.base}&amp;show="
        cells = {"recovered": c.recoveries, "regressed": c.regressions, "both": c.both, "neither": c.neither}
        for cell, count in cells.items():
            assert f'<a href="{link}{cell}">{count}<span>{cell}</span></a>' in text


def test_controls_come_after_the_arms_wherever_the_result_has_them(tmp_path):
    result = experiment(n=4)
    turned = dataclasses.replace(result, arms=result.arms[3:] + result.arms[:3])
    assert page(tmp_path, [turned]) == page(tmp_path, [result])


def test_reach_is_never_in_a_column_with_commit(whole):
    heads = re.findall(r"<thead.*?</thead>", whole, re.DOTALL)
    reach = [head for head in heads if "Reach" in head]
    assert reach and all(re.search(r'class="num oracle">Reach, oracle<', head) for head in reach)
    assert not any("oracle" in head for head in heads if head not in reach)


def test_the_page_asks_for_nothing_from_anywhere(whole):
    for tag, attributes in Markup(whole).elements:
        assert tag not in ("img", "iframe", "object", "embed", "base", "form")
        for name in ("src", "href", "action", "srcset"):
            assert (attributes.get(name) or "#").startswith(("#", "data:"))
    assert "@import" not in whole and "url(" not in whole


def test_the_policy_allows_exactly_the_script_and_style_that_are_there(whole):
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', whole)[1].replace("&#39;", "'")
    for kind in ("script", "style"):
        there = re.findall(rf"<{kind}>(.*?)</{kind}>", whole, re.DOTALL)
        hashes = [base64.b64encode(hashlib.sha256(t.encode()).digest()).decode() for t in there]
        allowed = re.search(rf"{kind}-src ([^;]*);", policy)[1].split()
        assert allowed == [f"'sha256-{h}'" for h in hashes]
    assert policy.startswith("default-src 'none'; ") and "unsafe" not in policy


def test_where_an_experiment_ended_early_and_why_a_warning_is_meant_stand_on_the_page(tmp_path):
    ended = Stopping(decision="no hope", looks=3, cases=30, planned_cases=80, families=15, planned_families=40,
                     text="Ended after 30 of 80 cases: it would hardly be shown by the rest.")
    text = page(tmp_path, [dataclasses.replace(experiment(n=3), stopping=ended)])
    assert "Ended after 30 of 80 cases: it would hardly be shown by the rest." in text
    assert "Justified: the published labels are those of the published figures" in text


@pytest.mark.parametrize("offset", range(len(CORPUS)))
def test_hostile_text_adds_no_element_and_no_attribute(tmp_path, offset):
    def shape(text):
        return [(tag, sorted(attributes)) for tag, attributes in Markup(text).elements]

    harmless, hostile = to_plain(experiment(n=3)), poisoned(to_plain(experiment(n=3)), offset)
    hostile["slices"] = dict(list(hostile["slices"].items())[: len(harmless["slices"])])
    hostile["provenance"] = {name: poisoned(fact, offset) for name, fact in harmless["provenance"].items()}
    assert shape(page(tmp_path, [hostile], title=CORPUS[offset], generated_by=CORPUS[offset])) == shape(
        page(tmp_path, [harmless])
    )


def test_no_control_or_bidirectional_character_reaches_the_page(tmp_path):
    everything = " ".join(CORPUS)
    missing = NotRun(experiment=everything, item=everything, title=everything, reason=everything)
    text = page(tmp_path, [poisoned(to_plain(experiment(n=3)), None)], not_run=[missing], title=everything)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", text)


def test_the_cases_are_in_the_page_as_they_are(tmp_path):
    result = to_plain(experiment(n=120))
    text = page(tmp_path, [result])
    slug = "e-specs-foofah-gate-yaml-full"
    details = [case for i in range(3) for case in unpack(text, f"{slug}.{i}")]
    assert details == result["cases"]


def test_the_list_of_cases_agrees_with_the_comparisons(tmp_path):
    result = experiment(n=60)
    listing = unpack(page(tmp_path, [result]), "e-specs-foofah-gate-yaml-full.list")
    names = [arm["name"] for arm in listing["arms"]]
    for c in result.comparisons:
        arm, base = names.index(c.arm), names.index(c.base)
        pairs = [(m[arm] == "c", m[base] == "c") for m in listing["marks"]]
        assert (pairs.count((True, False)), pairs.count((False, True))) == (c.recoveries, c.regressions)
    for i, case in enumerate(result.cases):
        for a, commit in enumerate(case.commits):
            mark = listing["marks"][i][a]
            assert (mark in "aA", mark in "WA") == (commit.candidate is None, commit.reached and not commit.correct)
            assert (listing["outputs"][i][a] == listing["outputs"][i][0]) == (commit.value == case.commits[0].value)


@pytest.mark.parametrize("cuts", range(len(chunks.CUTS) + 1))
def test_a_page_that_would_be_too_big_is_cut_in_order_and_says_what_it_leaves_out(tmp_path, cuts):
    result = to_plain(long_texts())
    packed = chunks.pack(result["cases"], result["arms"], "direct")
    for step in chunks.CUTS[:cuts]:
        packed = chunks.cut(packed, step)
    words = Markup(page(tmp_path, [result], budget=packed.size)).words
    assert [step.what in words for step in chunks.CUTS] == [i < cuts for i in range(len(chunks.CUTS))]


def long_texts():
    """Cases whose programs do not compress and are longer than what is kept of them."""
    result = to_plain(experiment(n=60))
    for number, case in enumerate(result["cases"]):
        for candidate in case["candidates"]:
            noise = "".join(hashlib.sha256(f"{number}{candidate['id']}{i}".encode()).hexdigest() for i in range(20))
            candidate["text"] = f"# {noise}\n"
    return result


def test_cuts_spare_what_was_committed_and_count_what_they_took():
    result = to_plain(long_texts())
    packed = chunks.pack(result["cases"], result["arms"], "direct")
    for step in chunks.CUTS[:3]:
        packed = chunks.cut(packed, step)
    cases = [case for block in packed.details for case in json.loads(gzip.decompress(base64.b64decode(block)))]
    for before, after in zip(result["cases"], cases, strict=True):
        committed = {commit["candidate"] for commit in before["commits"]}
        for old, new in zip(before["candidates"], after["candidates"], strict=True):
            if old["id"] in committed:
                assert new == old
            else:
                assert (new["cut"], new["text"]) == (len(old["text"]), old["text"][: chunks.KEPT])
                assert new["correct"] or new["runs_cut"]


def test_experiments_of_one_name_have_addresses_of_their_own(tmp_path):
    text = page(tmp_path, [experiment(n=2), experiment(n=2, seed=1)])
    ids = [a["id"] for _, a in Markup(text).elements if "id" in a]
    assert "e-specs-foofah-gate-yaml-full--2" in ids
    assert len(ids) == len(set(ids))


def test_a_result_of_an_earlier_version_is_shown_without_what_it_does_not_hold(tmp_path):
    result = to_plain(experiment(n=3))
    result.pop("stopping", None)
    for audit in result["audits"]:
        audit.pop("justification", None)
    for comparison in result["comparisons"]:
        for name in FAMILY_FACTS:
            comparison.pop(name, None)
    assert "specs/foofah/gate.yaml::full" in Markup(page(tmp_path, [result])).words


def test_a_session_without_results_says_so(tmp_path):
    assert "No experiment ran." in Markup(page(tmp_path, [])).words


def test_the_old_page_stays_when_writing_the_new_one_fails(tmp_path):
    before = page(tmp_path, [experiment(n=2)])
    with pytest.raises(KeyError):
        write(tmp_path / "report.html", [{"verdict": "passed"}])
    assert [f.name for f in tmp_path.iterdir()] == ["report.html"]
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == before


def test_reports_import_nothing_heavy():
    code = (
        "import sys, checkable.report.html, checkable.report.terminal, checkable.report.junit\n"
        "import checkable.ledger.artefacts, checkable.ledger.runs\n"
        "print([m for m in ('torch', 'transformers', 'numpy', 'scipy', 'vllm') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": "plugin"})
    assert run.stdout == "[]\n", run.stderr
