"""Pages of single records in a real browser: links stay in the tab and in Back, a row of a table opens its meeting."""

import re

from playwright.sync_api import Page, expect

from sidang.edition import Edition
from tests.browser.conftest import Open, Serve

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
ROW = 34


def ready(page: Page) -> None:
    """Wait until the script that follows links is there."""
    page.wait_for_function("() => window.sidangPages !== undefined")


def test_a_link_leads_on_in_the_same_tab_and_back(small_edition: Edition, serve: Serve, open_page: Open) -> None:
    """From the council to the summit that it reported to: no new tab, no new document, from the top; Back returns."""
    page = open_page(f"{serve(small_edition.path.parent.parent)}/event?id=culture-council-1&lang=en")
    ready(page)
    page.evaluate("window.isSameDocument = true")
    page.get_by_role("link", name="1st League Summit").last.click()
    expect(page.get_by_role("heading", name="1st League Summit", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile(r"/event\?id=league-summit-1&lang=en$"))
    assert page.evaluate("window.isSameDocument")
    assert len(page.context.pages) == 1
    assert page.get_by_role("heading", name="1st League Summit", exact=True).bounding_box()["y"] > 0  # type: ignore[index]
    page.go_back()
    expect(page.get_by_role("heading", name="1st CC", exact=True)).to_be_visible()


def test_a_mark_leads_to_its_place_on_the_page(small_edition: Edition, serve: Serve, open_page: Open) -> None:
    """The numbers of the pages behind a fact lead to the list of sources, "disputed" to both sides."""
    page = open_page(f"{serve(small_edition.path.parent.parent)}/event?id=league-summit-2&lang=en")
    ready(page)
    page.get_by_role("link", name="disputed").click()
    expect(page.get_by_text("Two months are given for the second summit.")).to_be_in_viewport()
    page.get_by_role("link", name="1", exact=True).first.click()
    expect(page).to_have_url(re.compile("#sources$"))
    expect(page.get_by_role("heading", name="Sources", exact=True)).to_be_in_viewport()


def test_a_row_opens_its_meeting_by_mouse_and_by_keyboard(small_edition: Edition, serve: Serve, open_page: Open) -> None:
    """One entry of the history: Back shows the table again, without a word of a record."""
    page = open_page(f"{serve(small_edition.path.parent.parent)}/events?body=league-summit&sub_bodies=no&lang=en")
    canvas = page.locator("[data-testid=stDataFrame] canvas").first
    canvas.wait_for()
    page.wait_for_timeout(1500)
    box = canvas.bounding_box()
    assert box
    page.mouse.click(box["x"] + 16, box["y"] + ROW * 1.5)
    expect(page.get_by_role("heading", name="3rd League Summit", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile(r"/event\?body=league-summit&sub_bodies=no&id=league-summit-3&lang=en$"))
    page.go_back()
    expect(page.get_by_role("heading", name="Which meetings?")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/events\?body=league-summit&sub_bodies=no&lang=en$"))
    page.wait_for_timeout(1500)
    page.mouse.click(box["x"] + 200, box["y"] + ROW * 2.5)
    page.keyboard.press("Shift+Space")
    expect(page.get_by_role("heading", name="2nd League Summit", exact=True)).to_be_visible()


def test_a_number_of_a_register_opens_its_meetings(address: str, open_page: Open) -> None:
    """On the real data: the number of SOC-COM's meetings is the count that the list begins with."""
    page = open_page(f"{address}/bodies?org=asean&lang=en")
    ready(page)
    row = page.get_by_role("row", name=re.compile("SOC-COM"))
    number = row.get_by_role("link").nth(1)
    count = number.inner_text()
    number.click()
    expect(page.get_by_role("heading", name="Which meetings?")).to_be_visible()
    expect(page.get_by_text(f"{count} meetings", exact=True)).to_be_visible()


def test_a_record_fits_a_phone(address: str, open_page: Open) -> None:
    """Nothing of the page is wider than the screen."""
    page = open_page(f"{address}/event?id=asean-summit-47&lang=id", **PHONE)
    expect(page.get_by_role("heading", name="Siapa yang ikut serta")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
