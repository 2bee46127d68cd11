"""What a reader waits for, in a real browser: cold start, first load, a changed filter until all has settled, a revisit.

Headless Chromium on this machine, one server at a time, no other load. A page has settled when nothing in it has changed for
a while and the server is not at work on it; that while is taken off again.
"""

import contextlib
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, sync_playwright

from benchmarks.servers import Server, serving

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
]  # fmt: skip
QUIET_MILLISECONDS = 400
PATIENCE_MILLISECONDS = 120_000
SETTLED = """
([quiet]) => new Promise((done) => {
  let last = performance.now();
  const seen = new Set();
  const watch = new MutationObserver(() => { last = performance.now(); });
  const observe = (root) => {
    if (!seen.has(root)) {
      seen.add(root);
      watch.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    }
    for (const element of root.querySelectorAll("*")) if (element.shadowRoot) observe(element.shadowRoot);
  };
  const running = () => document.title === "Updating..." ||
    document.querySelector("[data-testid=stStatusWidget], [data-test-script-state=running]");
  let looked = -1e9;
  const tick = () => {
    if (performance.now() - looked > quiet / 2) { looked = performance.now(); observe(document.body); }
    if (running()) last = performance.now();
    if (performance.now() - last <= quiet) { setTimeout(tick, 20); return; }
    watch.disconnect();
    done(performance.timeOrigin + last);
  };
  tick();
})
"""


@dataclass(frozen=True)
class Visit:
    """What one load took: seconds to the first figure and until settled, bytes over the wire, requests, addresses."""

    first_figure: float
    settled: float
    received: int
    requests: int
    addresses: tuple[str, ...]


@dataclass(frozen=True)
class Subject:
    """A page under measurement: how its server starts, its address, its first figure, and how a filter is changed.

    `changes` are done one after the other, each on the page as it then is.
    """

    command: Sequence[str]
    environment: Mapping[str, str]
    path: str
    figure: str
    changes: Sequence[Callable[[Page], Any]]


@dataclass(frozen=True)
class Told:
    """What was measured of a subject: seconds of the cold start, the first and a second visit, seconds of each change."""

    cold_start: float
    first: Visit
    again: Visit
    changes: tuple[float, ...]


def told_of(subject: Subject) -> Told:
    """Start the server, visit the page twice in one browser, and change its filters."""
    begun = time.perf_counter()
    with serving(subject.command, subject.environment) as server, chromium() as browser:
        started = time.perf_counter() - begun
        with contextlib.closing(browser.new_context(viewport={"width": 1440, "height": 900})) as context:
            address = f"http://127.0.0.1:{server.port}{subject.path}"
            first = visited(context, address, subject.figure)
            again = visited(context, address, subject.figure)
            return Told(started + first.first_figure, first, again, changed(context, server, address, subject))


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """The system's browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def visited(context: BrowserContext, address: str, figure: str) -> Visit:
    """Load a page in a tab of its own, with what the browser has kept so far."""
    page = context.new_page()
    received, addresses = _counted(context.new_cdp_session(page))
    begun = time.perf_counter()
    page.goto(address, wait_until="commit", timeout=PATIENCE_MILLISECONDS)
    page.locator(figure).first.wait_for(timeout=PATIENCE_MILLISECONDS)
    first_figure = time.perf_counter() - begun
    page.evaluate(SETTLED, [QUIET_MILLISECONDS])
    settled = time.perf_counter() - begun - QUIET_MILLISECONDS / 1000
    page.close()
    return Visit(first_figure, settled, sum(received), len(addresses), tuple(addresses))


def changed(context: BrowserContext, server: Server, address: str, subject: Subject) -> tuple[float, ...]:
    """The seconds of each change of a filter, from the click until all has settled."""
    page = context.new_page()
    page.goto(address, timeout=PATIENCE_MILLISECONDS)
    page.locator(subject.figure).first.wait_for(timeout=PATIENCE_MILLISECONDS)
    page.evaluate(SETTLED, [QUIET_MILLISECONDS])
    found = []
    for change in subject.changes:
        server.settle()
        begun = page.evaluate("performance.timeOrigin + performance.now()")
        change(page)
        found.append((page.evaluate(SETTLED, [QUIET_MILLISECONDS]) - begun) / 1000)
    page.close()
    return tuple(found)


def _counted(devtools: CDPSession) -> tuple[list[int], list[str]]:
    """The bytes of each answer over the wire, websockets included, and the addresses asked for, as they come."""
    received: list[int] = []
    addresses: list[str] = []
    devtools.send("Network.enable")
    devtools.on("Network.loadingFinished", lambda event: received.append(int(event["encodedDataLength"])))
    devtools.on("Network.requestWillBeSent", lambda event: addresses.append(event["request"]["url"]))
    devtools.on(
        "Network.webSocketFrameReceived", lambda event: received.append(len(event["response"]["payloadData"]) * 3 // 4)
    )
    return received, addresses


def compressed_sum(addresses: Sequence[str], compressed: Path, plain: Path) -> int:
    """The bytes of the static files among some addresses, compressed where they are kept so, each once."""
    total = 0
    for address in dict.fromkeys(addresses):
        path = address.partition("/static/")[2]
        for found in (compressed / f"{path}.br", plain / path):
            if path and found.is_file():
                total += found.stat().st_size
                break
    return total
