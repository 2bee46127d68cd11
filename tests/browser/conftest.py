"""A real browser on a real server. Every page is watched: a console error, a request to another host, an answer that
failed or a box with an exception fails the test that opened it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from sidang.edition import Edition
from tests.small import ROOT

# Two cores that are shared draw a map without a graphics card: what is expected comes, but not always within five seconds.
expect.set_options(timeout=20_000)

FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --use-angle=swiftshader --enable-unsafe-swiftshader"
)
PLAIN_NAME = "sidang.test"  # this machine under a name that the browser does not call a secure origin
START_SECONDS = 90
Open = Callable[..., Page]
Serve = Callable[[Path], str]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs the browser."""
    for item in items:
        if Path(item.path).parent == Path(__file__).parent:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium. Without one the tests are skipped, except in CI."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("There is no Chromium: .ci/run has to install the package 'chromium'.")
        pytest.skip("There is no Chromium on this machine; install the package 'chromium' to run the browser tests.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=[*FLAGS.split(), f"--host-resolver-rules=MAP {PLAIN_NAME} 127.0.0.1"]
        )
        yield browser
        browser.close()


@contextmanager
def serving(var: Path, port: int | None = None) -> Iterator[str]:
    """The dashboard over the editions in a folder, on a free port or the one given; yields its address."""
    port = port or free_port()
    command = [sys.executable, "-m", "sidang", "serve", "--port", str(port)]
    with (var / "serve.log").open("w") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=os.environ | {"SIDANG_VAR": str(var)}, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_until_it_answers(address, server, var / "serve.log")
        yield address
    finally:
        server.terminate()
        server.wait(timeout=30)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_until_it_answers(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Ask /healthz until it answers; says what the server printed when it does not start."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(f"{address}/healthz", timeout=5)  # noqa: S310
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"The server did not start:\n{log.read_text()}")


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Starts servers of the test's own; name it before `open_page`, so that the pages close before their servers."""
    with ExitStack() as servers:
        yield lambda var: servers.enter_context(serving(var))


@pytest.fixture(scope="session")
def address(real_edition: Edition) -> Iterator[str]:
    """The dashboard over the real dataset."""
    with serving(real_edition.path.parent.parent) as address:
        yield address


OUTAGE = (
    "ERR_CONNECTION_REFUSED", "WebSocket", "Client Error in reaching server endpoint", "Streamlit server is not responding",
)  # fmt: skip


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Opens an address in a browser of its own and waits for its title; watches it to the end of the test."""
    contexts = []
    faults: list[str] = []
    pages: list[Page] = []

    def opening(url: str, is_outage_expected: bool = False, **options: Any) -> Page:
        def note(text: str) -> None:
            if not (is_outage_expected and any(sign in text for sign in OUTAGE)):
                faults.append(text)

        context = browser.new_context(**({"viewport": {"width": 1440, "height": 900}, "locale": "en-GB"} | options))
        contexts.append(context)
        page = context.new_page()
        pages.append(page)
        own = "/".join(url.split("/")[:3])
        page.on("console", lambda message: note(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: faults.append(request.url) if is_foreign(request.url, own) else None)
        page.on("response", lambda answer: faults.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
        page.goto(url)
        page.locator("h1").wait_for(timeout=60_000)
        return page

    yield opening
    for page in [page for page in pages if not page.is_closed()]:
        assert page.locator("[data-testid=stException]").count() == 0
    for context in contexts:
        context.close()
    assert faults == []


def settled(page: Page) -> Page:
    """The page when its script has ended and every part of it is drawn."""
    page.wait_for_function(
        """() => document.querySelector("[data-testid=stApp]").dataset.testScriptState === "notRunning"
          && !document.querySelector("[data-testid=stSkeleton], [data-testid=stElementContainer][data-stale=true]")
          && [...document.querySelectorAll(".js-plotly-plot")].every((chart) => chart.querySelector(".main-svg"))
          && [...document.querySelectorAll("[class*=st-key-figure_] [data-testid=stBidiComponentIsolated]")]
            .every((place) => place.shadowRoot.querySelector("svg"))""",
        timeout=60_000,
    )
    return page


def is_foreign(url: str, own: str) -> bool:
    """Whether a request leaves for another host than the server's."""
    return not url.startswith((own, own.replace("http", "ws"), "data:", "blob:"))
