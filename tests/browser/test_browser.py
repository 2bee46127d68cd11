"""What a reader does, in a real browser."""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from sidang.build import build
from sidang.edition import Edition
from sidang.theme import LIGHT
from tests.browser.conftest import Open, Serve, free_port, serving, settled
from tests.small import copy_small, edit

BARS = ".st-key-figure_by-year"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


def chip(page: Page, words: str) -> Locator:
    """The chip of a filter in force."""
    return page.locator(".st-key-chips").get_by_role("button", name=words)


def choose_year(page: Page, year: str) -> None:
    """The list of years, narrowed by typing, then the year."""
    page.get_by_role("combobox", name="Year").fill(f"{year} (")
    page.get_by_role("option", name=f"{year} (").click()


def search(page: Page, words: str) -> None:
    """Type into the search field and press Enter."""
    page.get_by_role("searchbox", name="Search meetings").fill(words)
    page.keyboard.press("Enter")


def choose_body(page: Page, name: str) -> None:
    """Type a name and take what it means."""
    page.get_by_role("combobox", name="Body").fill(name)
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")


def test_a_deep_link_is_the_very_first_request(real_edition: Edition, serve: Serve, open_page: Open) -> None:
    """A server that nobody has asked yet opens a link to the meetings page with its filters, and no box is in the way."""
    page = open_page(f"{serve(real_edition.path.parent.parent)}/events?year=2023&body=soc-com&lang=id")
    expect(page.get_by_role("heading", name="Pertemuan apa saja?")).to_be_visible()
    expect(chip(page, "2023")).to_be_visible()
    expect(chip(page, "SOC-COM")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page).to_have_title("Pertemuan · Sidang")
    assert page.locator("html").get_attribute("lang") == "id"


def test_a_year_in_two_clicks_and_back(address: str, open_page: Open) -> None:
    """Each change of a filter is an entry of the history: Back undoes it, Forward redoes it, reload keeps it."""
    page = open_page(f"{address}/?lang=en")
    choose_year(page, "2018")
    expect(page).to_have_url(re.compile(r"year=2018"))
    expect(chip(page, "2018")).to_be_visible()
    choose_year(page, "2019")
    expect(chip(page, "2019")).to_be_visible()
    page.go_back()
    expect(chip(page, "2018")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("button", name="Reset")).to_have_count(0)
    page.go_forward()
    expect(chip(page, "2018")).to_be_visible()
    page.reload()
    expect(chip(page, "2018")).to_be_visible()
    expect(page.get_by_role("combobox", name="Year")).to_have_value(re.compile(r"^2018 \("))


def test_page_links_carry_the_view(address: str, open_page: Open) -> None:
    """From one page to the other the filters and the language stay."""
    page = open_page(f"{address}/?year=2023&pillar=ascc&lang=en")
    page.get_by_role("link", name="Meetings").first.click()
    expect(page.get_by_role("heading", name="Which meetings?")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/events\?year=2023&pillar=ascc&lang=en$"))
    expect(chip(page, "2023")).to_be_visible()
    expect(chip(page, "Socio-Cultural")).to_be_visible()


def test_a_body_by_its_acronym(address: str, open_page: Open) -> None:
    """Typing what an official calls it finds the body."""
    page = open_page(f"{address}/?lang=en")
    page.get_by_role("combobox", name="Body").fill("SOC-COM")
    page.get_by_role("option", name=re.compile("^\\s*SOC-COM")).first.click()
    expect(page).to_have_url(re.compile(r"body=soc-com"))
    page.keyboard.press("Escape")
    expect(chip(page, "SOC-COM")).to_be_visible()


@pytest.mark.parametrize(("typed", "link"), [("soc-com", "body=soc-com"), ("asean-soc-com", "body=soc-com")])
def test_a_typed_name_chooses_the_body_that_bears_it(address: str, open_page: Open, typed: str, link: str) -> None:
    """Enter takes the one body that is meant, not all whose letters are somewhere alike; a former id works too."""
    page = open_page(f"{address}/?lang=en")
    choose_body(page, typed)
    expect(chip(page, "SOC-COM")).to_be_visible()
    expect(page).to_have_url(re.compile(rf"\?{link}&"))


ACTIONS: dict[str, Callable[[Page], object]] = {
    "“water”": lambda page: search(page, "water"),
    "Pertemuan apa saja?": lambda page: page.get_by_text("Indonesia", exact=True).click(),
    "14 meetings": lambda page: page.get_by_role("button", name="Reset").click(),
    "17 rows": lambda page: chip(page, "Socio-Cultural").click(),
    "2 meetings": lambda page: choose_year(page, "2018"),
    "SOC": lambda page: choose_body(page, "pejabat senior kebudayaan"),
}


@pytest.mark.parametrize("said", ACTIONS)
def test_what_is_done_after_the_server_was_started_again_is_kept(tmp_path: Path, open_page: Open, said: str) -> None:
    """The first thing a reader does on a page that has reconnected counts, in a session that knows nothing yet."""
    build(copy_small(tmp_path / "data"), tmp_path / "var")
    port = free_port()
    with serving(tmp_path / "var", port) as address:
        page = open_page(f"{address}/events?pillar=ascc&lang=en", is_outage_expected=True)
        expect(page.get_by_text("5 meetings").first).to_be_visible()
        expect(page.locator(".st-key-controls_downloads_meetings")).to_be_visible()
        page.wait_for_load_state("networkidle")
    with serving(tmp_path / "var", port):
        expect(page.get_by_text("Connection error")).to_have_count(0)
        ACTIONS[said](page)
        expect(page.get_by_text(said).first).to_be_visible(timeout=40_000)
        page.context.close()


def test_the_language_of_the_browser_and_the_switch(address: str, open_page: Open) -> None:
    """An Indonesian browser gets Indonesian; the switch turns the page and writes the link."""
    page = open_page(address, locale="id-ID")
    expect(page.get_by_role("heading", name="Kawasan ini bertemu")).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "id"
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="What has the region met about")).to_be_visible()
    expect(page).to_have_url(re.compile("lang=en"))


def test_the_chart_is_drawn_with_its_axes(address: str, open_page: Open) -> None:
    """Bars in the colours of the pillars, years beneath, numbers beside, and words for those who do not see it."""
    page = open_page(f"{address}/?lang=en")
    chart = page.locator(BARS)
    expect(chart.locator("rect.mark").first).to_be_visible(timeout=30_000)
    years = chart.locator("text.column").all_text_contents()
    assert years[:2] == ["1970", "1980"]
    assert chart.locator("text.row").all_text_contents()[0] == "0"
    fills = chart.locator("rect.mark").evaluate_all("nodes => nodes.map(node => node.getAttribute('fill'))")
    assert {"#1d4e89", "#c0822a", "#2f7f6f"} <= set(fills)
    expect(page.get_by_label("Bar chart of meetings a year by pillar", exact=False)).to_have_count(1)


def test_marks_say_what_they_are(address: str, open_page: Open) -> None:
    """Pointing at a bar tells year, number and pillar, at a circle the place and its number; elsewhere nothing."""
    page = settled(open_page(f"{address}/?lang=en&year=2015&as_of=2026-05-10"))
    bars, places = page.locator(BARS), page.locator(".st-key-figure_map")
    bars.locator("rect.mark[data-at^='0 ']").first.hover()
    expect(bars.locator(".hint")).to_have_text(re.compile(r"^2015: \d+ · Political-Security$"))
    places.locator("circle.mark").first.hover(force=True)
    expect(places.locator(".hint")).to_have_text(re.compile(r"^[A-Z][\w ]+\n\d+ meetings?$"))
    page.locator("h1").hover()
    expect(places.locator(".hint")).to_be_hidden()


def test_a_figure_changes_in_its_place(address: str, open_page: Open) -> None:
    """Another span of years gives other bars in the same element, as high as the meetings of the table are many."""
    page = settled(open_page(f"{address}/?lang=en&year=2015-2020&as_of=2026-05-10"))
    frame = page.locator(f"{BARS} .figure")
    frame.evaluate("node => { node.kept = true; }")
    assert frame.locator("text.column").all_text_contents() == ["2015", "2016", "2017", "2018", "2019", "2020"]
    page.get_by_role("slider").first.press("ArrowRight")
    expect(frame.locator("text.column").first).to_have_text("2016")
    assert frame.evaluate("node => node.kept")
    heights = frame.locator(f"rect.mark:not([fill='{LIGHT.shade}'])").evaluate_all(
        "all => all.map(one => [one.getAttribute('x'), Number(one.getAttribute('height'))])"
    )
    told = page.request.get(f"{address}/download/meetings.csv?year=2016-2020&lang=en&as_of=2026-05-10").text()
    meetings = Counter(
        row["From"][:4] for row in csv.DictReader(io.StringIO(told.lstrip("\ufeff"))) if row["Status"] == "held"
    )
    tall = Counter[str]()
    for place, height in heights:
        tall[place] += height
    columns = [tall[place] for place in sorted(tall, key=lambda text: float(text.rstrip("%")))][:5]
    shares = [column / sum(columns) for column in columns]
    assert shares == pytest.approx([meetings[str(year)] / meetings.total() for year in range(2016, 2021)], abs=0.01)


@pytest.mark.parametrize("path", ["/", "/events"])
def test_a_phone_shows_the_answer_first(address: str, open_page: Open, path: str) -> None:
    """Nothing is wider than the screen, the filters are out of the way, the menu leads to the other page."""
    page = open_page(f"{address}{path}?lang=en", **PHONE)
    expect(page.get_by_text(re.compile(r"^[\d,]+ meetings")).first).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(page.get_by_role("button", name="Menu")).to_be_in_viewport()
    page.get_by_role("button", name="Menu").click()
    expect(page.get_by_role("link", name="Meetings").last).to_be_visible()


def test_the_dark_theme_reaches_page_and_chart(address: str, open_page: Open) -> None:
    """Dark paper, and the lighter twins of the pillar colours."""
    page = open_page(f"{address}/?lang=en", color_scheme="dark")
    bar = page.locator(f"{BARS} rect.mark[fill='#6f9fdc']").first
    expect(bar).to_be_visible(timeout=30_000)
    paper = page.locator("[data-testid=stApp]").evaluate("node => getComputedStyle(node).backgroundColor")
    assert paper == "rgb(18, 23, 29)"


def test_what_is_shown_can_be_taken_away(address: str, open_page: Open) -> None:
    """The download holds the rows of the view."""
    page = open_page(f"{address}/events?year=2023&body=soc-com&lang=en")
    link = page.locator(".st-key-controls_downloads_meetings").get_by_role("link", name="CSV").first
    expect(link).to_be_visible()
    answer = page.request.get(f"{address}{link.get_attribute('href')}")
    assert answer.status == 200
    assert "soc-com-19" in answer.text()
    assert len(answer.text().splitlines()) == 2


def test_a_broken_link_and_an_empty_view(address: str, open_page: Open) -> None:
    """Both are said in words; nothing breaks."""
    page = open_page(f"{address}/?year=1969&body=soc-com,nobody&colour=red&lang=en")
    expect(page.get_by_text("Part of this link was not understood")).to_be_visible()
    expect(page.get_by_text("No meeting held is in view")).to_be_visible()
    page.get_by_role("button", name="Reset").click()
    expect(page.get_by_text("Part of this link was not understood")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"/\?lang=en$"))


def test_an_open_page_takes_up_a_new_edition(tmp_path: Path, serve: Serve, open_page: Open) -> None:
    """A page that is open shows the new edition at its next click; the server is not started again."""
    data = copy_small(tmp_path / "data")
    build(data, tmp_path / "var")
    page = open_page(f"{serve(tmp_path / 'var')}/?lang=en")
    expect(page.get_by_text("14 meetings", exact=True).first).to_be_visible()
    edit(data, "events.csv", "2022-06,,source,sitting,unknown,,,,,cancelled", "2022-06,,source,sitting,unknown,,,,,held")
    build(data, tmp_path / "var")
    page.get_by_text("Economic 2").click()
    expect(page.get_by_text("3 meetings", exact=True).first).to_be_visible()


def test_the_first_start_builds_an_edition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, serve: Serve, open_page: Open
) -> None:
    """Without an edition the first page makes one from the dataset."""
    monkeypatch.setenv("SIDANG_DATA", str(copy_small(tmp_path / "data")))
    (tmp_path / "var").mkdir()
    page = open_page(f"{serve(tmp_path / 'var')}/?lang=en")
    expect(page.get_by_text("14 meetings", exact=True).first).to_be_visible(timeout=60_000)
    assert (tmp_path / "var" / "current").is_file()
