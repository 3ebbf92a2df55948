"""The page in a browser: quiet, safe, usable by keyboard, on paper, small and without JavaScript."""

from __future__ import annotations

import pytest
from tests.report import browsing
from tests.report.browsing import go, opened, overflow, settle
from tests.report.factory import experiment, session
from tests.report.hostile import CORPUS, poisoned

from checkable.core.result import to_plain
from checkable.report import html

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.skipif(browsing.CHROMIUM is None, reason="there is no chromium on this machine")

GATE = "#e-specs-foofah-gate-yaml-full"
MISSING = html.NotRun(experiment="specs/mbpp/live.yaml", item="full", title="Ask a served model", reason="no data here")


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as p:
        made = p.chromium.launch(executable_path=browsing.CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    path = tmp_path_factory.mktemp("browser") / "report.html"
    html.write(path, [to_plain(r) for r in session()], not_run=[MISSING])
    return path


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """Few cases, so that a checker of every element is done soon."""
    path = tmp_path_factory.mktemp("browser") / "small.html"
    html.write(path, [to_plain(experiment(n=8)), to_plain(session()[3])], not_run=[MISSING])
    return path


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    path = tmp_path_factory.mktemp("browser") / "hostile.html"
    html.write(path, [poisoned(to_plain(experiment(n=2)), offset) for offset in (None, 1)], title=CORPUS[0])
    return path


def rows(view) -> list[str]:
    return view.locator("section.view.open .list tbody a").all_inner_texts()


def addresses(view) -> list[str]:
    return view.eval_on_selector_all("section.experiment", "all => all.map(e => '#' + e.id)")


def walk_everything(view) -> None:
    """Every experiment, the first case of each, with all of its candidates open."""
    for address in addresses(view):
        go(view, address)
        view.locator("section.view.open .list a").first.click()
        settle(view)
        view.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        browsing.look_for_intruders(view)


def test_hostile_text_stays_text_in_every_view(browser, hostile):
    with opened(browser, hostile) as view:
        walk_everything(view)
        assert view.locator("#case .candidate").count() == 4


def test_the_search_for_intruders_finds_text_that_is_read_as_markup(browser, hostile, tmp_path, monkeypatch):
    safe, unsafe = "(c instanceof Node ? c : tidy(c))", "(c instanceof Node ? c : readAsMarkup(c))"
    reading = """function readAsMarkup(text) {
      const holder = document.createElement("template");
      holder.innerHTML = text;
      return holder.content;
    }
    """
    original = html.static
    assert safe in original(html.SCRIPTS)
    monkeypatch.setattr(
        html, "static", lambda names: original(names).replace(safe, unsafe) + reading * (names is html.SCRIPTS)
    )
    html.write(tmp_path / "report.html", [poisoned(to_plain(experiment(n=2)), 1)])
    with pytest.raises(AssertionError, match="intruder: <img"), opened(browser, tmp_path / "report.html") as view:
        walk_everything(view)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["", f"{GATE}?arm=gate&show=regressed", f"{GATE}?case=foofah-001"])
def test_nothing_is_out_of_reach_for_assistive_technology(browser, small, scheme, address):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    with opened(browser, small, address, color_scheme=scheme) as view:
        view.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        assert complaints(axe.run(view, options=rules(scheme)).response) == []


def rules(scheme: str) -> dict:
    """All rules on light; on dark only those about colour, since all else is the same."""
    return {"runOnly": ["color-contrast"]} if scheme == "dark" else {}


def complaints(found) -> list[str]:
    """What axe objects to or cannot decide, but for contrast that it cannot measure.

    It does not measure text drawn on a chart, a lone figure or a lone sign for white space; all
    have the colours of text that it does measure.
    """
    told = []
    for kind in ("violations", "incomplete"):
        for rule in found[kind]:
            for node in rule["nodes"]:
                message = node["any"][0]["message"] if node["any"] else ""
                reasons = ("contains an image node", "only non-text characters", "too short to determine")
                unmeasurable = any(reason in message for reason in reasons)
                if not (kind == "incomplete" and rule["id"] == "color-contrast" and unmeasurable):
                    told.append(f"{rule['id']}: {node['target']} {message}")
    return told


def test_without_javascript_everything_but_the_cases_is_there(browser, report):
    with opened(browser, report, java_script_enabled=False) as view:
        text = view.locator("main").inner_text()
        assert "7 experiments" in text and "wanted at most 0" in text and "Browsing the cases needs JavaScript." in text
        assert view.locator("section.experiment:visible").count() == 6
        assert not view.locator("button:visible, input:visible").count()


@pytest.mark.parametrize("address", ["", GATE, f"{GATE}?case=foofah-004", f"{GATE}?case=foofah-002"])
def test_a_phone_needs_no_sideways_scrolling(browser, report, address):
    with opened(browser, report, address, width=390, height=844) as view:
        view.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        assert overflow(view) == 0


def test_hostile_text_does_not_widen_the_page(browser, hostile):
    with opened(browser, hostile, width=390, height=844) as view:
        assert overflow(view) == 0
        for address in addresses(view):
            go(view, address)
            assert overflow(view) == 0
            view.locator("section.view.open .list a").first.click()
            settle(view)
            assert overflow(view) == 0


def test_paper_shows_every_experiment_and_no_control(browser, report):
    with opened(browser, report, width=688) as view:  # A4 within the margins
        view.emulate_media(media="print")
        playwright.expect(view.locator("section.experiment:visible")).to_have_count(6)  # in its next frame
        assert not view.locator("button:visible, input:visible, .cases:visible").count()
        assert overflow(view) == 0
        clipped = "all => all.filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.outerHTML.slice(0, 120))"
        assert view.eval_on_selector_all("td:not(.plot), th:not(.plot), .scroll", clipped) == []


def test_a_status_button_shows_its_experiments_alone(browser, report):
    with opened(browser, report) as view:
        view.get_by_role("button", name="undecided 2").click()
        shown = view.locator(".index tbody tr:visible").all_inner_texts()
        assert len(shown) == 2 and all("undecided" in row for row in shown)
        view.get_by_label("Find an experiment").fill("nothing like it")
        assert view.locator("#experiments .empty").is_visible()


@pytest.mark.parametrize("cell", ["recovered", "regressed", "both", "neither"])
def test_a_cell_of_the_four_leads_to_exactly_its_cases(browser, report, cell):
    result = session()[0]
    with opened(browser, report, GATE) as view:
        view.locator("section.view.open .quad").first.locator("a", has_text=cell).click()
        settle(view)
        by = {c.id: (c.commits[1].correct, c.commits[0].correct) for c in result.cases}
        wanted = {
            "recovered": (True, False),
            "regressed": (False, True),
            "both": (True, True),
            "neither": (False, False),
        }
        expected = [name for name, pair in by.items() if pair == wanted[cell]]
        shown = rows(view)
        if len(expected) > 50:
            view.get_by_role("button", name="next").click()
            shown += rows(view)
            assert len(shown) == min(100, len(expected))
        assert shown == expected[: len(shown)] and len(shown) >= min(50, len(expected))


def test_arms_that_disagree_and_missed_cases_can_be_found(browser, report):
    result = session()[0]
    disagree = [c.id for c in result.cases if len({repr(k.candidate and k.value) for k in c.commits[:3]}) > 1]
    missed = [c.id for c in result.cases if c.commits[2].reached and not c.commits[2].correct]
    with opened(browser, report, f"{GATE}?arm=gate-strict&show=disagree") as view:
        assert rows(view) == disagree[:50]
        go(view, f"{GATE}?arm=gate-strict&show=missed")
        assert rows(view) == missed[:50]


def test_search_pages_and_the_back_button_keep_their_place(browser, report):
    with opened(browser, report, GATE) as view:
        view.get_by_role("button", name="next").click()
        settle(view)
        assert rows(view)[0] == "foofah-050"
        view.locator("section.view.open .find-case").type("unfold")
        settle(view)
        assert (
            view.locator("section.view.open .find-case").evaluate("e => document.activeElement === e && e.value")
            == "unfold"
        )
        families = view.locator("section.view.open .list tbody .family").all_inner_texts()
        assert families and set(families) == {"unfold"}
        view.locator("section.view.open .find-case").fill("no such case")
        settle(view)
        assert view.get_by_text("No case matches.").is_visible()
        view.go_back()
        settle(view)
        assert rows(view)[0] == "foofah-000"


def test_the_keyboard_walks_cases_and_comes_back(browser, report):
    regressed = [c.id for c in session()[0].cases if c.commits[0].correct and not c.commits[2].correct]
    with opened(browser, report, f"{GATE}?arm=gate-strict&show=regressed") as view:
        view.keyboard.press("j")
        view.keyboard.press("j")
        view.keyboard.press("Enter")
        settle(view)
        heading = view.locator("#case h2")
        assert heading.inner_text() == regressed[1]
        assert heading.evaluate("e => document.activeElement === e")
        view.keyboard.press("j")
        settle(view)
        assert heading.inner_text() == regressed[2]
        view.keyboard.press("k")
        settle(view)
        assert heading.inner_text() == regressed[1] and "2 of" in view.locator("#case .where").inner_text()
        view.keyboard.press("Escape")
        settle(view)
        assert rows(view) == regressed[:50]
        view.keyboard.press("/")
        assert view.locator("section.view.open .find-case").evaluate("e => document.activeElement === e")
        view.keyboard.press("Escape")
        view.keyboard.press("Escape")
        settle(view)
        assert view.locator("#experiments").is_visible()


def test_a_link_to_a_case_opens_it_whole(browser, report):
    case = next(
        c for c in session()[0].cases if c.commits[1].correct and not c.commits[0].correct and len(c.answer) < 10
    )
    with opened(browser, report, f"{GATE}?case={case.id}") as view:
        text = view.locator("#case").inner_text()
        assert case.id in text and case.family in text
        assert "committed by gate" in text and "raised an exception" in text
        assert view.locator("#case .commits .differs").count() == 1
        assert view.locator("#case .commits .differs .got").inner_text() == case.commits[0].value[0][1]
        assert view.locator("#case .commits .differs .wanted").inner_text() == case.answer[0][1]
        assert view.locator(".candidate[open] .program").first.locator(".line").count() == 8
        assert view.get_by_text("1 earlier attempt").count() == 1


def test_a_row_that_is_missing_is_named(browser, report):
    case = next(c for c in session()[0].cases if any(k.candidate == "program/0.1" and not k.correct for k in c.commits))
    with opened(browser, report, f"{GATE}?case={case.id}") as view:
        assert "≠ row missing" in view.locator("#case .commits").inner_text()


def test_of_a_long_table_only_rows_that_differ_are_shown_until_asked(browser, report):
    case = next(c for c in session()[0].cases if len(c.answer) == 30 and not c.commits[0].correct)
    with opened(browser, report, f"{GATE}?case={case.id}") as view:
        group = view.locator("#case .commits .group", has_text="wrong").first
        assert "1 row differs of 30" in group.inner_text()
        group.get_by_role("button", name="show all").click()
        assert group.locator("tr").count() == 30


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (f"{GATE}?case=nobody", "This experiment has no case nobody."),
        ("#e-nothing-here", "7 experiments"),
        (f"{GATE}?arm=nobody&show=toString&page=-3", "foofah-000"),
        (f"{GATE}?case=%ff%00", "This experiment has no case"),
    ],
)
def test_an_address_that_leads_nowhere_says_so_or_shows_the_front(browser, report, address, words):
    with opened(browser, report, address) as view:
        assert words in view.locator("main").inner_text()


def test_details_that_were_left_out_are_said_to_be(browser, tmp_path):
    html.write(tmp_path / "report.html", [to_plain(experiment(n=30))], budget=1)
    with opened(browser, tmp_path / "report.html", f"{GATE}?case=foofah-003") as view:
        assert "left out of this page" in view.locator("#case").inner_text()
        go(view, GATE)
        assert len(rows(view)) == 30


def test_a_page_that_was_cut_off_says_so_where_the_cases_would_be(browser, report, tmp_path):
    text = report.read_text(encoding="utf-8")
    name = GATE[1:]
    start = text.index(f'id="{name}.list">') + len(f'id="{name}.list">')
    (tmp_path / "report.html").write_text(text[:start] + text[start + 400 :], encoding="utf-8")
    with opened(browser, tmp_path / "report.html", GATE) as view:
        assert "The cases cannot be read" in view.locator("section.view.open .cases").inner_text()


def test_a_single_experiment_is_open_on_the_front(browser, tmp_path):
    html.write(tmp_path / "report.html", [to_plain(experiment(n=5))])
    with opened(browser, tmp_path / "report.html") as view:
        assert view.locator("#experiments").is_visible() and len(rows(view)) == 5


def test_a_long_program_is_shown_in_full_only_when_asked(browser, tmp_path):
    result = to_plain(experiment(n=3))
    for case in result["cases"]:
        case["candidates"][0].update(kind="program", text="\n".join(f"x = {i}" for i in range(250)))
    html.write(tmp_path / "report.html", [result])
    with opened(browser, tmp_path / "report.html", f"{GATE}?case=foofah-000") as view:
        candidate = view.locator(".candidate").first
        candidate.evaluate("e => { e.open = true }")
        assert candidate.locator(".line").count() == 100
        candidate.get_by_role("button", name="show all 250 lines").click()
        assert candidate.locator(".line").count() == 250
