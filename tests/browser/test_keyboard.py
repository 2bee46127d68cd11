"""Every task by keyboard: Tab alone reaches all that can be operated on a page, each time with a visible mark."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, settled
from tests.examples import example, page_paths

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
MOST_STOPS = 600
CHOOSING = 400  # milliseconds until a cell that has the focus counts as chosen, and its page begins to follow
# Pages whose figures, each of which is a link, are too many to walk through: the same elements with fewer meetings.
NARROW = {"/pillars": {"year": "2017-2019", "level": "ministerial"}}
OPERABLE = "a[href], button:enabled, input:enabled, summary, canvas[data-testid=data-grid-canvas]"
# Of a group one member is reached by Tab and the others by the arrows; of a table its cells.
GROUP = "[role=radiogroup], [role=group], [role=toolbar], [data-testid=stButtonGroup], canvas"
# Notes what has the focus, through the walls of components, and whether it looked different while it had it.
NOTE = """(operable) => {
  const above = (node) => node.parentElement ?? node.getRootNode().host ?? null;
  const look = (node) => {
    const looks = [];
    for (let level = 0; node && level < 5; level += 1, node = above(node)) {
      const style = getComputedStyle(node);
      looks.push(style.outlineStyle === "none" ? "" : style.outline, style.boxShadow, style.borderColor,
        style.backgroundColor, style.textDecoration);
    }
    return looks.join();
  };
  const all = function* (root) {
    for (const node of root.querySelectorAll("*")) { yield node; if (node.shadowRoot) yield* all(node.shadowRoot); }
  };
  const focused = () => {
    let node = document.activeElement;
    while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
    return node;
  };
  const name = (node) => (node.getAttribute("aria-label") || node.innerText || node.value || node.tagName).slice(0, 80);
  const isSeen = (node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && node.getBoundingClientRect().width > 1;
  const offered = [...all(document)].filter((node) => node.matches(operable) && node.tabIndex >= 0 && isSeen(node));
  const reached = new Set(), dull = new Set();
  let last = null, lit = "";
  window.walk = {
    step() {
      const node = focused();
      if (last?.isConnected && last !== node && look(last) === lit) dull.add(last);
      last = node;
      lit = look(node);
      reached.add(node);
      return reached.size > 5 && node === document.body;
    },
    missed: (group) => offered.filter((node) => node.isConnected && isSeen(node) && !reached.has(node)
      && ![...reached].some((other) => node.closest(group)?.contains(other))).map(name),
    unlit: (asWell) => [...dull].filter((node) => !node.matches(asWell)).map((node) => `${node.tagName} ${name(node)}`),
  };
}"""
# The browser's own stop at whatever scrolls; cells of a table, which the table marks on its canvas.
NOT_OURS = "main, body, td"


def walk(page: Page) -> None:
    """Press Tab until the focus has left the page."""
    page.add_style_tag(content="*, *::before, *::after { transition: none !important; }")
    page.evaluate(NOTE, OPERABLE)
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('canvas, td')"):
            page.wait_for_timeout(CHOOSING)
        if page.evaluate("document.querySelector('[data-testid=stApp]').dataset.testScriptState !== 'notRunning'"):
            settled(page)
        if page.evaluate("window.walk.step()"):
            return
    pytest.fail(f"The focus has not left the page after {MOST_STOPS} stops.")


@pytest.mark.parametrize("path", page_paths())
def test_tab_alone_reaches_everything(address: str, open_page: Open, path: str) -> None:
    """Filters, links, tables, settings, copying, language: nothing is left out, and the eye can follow."""
    page = settled(open_page(f"{address}{example(path, lang='en', **NARROW.get(path, {}))}"))
    walk(page)
    missed: list[str] = page.evaluate("(group) => walk.missed(group)", GROUP)
    assert missed == []
    assert page.evaluate("(others) => walk.unlit(others)", NOT_OURS) == []


def press_until(page: Page, name: str | re.Pattern[str]) -> None:
    """Press Tab until the focus stands on what is called so."""
    found = (page.get_by_role("button", name=name, exact=True), page.get_by_role("link", name=name, exact=True))
    wanted = found[0].or_(found[1]).filter(visible=True).first
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if wanted.evaluate("node => node.getRootNode().activeElement === node"):
            return
    pytest.fail(f"Tab does not reach “{name}”.")


def test_a_pillar_is_chosen_copied_and_dropped_by_keyboard(address: str, open_page: Open) -> None:
    """Arrows and Space choose it, its link is copied, its chip drops it, the language turns."""
    page = settled(open_page(f"{address}/events?lang=en"))
    press_until(page, re.compile("^Political-Security"))
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r"pillar=aec"))
    press_until(page, "Copy link")
    page.keyboard.press("Enter")
    expect(page.get_by_text(re.compile("Copied|does not allow copying"))).to_be_visible()
    press_until(page, "Indonesia")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Pertemuan apa saja?")).to_be_visible()
    press_until(page, "Ekonomi")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/events\?lang=id$"))


def test_the_menu_of_a_phone_opens_by_keyboard(address: str, open_page: Open) -> None:
    """It opens by Enter and leads to another page and to the other language."""
    page = settled(open_page(f"{address}/?lang=en", **PHONE))
    press_until(page, "Menu")
    page.keyboard.press("Enter")
    expect(page.locator("[class*=st-key-menu_language]")).to_be_visible()
    press_until(page, "Meetings")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Which meetings?")).to_be_visible()
