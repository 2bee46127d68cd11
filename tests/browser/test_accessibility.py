"""axe-core on every page: no serious or critical fault of WCAG 2 A or AA, in either theme, language and width."""

from dataclasses import dataclass
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from sidang.edition import Edition
from tests.browser.conftest import Open, settled
from tests.examples import example, page_paths

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SEVERE = ("serious", "critical")
DESK: dict[str, Any] = {}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "color_scheme": "dark"}
RUN = """async (levels) => (await axe.run(document, {runOnly: levels, resultTypes: ["violations"]})).violations.flatMap(
  ({id, impact, help, nodes}) => nodes.map(({target, html, failureSummary}) => ({
    rule: id, impact, help, target: target.join(" "), html, why: failureSummary,
    within: target.every((part) => typeof part === "string") ? target.join(" ") : "",
  })))"""


@dataclass(frozen=True)
class OutOfReach:
    """A fault inside Streamlit's own frontend that no page of ours can mend, by rule and by a selector of its element."""

    rule: str
    selector: str
    reason: str


OUT_OF_REACH = (
    OutOfReach(
        "target-size",
        "[data-testid=stDateInputField] [role=spinbutton]",
        "Streamlit draws the parts of a day without space between them; the buttons beside it move the day as well.",
    ),
)


def faults(page: Page) -> list[str]:
    """What axe-core finds that is serious or critical and not out of reach, a line each."""
    page.evaluate(AXE_SCRIPT)
    found: list[dict[str, str]] = page.evaluate(RUN, LEVELS)
    return [
        f"{one['rule']} ({one['impact']}): {one['html'][:200]} {one['why'][:300]}"
        for one in found
        if one["impact"] in SEVERE and not is_out_of_reach(page, one)
    ]


def is_out_of_reach(page: Page, fault: dict[str, str]) -> bool:
    """Whether the list names the rule and the very element."""
    selectors = [one.selector for one in OUT_OF_REACH if one.rule == fault["rule"]]
    if not selectors or not fault["within"]:
        return False
    asked = [fault["within"], ", ".join(selectors)]
    return bool(page.evaluate("([target, known]) => document.querySelector(target).matches(known)", asked))


@pytest.mark.parametrize("path", page_paths())
def test_no_page_has_a_serious_fault(address: str, open_page: Open, path: str) -> None:
    """English by light on a desk, then, with what the browser has kept, Indonesian in the dark on a phone."""
    page = settled(open_page(f"{address}{example(path, lang='en')}"))
    assert faults(page) == []
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}{example(path, lang='id')}")
    page.locator("h1").wait_for(timeout=60_000)
    assert faults(settled(page)) == []


@pytest.mark.parametrize(
    ("link", "options"),
    [
        ("/?lang=id&embed=true&year=2023", DESK),
        ("/events?lang=en&year=1969&body=soc-com,nobody&colour=red", PHONE),
        ("/venues?lang=id&map=countries&country=idn&status=all&at=2018", {"color_scheme": "dark"}),
        ("/participant?lang=en&id=nobody", DESK),
    ],
    ids=["embedded", "broken", "filtered", "nobody"],
)
def test_no_state_of_a_page_has_a_serious_fault(address: str, open_page: Open, link: str, options: dict[str, Any]) -> None:
    """In a frame, from a broken link into an empty view, with chips and a choice on the map, without its record."""
    assert faults(settled(open_page(f"{address}{link}", **options))) == []


def test_a_frozen_page_and_its_open_menu_have_no_serious_fault(real_edition: Edition, address: str, open_page: Open) -> None:
    """With the banner of a frozen edition, on a phone whose menu is open."""
    page = settled(open_page(f"{address}/?lang=en&as_of=2024-01-01&edition={real_edition.id}", **PHONE))
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("link", name="Meetings").last.wait_for()
    assert faults(page) == []
