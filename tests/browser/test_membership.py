"""The pages of statuses in a real browser: the day of a link, stepped by keyboard, a cell and its evidence, a phone."""

import re

from playwright.sync_api import Page, expect

from sidang.edition import Edition
from tests.browser.conftest import Open, Serve

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
MATRIX = "[class*=st-key-matrix_]"
HEADER_AND_HALF = 45
FIRST_COLUMN = 200


def focus_matrix(page: Page, column: int, line: int) -> None:
    """Click a cell of the matrix, counted from the first line and the first organization."""
    box = page.locator(f"{MATRIX} canvas").first.bounding_box()
    assert box
    wide = (box["width"] - FIRST_COLUMN) / 2
    page.mouse.click(box["x"] + FIRST_COLUMN + wide * (column + 0.5), box["y"] + HEADER_AND_HALF + 30 * line)


def test_the_day_of_a_link_is_stepped_by_keyboard(small_edition: Edition, serve: Serve, open_page: Open) -> None:
    """The link opens on the day before an admission; the button of the next day answers to Enter, and Back undoes it."""
    page = open_page(f"{serve(small_edition.path.parent.parent)}/membership?as_of=2025-10-25&lang=en")
    expect(page.get_by_role("heading", name="Who holds which status, since when?")).to_be_visible()
    expect(page.get_by_text("LOL 2 members")).to_be_visible()
    page.get_by_role("button", name="Day after").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"as_of=2025-10-26"))
    expect(page.get_by_text("LOL 3 members")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("LOL 2 members")).to_be_visible()


def test_the_day_is_typed(small_edition: Edition, serve: Serve, open_page: Open) -> None:
    """The field of the day takes its parts from the keyboard."""
    page = open_page(f"{serve(small_edition.path.parent.parent)}/membership?as_of=2011-03-03&lang=en")
    day = page.locator(".st-key-filter_as_of").get_by_role("spinbutton", name="day")
    expect(day).to_have_text("03")
    day.focus()
    page.keyboard.press("ArrowUp")
    expect(day).to_have_text("04")
    for _ in ("month", "year", "calendar", "out of the field"):
        page.keyboard.press("Tab")
    expect(page).to_have_url(re.compile(r"as_of=2011-03-04"))
    expect(page.get_by_role("button", name="Day before")).to_be_focused()


def test_a_cell_leads_to_its_evidence(small_edition: Edition, serve: Serve, open_page: Open) -> None:
    """A click on the third line of the first column shows the acts of that member, and goes into the link."""
    page = open_page(f"{serve(small_edition.path.parent.parent)}/membership?as_of=2022-11-11&lang=en")
    page.locator(f"{MATRIX} canvas").first.wait_for()
    page.wait_for_timeout(1500)
    focus_matrix(page, 0, 2)
    expect(page.get_by_role("heading", name="Côrland in LOL")).to_be_visible()
    expect(page).to_have_url(re.compile(r"id=xac\.league"))
    expect(page.get_by_text("Says otherwise (2025-10-27)")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("heading", name="Côrland in Ring Forum")).to_be_visible(timeout=15_000)


def test_the_path_of_timor_leste_on_a_phone(real_edition: Edition, serve: Serve, open_page: Open) -> None:
    """Picture and numbered steps fit a phone, in Indonesian; nothing is wider than the screen."""
    page = open_page(f"{serve(real_edition.path.parent.parent)}/timor-leste?lang=id", **PHONE)
    expect(page.get_by_role("heading", name="Jalan menuju ASEAN")).to_be_visible()
    expect(page.locator(".js-plotly-plot").filter(visible=True).first).to_be_visible()
    expect(page).to_have_title("Jalan Timor-Leste menuju ASEAN · Sidang")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
