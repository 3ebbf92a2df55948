"""The map, claims, queue and comparison in a browser, exported charts, and a page as large as it gets."""

from __future__ import annotations

import functools
import re
from xml.etree import ElementTree

import pytest
from tests.report import browsing
from tests.report.browsing import go, opened, overflow, settle
from tests.report.factory import experiment
from tests.report.hostile import CORPUS, poisoned_overview
from tests.report.ledger_factory import overview
from tests.report.test_browser import browser, complaints, rules  # noqa: F401  (the fixture)

from checkable.core.result import to_plain
from checkable.measure.estimates import difference as clustered
from checkable.measure.paired import mcnemar
from checkable.report import entries, html

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.skipif(browsing.CHROMIUM is None, reason="there is no chromium on this machine")

GATE, OTHER = "e-specs-foofah-gate-yaml-full", "e-specs-foofah-other-yaml-full"
GATED = experiment(n=120)
OTHERS = experiment("specs/foofah/other.yaml", n=100, seed=0, title="The same cases, fewer")
PAGES = ["#map", "#claims", "#c-executable-gate", "#p-retrieval", "#queue", "#method", f"#compare?a={GATE}&b={OTHER}"]


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    path = tmp_path_factory.mktemp("pages") / "report.html"
    html.write(path, [to_plain(GATED), to_plain(OTHERS)], overview=overview())
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_in_reach_of_assistive_technology(browser, report, scheme):  # noqa: F811
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    with opened(browser, report, color_scheme=scheme) as view:
        for address in PAGES:
            go(view, address)
            view.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
            assert (address, complaints(axe.run(view, options=rules(scheme)).response)) == (address, [])


def test_no_page_is_wider_than_a_phone_or_than_paper(browser, report):  # noqa: F811
    with opened(browser, report, width=390, height=844) as view:
        for address in PAGES:
            go(view, address)
            assert (address, overflow(view)) == (address, 0)
    with opened(browser, report, width=688) as view:
        for address in PAGES:
            go(view, address)
            view.emulate_media(media="print")
            assert (address, overflow(view)) == (address, 0)
            assert not view.locator("button:visible, input:visible, select:visible, nav:visible").count()
            view.emulate_media(media="screen")


def test_the_map_leads_to_a_claim_and_the_navigation_says_where_one_is(browser, report):  # noqa: F811
    with opened(browser, report) as view:
        assert view.locator(".rooms [aria-current]").inner_text() == "Map"
        view.locator("#map .claim-mark.k-negative").click()
        settle(view)
        assert "process-control" in view.locator("section.claim.open").inner_text()
        assert view.locator(".rooms [aria-current]").inner_text() == "Claims"
        assert view.evaluate("scrollY") == 0
        view.keyboard.press("Escape")
        settle(view)
        assert view.locator("#claims").is_visible()


def test_claims_and_proposals_are_cut_by_status_and_by_text(browser, report):  # noqa: F811
    with opened(browser, report, "#claims") as view:
        view.get_by_role("button", name="open 2").click()
        assert view.locator("#claims .item:visible").count() == 2
        go(view, "#queue")
        view.get_by_label("Find a proposal").fill("abstain")
        assert view.locator("#queue .item:visible").count() == 1
        view.get_by_label("Find a proposal").fill("nothing like it")
        assert view.get_by_text("No proposal matches.").is_visible()


def test_two_runs_are_compared_on_the_cases_that_both_have(browser, report):  # noqa: F811
    gate = {c.id: c.commits[1].correct for c in GATED.cases}
    other = {c.id: c.commits[0].correct for c in OTHERS.cases}
    flipped = {c for c in other if gate[c] and not other[c]}, {c for c in other if other[c] and not gate[c]}
    with opened(browser, report, f"#compare?a={GATE}&aa=gate&b={OTHER}&bb=direct") as view:
        told = view.locator(".comparison .why").inner_text()
        assert f"on 100 paired cases: {len(flipped[0])} recovered, {len(flipped[1])} regressed" in told
        assert re.match(r"[+−]?\d+\.\d points \[[+−]?\d+\.\d, [+−]?\d+\.\d\] over 5 families, on", told)
        family = view.locator(".flips tbody tr").first
        name, n = family.locator("th").inner_text(), family.locator("td").nth(1).inner_text()
        assert int(n) == sum(c.family == name for c in OTHERS.cases if c.id in flipped[0])
        assert "20 cases are on one side only and left out." in told
        view.locator(".comparison .quad a", has_text="recovered").click()
        settle(view)
        assert set(view.locator(".comparison .list tbody td:first-child a:first-child").all_inner_texts()) == flipped[0]
        view.get_by_role("button", name="on one side only 20").click()
        settle(view)
        assert view.locator(".comparison .list tbody tr").count() == 20
        assert "missing" in view.locator(".comparison .list tbody .mark svg").nth(1).get_attribute("aria-label")
        view.locator(".comparison .list a").first.click()
        settle(view)
        assert view.locator("#case h2").is_visible()


def test_the_page_computes_p_as_the_harness_does(browser, tmp_path):  # noqa: F811
    pairs = [(0, 0), (1, 0), (18, 0), (5, 1), (4, 4), (22, 4), (3, 90), (400, 310)]
    probe = "function exposed(f) { window.mcnemar = f; }\n"
    script = html.static(("compare.js",)).split("const wordedP")[0] + "exposed(mcnemar);"
    (tmp_path / "p.html").write_text(f"<script>{probe}{script}</script>")
    view = browser.new_page()
    view.goto((tmp_path / "p.html").as_uri())
    for b, c in pairs:
        assert view.evaluate("([b, c]) => window.mcnemar(b, c)", [b, c]) == pytest.approx(mcnemar(b, c), rel=1e-9)
    view.close()


@pytest.mark.parametrize(("wins", "losses", "cases", "families"), [
    (18, 0, 250, 50), (4, 6, 60, 60), (5, 1, 24, 8), (0, 0, 40, 10), (30, 30, 30, 2)])
def test_the_page_computes_the_interval_over_families_as_the_harness_does(
        browser, tmp_path, wins, losses, cases, families):  # noqa: F811
    arm = [i < wins for i in range(cases)]
    base = [cases - losses <= i for i in range(cases)]
    names = [f"family-{i % families}" for i in range(cases)]
    expected = clustered(arm, base, names, seed=0)
    script = html.static(("interval.js",)) + "window.over = clusteredDifference;"
    (tmp_path / "over.html").write_text(f"<script>{script}</script>")
    view = browser.new_page()
    view.goto((tmp_path / "over.html").as_uri())
    differences = [int(a) - int(b) for a, b in zip(arm, base, strict=True)]
    found = view.evaluate("([f, d]) => window.over(f, d)", [names, differences])
    one_case = 1.01 / cases  # quantiles of so few cases jump from one to the next
    assert (found["low"], found["high"]) == pytest.approx((expected.low, expected.high), abs=max(0.012, one_case))
    assert found["families"] == families
    view.close()


def test_families_show_what_was_reached_and_lead_to_their_cases(browser, report):  # noqa: F811
    with opened(browser, report, f"#{GATE}?arm=gate&base=direct") as view:
        table = view.locator("section.view.open .families table")
        rows = dict(
            zip(table.locator("tbody a").all_inner_texts(), table.locator("tbody tr").all_inner_texts(), strict=True)
        )
        assert set(rows) == {c.family for c in GATED.cases}
        for family, text in rows.items():
            cases = [c for c in GATED.cases if c.family == family]
            assert re.search(rf"\b{sum(c.commits[1].correct for c in cases)} of {len(cases)}\b", text)
        table.get_by_role("link", name="transpose").click()
        settle(view)
        shown = view.locator("section.view.open .list tbody .family").all_inner_texts()
        assert shown and set(shown) == {"transpose"}


def test_programs_that_passed_and_were_wrong_can_be_found(browser, report):  # noqa: F811
    fooled = [c.id for c in GATED.cases if c.commits[1].treated and not c.commits[1].correct]
    with opened(browser, report, f"#{GATE}?arm=gate&show=fooled") as view:
        shown = view.locator("section.view.open .list tbody td:first-child a").all_inner_texts()
        assert fooled and shown == fooled


def test_every_candidate_is_in_one_table_with_what_selectors_go_by(browser, report):  # noqa: F811
    with opened(browser, report, f"#{GATE}?case=foofah-001") as view:
        table = view.locator("#case .candidates")
        assert table.locator("thead").inner_text().split("\t")[3:5] == ["support", "mean_logprob"]
        row = table.locator("tbody tr", has_text="program/0.1").inner_text()
        assert "0.75" in row and "-0.213" in row
        assert view.locator("#case .program .py-word").first.text_content() == "def"
        assert view.locator("#case .program .py-string").count() >= 2


def test_a_figure_is_saved_as_svg_and_as_png_on_white(browser, report):  # noqa: F811
    with opened(browser, report, f"#{GATE}", color_scheme="dark") as view:
        figure = view.locator("section.view.open figure").first
        with view.expect_download() as svg:
            figure.get_by_label("Save this chart as SVG").click()
        root = ElementTree.fromstring(svg.value.path().read_text(encoding="utf-8"))
        words = " ".join(root.itertext())
        assert "gate-strict" in words and "Recovered" in words and "SVG" not in words
        colours = {e.get("stroke") for e in root.iter()} | {e.get("fill") for e in root.iter()}
        assert "#1b2026" in colours and "rgb(228, 232, 237)" not in colours
        with view.expect_download() as png:
            figure.get_by_label("Save this chart as PNG").click()
        assert png.value.suggested_filename == f"{GATE}-1.png"
        assert png.value.path().read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("offset", [None, 1, 2])
def test_hostile_text_in_the_ledger_stays_text(browser, tmp_path, offset):  # noqa: F811
    html.write(tmp_path / "report.html", [], overview=poisoned_overview(overview(), offset), title=CORPUS[0])
    with opened(browser, tmp_path / "report.html", width=390, height=844) as view:
        for address in view.eval_on_selector_all("section.view", "all => all.map(e => '#' + e.id)"):
            go(view, address)
            view.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
            browsing.look_for_intruders(view)
            assert (address, overflow(view)) == (address, 0)


def test_a_completion_of_one_megabyte_on_one_line_is_shown_and_fits(browser, tmp_path):  # noqa: F811
    result = to_plain(experiment(n=2))
    result["cases"][0]["candidates"][2]["text"] = f"x = '{'<b>' * 350_000}'"
    html.write(tmp_path / "report.html", [result])
    with opened(browser, tmp_path / "report.html", f"#{GATE}?case=foofah-000", width=390, height=844) as view:
        view.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        assert len(view.locator(".program").nth(1).inner_text()) > 1_000_000
        assert overflow(view) == 0


def test_a_hundred_and_fifty_five_experiments_of_250_cases_fit_and_open(browser, tmp_path, monkeypatch):  # noqa: F811
    whole = to_plain(experiment(n=250))
    packed = functools.cache(lambda: entries_pack(whole["cases"], whole["arms"], "direct"))
    entries_pack = entries.pack
    monkeypatch.setattr(entries, "pack", lambda *_: packed())  # the same cases 155 times: packing them once is enough
    path = tmp_path / "report.html"
    html.write(path, ({**whole, "experiment": f"specs/f/e{i:03d}.yaml"} for i in range(155)), overview=overview())
    assert 5_000_000 < path.stat().st_size < 15_000_000
    with opened(browser, path) as view:
        assert view.locator("#experiments .item").count() == 155
        go(view, "#e-specs-f-e154-yaml-full?case=foofah-249")
        assert view.locator("#case .candidate").count() == 4
        assert view.evaluate("performance.memory.usedJSHeapSize") < 120_000_000
