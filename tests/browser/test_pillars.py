"""The page of pillars in a real browser: marks that lead into the view, links that the keyboard reaches, a phone."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


def chart(page: Page, name: str) -> object:
    """The drawn chart of that name."""
    found = page.locator(f"[class*=st-key-{name}_] .js-plotly-plot")
    found.locator(".bars .point").first.wait_for(timeout=30_000)
    return found


def test_a_mark_leads_into_the_view(address: str, open_page: Open) -> None:
    """A field of the hierarchy chooses its pillar and organization, a cell its year; Back undoes it."""
    page = open_page(f"{address}/pillars?year=2015-2025&body=soc-com")
    chart(page, "pillar-cells")
    page.locator("[class*=st-key-pillar-cells_] .point path").first.click(force=True)
    expect(page).to_have_url(re.compile(r"year=2015&body=soc-com&pillar=ascc"), timeout=15_000)
    expect(page.locator(".st-key-chips")).to_contain_text("2015")
    page.go_back()
    expect(page).to_have_url(re.compile(r"year=2015-2025&body=soc-com$"), timeout=15_000)
    chart(page, "hierarchy")
    page.locator("[class*=st-key-hierarchy_] .point path").nth(1).click(force=True)
    expect(page).to_have_url(re.compile(r"org=asean&pillar=ascc"), timeout=15_000)


def test_every_figure_is_reached_by_keyboard(address: str, open_page: Open) -> None:
    """The tables hold links that take the focus, and lead to the meetings they count."""
    page = open_page(f"{address}/pillars?body=soc-com&year=2018")
    link = page.locator("table a").first
    link.wait_for(timeout=30_000)
    link.focus()
    assert page.evaluate("document.activeElement.tagName") == "A"
    assert "/events?year=2018&body=soc-com&pillar=ascc" in (link.get_attribute("href") or "")


def test_on_a_phone_nothing_is_wider_than_the_screen(address: str, open_page: Open) -> None:
    """Tables scroll within themselves."""
    page = open_page(f"{address}/pillars?lang=id&year=2018-2025", **PHONE)
    chart(page, "pillar-panels")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
