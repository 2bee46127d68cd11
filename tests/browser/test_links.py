"""Links in a real browser: copied, frozen, embedded, walked back and forth."""

import re
import threading
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sidang.build import build
from sidang.edition import Edition
from sidang.view import View, to_query
from tests.browser.conftest import PLAIN_NAME, Open, Serve
from tests.small import copy_small, edit
from tests.views import random_views

COUNT = re.compile(r"^([\d.,]+) (?:meetings?|pertemuan)")
RANDOM_VIEWS = 8


def copied(page: Page, button: str) -> str:
    """What the clipboard holds after a click, read by pasting it into the search field."""
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.get_by_text("Copied", exact=True)).to_be_visible()
    field = page.get_by_role("searchbox", name="Search meetings")
    field.fill("")
    field.press("Control+V")
    return field.input_value()


def expect_count(page: Page, count: str) -> None:
    """The answer of the page begins with that number."""
    expect(page.locator("strong").filter(has_text=COUNT).first).to_have_text(re.compile(rf"^{count} "), timeout=30_000)


def link_of(address: str, path: str, view: View) -> str:
    """The address of a view."""
    return f"{address}{path}?{urllib.parse.urlencode(to_query(view))}"


@pytest.mark.parametrize("host", ["127.0.0.1", PLAIN_NAME])
def test_the_link_of_a_view_is_copied(address: str, open_page: Open, host: str) -> None:
    """On an origin that the browser calls secure, and over plain http under a name, where it offers no clipboard."""
    own = address.replace("127.0.0.1", host)
    page = open_page(f"{own}/events?year=2023&body=soc-com&lang=en")
    assert page.evaluate("window.isSecureContext") == (host == "127.0.0.1")
    if host == "127.0.0.1":
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    assert copied(page, "Copy link") == f"{own}/events?year=2023&body=soc-com&lang=en"


def test_a_frozen_link_is_copied_and_opens_as_frozen(address: str, open_page: Open, real_edition: Edition) -> None:
    """It names edition and day, and a fresh browser shows the banner; the page that copied it is not frozen."""
    page = open_page(f"{address}/?year=2023&lang=en")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    link = copied(page, "Copy frozen link")
    assert re.fullmatch(rf"{address}/\?year=2023&as_of=\d{{4}}-\d\d-\d\d&edition={real_edition.id}&lang=en", link)
    assert "edition=" not in page.url
    other = open_page(link)
    expect(other.get_by_text("This view is frozen to edition")).to_be_visible()
    other.get_by_role("button", name="Show the present").click()
    expect(other).to_have_url(f"{address}/?year=2023&lang=en")


def test_a_frozen_link_tells_what_has_changed_since(tmp_path: Path, serve: Serve, open_page: Open) -> None:
    """The old figures, the list of changes with the fields, one click to the present, Back to the frozen view."""
    data = copy_small(tmp_path / "data")
    before = build(data, tmp_path / "var")
    edit(data, "events.csv", "2022-06,,source,sitting,unknown,,,,,cancelled", "2022-06,,source,sitting,unknown,,,,,held")
    build(data, tmp_path / "var")
    page = open_page(f"{serve(tmp_path / 'var')}/events?edition={before.id}&as_of=2026-05-10&lang=en")
    expect_count(page, "14")
    page.get_by_text("Since then, in this view: 1 meeting changed.").click()
    expect(page.get_by_text("status cancelled → held")).to_be_visible()
    page.get_by_role("button", name="Show the present").click()
    expect_count(page, "15")
    expect(page.get_by_text("Not the present figures.")).to_have_count(0)
    page.go_back()
    expect_count(page, "14")


def test_random_views_survive_everything(address: str, open_page: Open, real_edition: Edition) -> None:
    """Reload, a fresh browser, the other language, another page and back, Back and Forward: the same rows."""
    for view in random_views(real_edition, RANDOM_VIEWS, seed=8):
        english = view.elsewhere.with_(language="en", edition=None)
        page = open_page(link_of(address, "/events", english))
        strong = page.locator("strong").filter(has_text=COUNT).first
        match = COUNT.match(strong.inner_text(timeout=30_000))
        assert match is not None
        count = re.escape(match[1])
        page.reload()
        expect_count(page, count)
        start = page.url
        page.get_by_role("link", name="Overview").first.click()
        expect(page.get_by_role("heading", name="What has the region met about")).to_be_visible()
        expect_count(page, count)
        page.get_by_role("link", name="Meetings").first.click()
        expect(page.get_by_role("heading", name="Which meetings?")).to_be_visible()
        expect_count(page, count)
        assert page.url == start
        page.get_by_role("button", name="Indonesia", exact=True).click()
        expect(page.get_by_role("heading", name="Pertemuan apa saja?")).to_be_visible()
        expect_count(page, count.replace(",", r"\."))
        page.go_back()
        expect(page.get_by_role("heading", name="Which meetings?")).to_be_visible()
        expect_count(page, count)
        page.go_forward()
        expect_count(page, count.replace(",", r"\."))
        link = page.url
        page.context.close()
        fresh = open_page(link)
        expect_count(fresh, count.replace(",", r"\."))
        fresh.context.close()


def test_chips_remove_themselves_and_back_brings_them_again(address: str, open_page: Open) -> None:
    """Each chip is one click and one entry of the history; Reset drops all and keeps the language."""
    page = open_page(f"{address}/?year=2023&body=soc-com&country=idn&lang=id")
    page.get_by_role("button", name="2023", exact=True).click()
    expect(page).to_have_url(f"{address}/?body=soc-com&country=idn&lang=id")
    page.get_by_role("button", name="Diadakan di: Indonesia").click()
    expect(page).to_have_url(f"{address}/?body=soc-com&lang=id")
    page.go_back()
    expect(page.get_by_role("button", name="Diadakan di: Indonesia")).to_be_visible()
    page.get_by_role("button", name="Atur ulang").click()
    expect(page).to_have_url(f"{address}/?lang=id")


def test_an_empty_view_says_which_filter_empties_it(address: str, open_page: Open) -> None:
    """One click drops that filter and the meetings are there."""
    page = open_page(f"{address}/?year=1969&body=soc-com&lang=en")
    page.get_by_role("button", name=re.compile("Drop “Year”: \\d+ meeting")).click()
    expect(page).to_have_url(f"{address}/?body=soc-com&lang=en")
    expect(page.get_by_text("No meeting held is in view")).to_have_count(0)


def test_a_slip_of_the_pen_still_finds_the_body(address: str, open_page: Open) -> None:
    """What was typed and what it was read as are said."""
    page = open_page(f"{address}/?lang=en")
    page.get_by_role("combobox", name="Body").fill("Coordinating Conferense on the ASEAN Socio-Cultural Comunity")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/?body=soc-com&lang=en")
    page.keyboard.press("Escape")
    expect(page.get_by_text("was read as SOC-COM")).to_be_visible()


def test_the_document_follows_the_language_of_the_page(address: str, open_page: Open) -> None:
    """Screen readers are told the new language without a reload."""
    page = open_page(f"{address}/?lang=en")
    page.get_by_role("button", name="Indonesia", exact=True).click()
    expect(page.locator("html[lang=id]")).to_have_count(1)


@contextmanager
def intranet(target: str) -> Iterator[str]:
    """A page of another site that shows an address in a frame; yields its own address."""

    class Intranet(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = f'<!DOCTYPE html><iframe title="sidang" width="900" height="700" src="{target}"></iframe>'.encode()
            self.send_response(200 if self.path == "/" else 204)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(content if self.path == "/" else b"")

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Intranet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def test_an_intranet_page_shows_a_view_in_a_frame(address: str, browser: Browser) -> None:
    """The page alone, with its source line and a link to the full view; no error in the console."""
    context = browser.new_context(viewport={"width": 1000, "height": 800}, locale="en-GB")
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    with intranet(f"{address}/events?year=2023&body=soc-com&lang=en&embed=true") as site:
        page.goto(site)
        frame = page.frame_locator("iframe")
        expect(frame.get_by_role("heading", name="Which meetings?")).to_be_visible(timeout=60_000)
        expect(frame.get_by_text("In view: 2023 · SOC-COM")).to_be_visible()
        expect(frame.get_by_text(re.compile("official · edition"))).to_be_visible()
        expect(frame.get_by_role("searchbox")).to_have_count(0)
        expect(frame.get_by_role("button", name="Copy link")).to_have_count(0)
        full = frame.get_by_role("link", name="Open the full view")
        assert full.get_attribute("href") in (
            "/events?year=2023&body=soc-com&lang=en",
            f"{address}/events?year=2023&body=soc-com&lang=en",
        )
        context.close()
    assert errors == []
