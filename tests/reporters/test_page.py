"""The page of a report in a real browser: it filters, leads, fetches nothing, and shuts nobody out.

The browser is Chromium as it is installed on the machine; without one these tests are skipped.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from privlint.report import Report
from privlint.reporters import render
from privlint.reporters.layout import Layout
from privlint.running.run import run
from privlint.terms import Terms

from ..conftest import ROOT, terms
from .sample import sample

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed here")

SHOPS = sorted((ROOT / "policies").glob("*.yaml"))
ALL = Layout(shows_suppressed=True)
CHOICES = ("severity", "family", "law", "certainty", "state")
SEEN = "article:not([hidden])"


def shops(paths: Sequence[Path] = SHOPS) -> Report:
    """Check the five shops, or some, as they are called in the project."""
    asked: Terms = terms().replace(wants_data_maps=True)
    made = run(map(str, paths), asked)
    for path in paths:
        made = renamed(made, str(path), f"policies/{path.name}")
    return made


def renamed(made: Report, path: str, name: str) -> Report:
    """Call a register otherwise."""

    def named(one: Any) -> Any:
        return one.replace(path=name) if one.path == path else one

    return made.replace(
        inputs=tuple(map(named, made.inputs)), findings=tuple(map(named, made.findings))
    )


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Write the pages of the five shops, of one and of the sample; return their addresses."""
    folder = tmp_path_factory.mktemp("pages")
    written = {}
    for name, made in (("shops", shops()), ("shop", shops(SHOPS[-2:-1])), ("sample", sample())):
        path = Path(folder, f"{name}.html")
        path.write_text(render("html", made, ALL), encoding="utf-8")
        written[name] = path.as_uri()
    return written


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Start the browser once."""
    with sync_api.sync_playwright() as started:
        # The pages are ours, and there may be no room for a sandbox where tests run.
        chromium = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


class Watched:
    """A tab, with all that it asked for and complained of."""

    def __init__(self, browser: Any, address: str, **how: Any) -> None:
        """Open an address."""
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.context = browser.new_context(**how)
        self.tab = self.context.new_page()
        self.tab.on("request", lambda request: self.asked.append(request.url))
        self.tab.on("console", lambda message: self.complaints.append(message.text))
        self.tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.address = address
        self.tab.goto(address)

    def choose(self, **choices: str) -> list[dict[str, str]]:
        """Set filters, and return what the findings that are left are by."""
        for name, value in choices.items():
            self.tab.select_option(f"#by-{name}", value)
        return self.shown()

    def shown(self) -> list[dict[str, str]]:
        """Return what the findings that are not filtered away are by."""
        script = "all => all.map(one => ({...one.dataset}))"
        found: list[dict[str, str]] = self.tab.eval_on_selector_all(SEEN, script)
        return found


@pytest.fixture
def open_page(browser: Any, pages: dict[str, str]) -> Iterator[Any]:
    """Open pages, and see at the end that nothing was fetched and nothing went wrong."""
    opened: list[Watched] = []

    def open_(name: str, **how: Any) -> Watched:
        opened.append(Watched(browser, pages[name], **how))
        return opened[-1]

    yield open_
    for page in opened:
        assert page.asked == [page.address], "nothing else is fetched"
        assert page.complaints == [], "nothing is logged, and nothing fails"
        page.context.close()


def test_nothing_is_filtered_until_somebody_asks(open_page: Any) -> None:
    """All findings are shown, and the choices are there."""
    page = open_page("shops")
    assert len(page.shown()) == len(shops().findings)
    assert page.tab.is_visible("#filters")
    assert [page.tab.input_value(f"#by-{name}") for name in CHOICES] == [""] * len(CHOICES)


@pytest.mark.parametrize("name", CHOICES)
def test_each_filter_shows_what_it_says_and_hides_the_rest(open_page: Any, name: str) -> None:
    """For each value that can be chosen."""
    page = open_page("sample")
    everything = page.shown()
    script = "all => all.map(one => one.value)"
    values = page.tab.eval_on_selector_all(f"#by-{name} option", script)
    assert values[0] == ""
    assert len(values) > 1
    for value in values[1:]:
        wanted = [one for one in everything if value in one[name].split("|")]
        assert page.choose(**{name: value}) == wanted


def test_filters_combine(open_page: Any) -> None:
    """What is shown passes all of them, and `Show all` takes them all back."""
    page = open_page("shops")
    everything = page.shown()
    asked = {"severity": "warning", "family": "retention", "certainty": "certain"}
    wanted = [one for one in everything if all(one[key] == told for key, told in asked.items())]
    assert 0 < len(wanted) < len([one for one in everything if one["family"] == "retention"])
    assert page.choose(**asked) == wanted
    assert page.tab.inner_text("#shown") == f"{len(wanted)} of {len(everything)} findings shown"
    fewer = page.choose(law="GDPR 13")
    assert fewer == [one for one in wanted if "GDPR 13" in one["law"].split("|")]
    page.tab.click("#reset")
    assert page.shown() == everything


def test_the_counts_follow_the_filters(open_page: Any) -> None:
    """Those of the matrix, of each family of a shop, and of what is suppressed."""
    page = open_page("shops")
    left = page.choose(severity="error", family="legal_basis")
    cells = page.tab.locator('td[data-is="family"][data-counts="legal_basis"]').all_inner_texts()
    assert sum(map(int, cells)) == len(left)
    others = page.tab.locator('td[data-is="family"]:not([data-counts="legal_basis"])')
    assert set(others.all_inner_texts()) == {"0"}
    errors = page.tab.locator('td[data-counts="error"]').all_inner_texts()
    assert sum(map(int, errors)) == len(left)
    counts = page.tab.locator("section.family:not([hidden]) .count").all_inner_texts()
    assert sum(map(int, counts)) == len(left)
    sampled = open_page("sample")
    assert sum(map(int, sampled.tab.locator('td[data-counts="suppressed"]').all_inner_texts())) == 2
    sampled.choose(state="counted")
    assert sum(map(int, sampled.tab.locator('td[data-counts="suppressed"]').all_inner_texts())) == 0
    assert not sampled.tab.is_visible("details.suppressed")


def test_what_is_suppressed_is_open_where_somebody_asks_for_it(open_page: Any) -> None:
    """With its reason, in place of a closed list."""
    page = open_page("sample")
    assert not page.tab.is_visible("text=asked of the mailer")
    assert {one["state"] for one in page.choose(state="suppressed")} == {"suppressed"}
    assert page.tab.is_visible("text=asked of the mailer")


def test_every_count_leads_to_what_it_counts(open_page: Any) -> None:
    """A link of the matrix goes to the heading of that family and that register."""
    page = open_page("shops")
    links = page.tab.locator(".matrix td a")
    assert links.count() > 50
    for n in (0, links.count() // 2, links.count() - 1):
        link = links.nth(n)
        anchor, count = link.get_attribute("href"), link.inner_text()
        link.click()
        heading = page.tab.locator(anchor)
        assert heading.inner_text().endswith(f": {count}")
        sync_api.expect(heading).to_be_in_viewport()
        section = heading.locator("xpath=..")
        assert section.locator(SEEN).count() == int(count)


def test_a_link_leads_to_what_filters_hide(open_page: Any) -> None:
    """The filters are taken back then, and say so."""
    page = open_page("shops")
    page.choose(severity="info")
    anchor = page.tab.eval_on_selector("article.error", "one => one.id")
    page.tab.evaluate(f"location.hash = '{anchor}'")
    sync_api.expect(page.tab.locator(f"#{anchor}")).to_be_in_viewport()
    assert page.tab.input_value("#by-severity") == ""


def test_each_finding_has_the_card_of_its_rule(open_page: Any) -> None:
    """Closed at first: why it asks, and when it would be wrong."""
    page = open_page("shops")
    card = page.tab.locator("article .card").first
    assert not card.locator("p").first.is_visible()
    card.locator("summary").click()
    assert "Wrong when" in card.inner_text()
    articles = page.tab.locator("article").count()
    assert page.tab.locator("article .card").count() == articles


def test_the_page_is_whole_without_a_script(open_page: Any) -> None:
    """All findings, and no filter that would do nothing."""
    page = open_page("shops", java_script_enabled=False)
    assert page.tab.locator("article").count() == len(shops().findings)
    assert not page.tab.is_visible("#filters")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_page_fits_a_phone_and_a_screen(open_page: Any, width: int) -> None:
    """Nothing makes the whole page wider than the window; wide things scroll by themselves."""
    page = open_page("shops", viewport={"width": width, "height": 800})
    script = "document.documentElement.scrollWidth"
    assert page.tab.evaluate(script) <= width


def test_each_shop_has_its_pictures_and_the_same_as_tables(open_page: Any) -> None:
    """Each picture has a name, and a table beside it that says no less."""
    page = open_page("shops")
    for number in range(1, len(SHOPS) + 1):
        section = page.tab.locator(f'section.file[data-file="{number}"]')
        for name, kind in (("Who gets which data", ".flow"), ("How long", ".rule")):
            picture = section.get_by_role("img", name=name)
            assert picture.locator(kind).count() > 4
        assert section.locator(".told").count() == 2
        rows = section.locator(".told").nth(1).locator("tbody tr").count()
        assert rows == section.locator("svg .rule").count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["shop", "sample"])
def test_the_page_has_no_barrier_that_axe_finds(open_page: Any, name: str, scheme: str) -> None:
    """Not in the light, not in the dark, and not in what is closed at first."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe-core here")
    page = open_page(name, color_scheme=scheme)
    page.tab.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    found = axe.Axe().run(page.tab).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
