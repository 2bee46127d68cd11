"""What a reader does, in a real browser."""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Locator, Page, Position, expect

from sidang.build import build
from sidang.edition import Edition
from sidang.theme import LIGHT
from tests.browser.conftest import Open, Serve, free_port, serving, settled
from tests.small import copy_small, edit

BARS = ".st-key-figure_by-year"
PILLARS = {"Political-Security": "#1d4e89", "Economic": "#c0822a", "Socio-Cultural": "#2f7f6f"}
# Of a circle, where no smaller one lies over it.
EDGE: Position = {"x": 3, "y": 12}
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


def test_more_filters_stay_open_while_they_are_used(address: str, open_page: Open) -> None:
    """They come when they are opened, stay when the last one is dropped, and filter on when they are closed."""
    page = settled(open_page(f"{address}/?lang=en"))
    more, held_in = page.get_by_text("More filters"), page.get_by_role("combobox", name="Held in")
    assert held_in.count() == 0
    more.click()
    expect(held_in).to_be_visible()
    level = page.get_by_role("button", name=re.compile("^Summit "))
    level.click()
    expect(page).to_have_url(re.compile("level=summit"))
    settled(page)
    level.click()
    expect(page).not_to_have_url(re.compile("level="))
    settled(page)
    expect(held_in).to_be_visible()
    level.click()
    expect(page).to_have_url(re.compile("level=summit"))
    settled(page)
    more.click()
    expect(held_in).to_have_count(0)
    expect(page).to_have_url(re.compile("level=summit"))
    expect(settled(page).locator(".st-key-chips").get_by_role("button", name="Summit")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1000, 1440])
def test_the_panel_opens_and_closes(address: str, open_page: Open, width: int) -> None:
    """Nothing lies over its two buttons; on a phone, where it lies over the page, the bar is beneath it."""
    page = settled(open_page(f"{address}/?lang=en", viewport={"width": width, "height": 844}))
    search = page.get_by_role("searchbox", name="Search meetings")

    def close() -> None:
        page.get_by_test_id("stSidebar").hover()  # the button shows while the mouse is over the panel
        page.get_by_label("Collapse sidebar").click()
        expect(search).not_to_be_in_viewport()

    if width > 390:
        close()
    page.get_by_label("Expand sidebar").click()
    expect(search).to_be_in_viewport()
    page.wait_for_timeout(500)
    box = page.get_by_role("heading", name="Filter meetings").bounding_box()
    assert box
    there = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
    above = page.evaluate("([x, y]) => document.elementFromPoint(x, y).closest('[data-testid=stMain]')?.id", there)
    assert above is None
    close()


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
    assert set(PILLARS.values()) <= set(fills)
    expect(page.get_by_label("Bar chart of meetings a year by pillar", exact=False)).to_have_count(1)


def held(page: Page, address: str, **view: str) -> list[dict[str, str]]:
    """The meetings held in a view, as its table is taken away."""
    query = urlencode({"lang": "en", "as_of": "2026-05-10"} | view)
    answer = page.request.get(f"{address}/download/meetings.csv?{query}").text().lstrip("\ufeff")
    return [row for row in csv.DictReader(io.StringIO(answer)) if row["Status"] == "held"]


def test_marks_say_what_they_are(address: str, open_page: Open) -> None:
    """Pointing at a bar tells year, number and pillar, at the band the chair, at circles the place."""
    page = settled(open_page(f"{address}/?lang=en&year=2015-2016&as_of=2026-05-10"))
    bars, places = page.locator(BARS), page.locator(".st-key-figure_map")
    rows = held(page, address, year="2015-2016")
    for number, (year, chair) in enumerate((("2015", "Malaysia"), ("2016", "Lao PDR"))):
        pillars = Counter(row["Pillar"] for row in rows if row["From"].startswith(year))
        for pillar, colour in PILLARS.items():
            bars.locator(f"rect.mark[fill='{colour}']").nth(number).hover()
            expect(bars.locator(".hint")).to_have_text(f"{year}: {pillars[pillar]} · {pillar}")
        bars.locator(f"rect.mark[fill='{LIGHT.shade}']").nth(number).hover(force=True)
        expect(bars.locator(".hint")).to_contain_text(f"{year}: {chair}")
    meetings = Counter(row["Where"].removesuffix(", hybrid") for row in rows)
    said = {}
    for circle in places.locator("circle.mark").all():
        circle.dispatch_event("pointermove")
        name, count = places.locator(".hint").inner_text().split("\n")
        said[name] = count
    assert len(said) == places.locator("circle.mark").count() > 10
    assert said == {name: f"{meetings[name]} meeting{'s' * (meetings[name] > 1)}" for name in said}
    page.locator("h1").hover()
    expect(bars.locator(".hint")).to_be_hidden()


def test_a_finger_asks_what_a_circle_is(address: str, open_page: Open) -> None:
    """What was touched is said when the finger has left, until something else is touched."""
    page = settled(open_page(f"{address}/?lang=en&year=2015&as_of=2026-05-10", **PHONE))
    figure = page.locator(".st-key-figure_map .figure")
    figure.locator("circle.mark").first.tap(force=True, position=EDGE)
    figure.evaluate("place => place.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'touch' }))")
    expect(figure.locator(".hint").filter(visible=True)).to_contain_text("Kuala Lumpur")
    figure.locator("svg").tap(position={"x": 3, "y": 3})
    expect(figure.locator(".hint")).to_be_hidden()


def test_a_figure_changes_in_its_place(address: str, open_page: Open) -> None:
    """Another span of years gives other bars in the same element; each is as high by the axis as the meetings are many."""
    page = settled(open_page(f"{address}/?lang=en&year=2015-2020&as_of=2026-05-10"))
    frame = page.locator(f"{BARS} .figure")
    frame.evaluate("node => { node.kept = true; }")
    assert frame.locator("text.column").all_text_contents() == ["2015", "2016", "2017", "2018", "2019", "2020"]
    page.get_by_role("slider").first.press("ArrowRight")
    expect(frame.locator("text.column").first).to_have_text("2016")
    assert frame.evaluate("node => node.kept")
    rows = held(page, address, year="2016-2020")
    assert heights_of(frame) == pytest.approx(
        {
            (year, colour): sum(row["From"][:4] == year and row["Pillar"] == pillar for row in rows)
            for year in ("2016", "2017", "2018", "2019", "2020")
            for pillar, colour in PILLARS.items()
        },
        abs=0.2,
    )


def heights_of(frame: Locator) -> dict[tuple[str, str], float]:
    """How high the bars of the three pillars are, by year and colour, told by the numbers at the axis."""

    def told(marks: str, *names: str) -> list[list[str]]:
        found: list[list[str]] = frame.locator(marks).evaluate_all(
            "(all, names) => all.map(one => names.map(name => one.getAttribute(name) ?? one.textContent))", list(names)
        )
        return found

    ticks = [(float(text), float(y)) for y, text in told("text.row", "y", "")]
    (low, bottom), (high, top) = ticks[0], ticks[-1]
    each = (bottom - top) / (high - low)
    years = {round(float(x.rstrip("%"))): year for x, year in told("text.column", "x", "")}
    found = {}
    for x, width, height, fill in told("rect.mark", "x", "width", "height", "fill"):
        middle = round(float(x.rstrip("%")) + float(width.rstrip("%")) / 2)
        if fill in PILLARS.values():
            found[years[middle], fill] = float(height) / each
    return found


def test_a_year_that_is_not_over_is_hatched(address: str, open_page: Open) -> None:
    """The bars of that year alone, each in the colour of its pillar; the ground of thin years is hatched behind them."""
    page = settled(open_page(f"{address}/?lang=en&year=2025-2026&as_of=2026-05-10"))
    frame = page.locator(f"{BARS} svg.plot")
    marks = frame.locator(f"rect.mark:not([fill='{LIGHT.shade}'])").evaluate_all(
        "all => all.map(one => [parseFloat(one.getAttribute('x')) < 50, one.getAttribute('fill').startsWith('url(#hatch-')])"
    )
    assert {(is_first, is_hatched) for is_first, is_hatched in marks} == {(True, False), (False, True)}
    named = set(
        frame.locator("[fill^='url(#']").evaluate_all("all => all.map(one => one.getAttribute('fill').slice(5, -1))")
    )
    drawn = frame.locator("pattern").evaluate_all("all => all.map(one => one.id)")
    assert named == set(drawn)


@pytest.mark.parametrize("width", [360, 1440])
def test_a_figure_stays_in_its_place(address: str, open_page: Open, width: int) -> None:
    """No bar, line or name of it reaches beyond the column of the page."""
    page = settled(
        open_page(f"{address}/?lang=en&year=2005-2016&as_of=2026-05-10", viewport={"width": width, "height": 900})
    )
    for name in (BARS, ".st-key-figure_map"):
        place = page.locator(f"{name} .figure")
        beyond = place.evaluate(
            """place => {
              const { left, right } = place.getBoundingClientRect();
              const parts = place.querySelectorAll("rect:not(pattern *), line, .legend span, svg");
              return [...parts].map((one) => one.getBoundingClientRect())
                .filter((box) => box.left < left - 1 || box.right > right + 1).length;
            }"""
        )
        assert beyond == 0, name


def test_codes_of_chairs_are_left_out_where_they_do_not_fit(address: str, open_page: Open) -> None:
    """On a desk they stand in their columns; on a phone those of few years alone."""
    codes = f"{BARS} text.upright"
    desk = settled(open_page(f"{address}/?lang=en&as_of=2026-05-10", viewport={"width": 1440, "height": 900}))
    expect(desk.locator(codes).first).to_be_visible()
    phone = settled(open_page(f"{address}/?lang=en&as_of=2026-05-10", viewport={"width": 360, "height": 800}))
    expect(phone.locator(codes).first).to_be_hidden()
    few = settled(open_page(f"{address}/?lang=en&year=2005-2012&as_of=2026-05-10", viewport={"width": 360, "height": 800}))
    expect(few.locator(f"{BARS} text.code-3").first).to_be_visible()


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
