"""The map of venues in a real browser: it is drawn, it can be clicked, it plays, it loads its land once."""

import io
import re
from collections import Counter

import pytest
from PIL import Image
from playwright.sync_api import Error, Page, expect

from sidang.boundaries import on_map
from sidang.camera import Camera, camera_on
from sidang.edition import Edition
from sidang.map_key import STEP
from sidang.theme import DARK, LIGHT, Theme
from tests.browser.conftest import Open, Serve, settled

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
BANDAR = (on_map(114.94), 4.89)
HEIGHT = 520


def colours(page: Page) -> Counter[tuple[int, int, int]]:
    """How many pixels of the map have which colour."""
    try:
        shot = page.locator(".st-key-venues_map canvas").first.screenshot()
    except Error:  # the map was drawn anew for another width just then
        wait_for_map(page)
        shot = page.locator(".st-key-venues_map canvas").first.screenshot()
    points = Image.open(io.BytesIO(shot)).convert("RGB").tobytes()
    return Counter(zip(points[::3], points[1::3], points[2::3], strict=True))


def pixels(page: Page, colour: str) -> int:
    """How many pixels of the map are nearly of that colour."""
    wanted = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return sum(
        count for found, count in colours(page).items() if max(abs(a - b) for a, b in zip(found, wanted, strict=True)) < 26
    )


def wait_for_map(page: Page, theme: Theme = LIGHT) -> None:
    """Wait until land and sea are drawn."""
    page.locator(".st-key-venues_map canvas").first.wait_for(timeout=60_000)
    for _ in range(60):
        found = colours(page)
        if len(found) > 100 and pixels(page, theme.shade) > 500:
            return
        page.wait_for_timeout(500)
    pytest.fail("The map stayed blank.")


def camera(page: Page) -> Camera:
    """The camera that the server has taken for the width of this map."""
    box = page.locator(".st-key-venues_map canvas").first.bounding_box()
    assert box
    return camera_on("southeast_asia", 0, [], int(box["width"] // STEP * STEP), HEIGHT)


def place_at(page: Page, point: tuple[float, float]) -> tuple[float, float]:
    """Where a place is on the screen."""
    page.locator(".st-key-venues_map").scroll_into_view_if_needed()
    box = page.locator(".st-key-venues_map canvas").first.bounding_box()
    assert box
    seen = camera(page)
    x, y = seen.pixels(*point)
    return box["x"] + box["width"] / 2 + x - seen.width / 2, box["y"] + box["height"] / 2 + y - seen.height / 2


def test_the_map_is_the_very_first_request_and_not_blank(real_edition: Edition, serve: Serve, open_page: Open) -> None:
    """Sea, land, shaded land and circles of the pillars are there, and the sentence answers."""
    page = open_page(f"{serve(real_edition.path.parent.parent)}/venues?lang=id&extent=southeast_asia")
    wait_for_map(page)
    expect(page.get_by_role("heading", name="Di mana mereka bertemu?")).to_be_visible()
    for colour in (LIGHT.ocean, LIGHT.land, LIGHT.shade, *[LIGHT.pillars[name] for name in ("apsc", "aec", "ascc")]):
        assert pixels(page, colour) > 300, colour
    expect(page.get_by_text("tidak menyatakan pendapat apa pun")).to_be_visible()


def test_dark_and_narrow(address: str, open_page: Open) -> None:
    """On a phone in the dark theme the map is as wide as the page and shows the same."""
    page = open_page(f"{address}/venues?lang=en&extent=southeast_asia", color_scheme="dark", **PHONE)
    wait_for_map(page, DARK)
    assert pixels(page, DARK.pillars["apsc"]) > 100
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    box = page.locator(".st-key-venues_map canvas").first.bounding_box()
    assert box
    assert 300 < box["width"] <= 390


def test_a_click_chooses_a_city_and_a_second_one_releases_it(address: str, open_page: Open) -> None:
    """Hovering tells about the city; the click goes into the link and narrows the table; the next one takes it out."""
    page = open_page(f"{address}/venues?lang=en&extent=southeast_asia")
    wait_for_map(page)
    page.mouse.move(*place_at(page, BANDAR))
    expect(page.locator(".deck-tooltip")).to_contain_text("Bandar Seri Begawan")
    expect(page.locator(".deck-tooltip")).to_contain_text(re.compile(r"\d+ meetings · [\d.]+ ?%"))
    page.mouse.click(*place_at(page, BANDAR))
    expect(page).to_have_url(re.compile(r"place=bandar-seri-begawan-brn"))
    expect(page.get_by_role("heading", name="Meetings: Bandar Seri Begawan")).to_be_visible()
    settled(page)
    page.wait_for_timeout(800)
    page.mouse.move(*place_at(page, (BANDAR[0] - 4, BANDAR[1] + 2)))
    expect(page.locator(".deck-tooltip")).to_be_hidden()
    page.mouse.move(*place_at(page, BANDAR))
    expect(page.locator(".deck-tooltip")).to_contain_text("Bandar Seri Begawan")
    page.mouse.click(*place_at(page, BANDAR))
    expect(page).not_to_have_url(re.compile(r"place="))
    page.go_back()
    expect(page).to_have_url(re.compile(r"place=bandar-seri-begawan-brn"))


def test_play_runs_through_the_years(address: str, open_page: Open) -> None:
    """Started and paused by the keyboard; the years follow each other, and the one at the pause is in the link."""
    page = open_page(f"{address}/venues?lang=en&year=2010-2023")
    wait_for_map(page)
    page.get_by_role("button", name="Play").press("Enter")
    for year in (2010, 2011, 2012):
        expect(page.locator("strong").filter(has_text="meeting").first.locator("..")).to_contain_text(
            f" in {year}", timeout=15_000
        )
    assert "at=" not in page.url
    page.get_by_role("button", name="Pause").press("Enter")
    expect(page).to_have_url(re.compile(r"at=201[2-5]"))
    page.get_by_role("slider", name="Year shown on the map").press("ArrowRight")
    expect(page).to_have_url(re.compile(r"at=201[3-6]"))


def test_lines_are_drawn_for_a_meeting(address: str, open_page: Open) -> None:
    """From a link: lines in the colour of the accent, and in words who took part."""
    page = open_page(f"{address}/venues?lang=en&id=asean-summit-43")
    wait_for_map(page)
    expect(page.get_by_text("4 countries are recorded as taking part").first).to_be_visible()
    assert pixels(page, LIGHT.accent) > 300


def test_the_land_is_loaded_once(address: str, open_page: Open) -> None:
    """A changed filter, another split and another extent ask for no boundaries again."""
    page = open_page(f"{address}/venues?lang=en")
    wait_for_map(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator(".st-key-filter_split").get_by_text("Level", exact=True).click()
    expect(page).to_have_url(re.compile(r"split=level"))
    page.get_by_role("button", name="Zoom in").click()
    expect(page).to_have_url(re.compile(r"zoom=1"))
    page.locator(".st-key-filter_map").get_by_text("Countries", exact=True).click()
    expect(page).to_have_url(re.compile(r"map=countries"))
    assert [url for url in asked if "boundaries" in url] == []


def test_every_task_by_keyboard_through_the_panel(address: str, open_page: Open) -> None:
    """A city chosen by typing narrows the table; its chip releases it."""
    page = open_page(f"{address}/venues?lang=en&level=summit")
    wait_for_map(page)
    field = page.get_by_role("combobox", name="City or area")
    field.focus()
    page.keyboard.type("Hanoi")
    expect(page.get_by_text("1 option available")).to_have_count(1)
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(r"place=hanoi-vnm"))
    expect(page.get_by_role("heading", name="Meetings: Hanoi")).to_be_visible()
    page.locator(".st-key-chips").get_by_role("button", name="Hanoi").press("Enter")
    expect(page).not_to_have_url(re.compile(r"place="))


def test_every_task_by_keyboard_through_the_table(address: str, open_page: Open) -> None:
    """A row chooses its place, a row of the meetings draws their lines; each row again releases what it chose."""
    page = open_page(f"{address}/venues?lang=en&body=asean-summit&year=2022-2023")
    wait_for_map(page)
    places = page.get_by_role("region", name="Table of the places in view")
    places.locator("canvas").first.focus()
    page.keyboard.press("Shift+Space")
    expect(page).to_have_url(re.compile(r"place=[a-z]"))
    expect(page.get_by_role("heading", name=re.compile("^Meetings: "))).to_be_visible()
    meetings = page.get_by_role("region", name="Table of the meetings of the chosen place")
    meetings.locator("canvas").first.focus()
    page.keyboard.press("Shift+Space")
    expect(page).to_have_url(re.compile(r"id=[a-z]"))
    expect(page.get_by_text(re.compile(r"recorded as taking part")).first).to_be_visible()
    settled(page)
    page.keyboard.press("Shift+Space")
    expect(page).not_to_have_url(re.compile(r"id="))
    settled(page)
    places.locator("canvas").first.focus()
    page.keyboard.press("Shift+Space")
    expect(page).not_to_have_url(re.compile(r"place="))
