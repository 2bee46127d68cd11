"""`make screenshots`: every page for docs/pages.md, on a desk in English by light, on a phone in Indonesian in the dark.

The day is fixed, so that a page that has not changed gives the same picture.
"""

import ast
import io
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from sidang.build import build
from tests.browser.conftest import FLAGS, serving, settled
from tests.examples import example, page_paths, registered
from tests.small import DATA, ROOT

DOCUMENT, PICTURES = ROOT / "docs" / "pages.md", ROOT / "docs" / "pages"
DESK: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}, "color_scheme": "light", "locale": "en-GB"}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "locale": "id-ID"}
HEIGHT, GAP = 640, 24
QUALITY = 80
MAP_MILLISECONDS = 6000
HEAD = """# The pages

Written by `make screenshots`; every run replaces it. Left a desk, in English; right a phone, in Indonesian and dark.
"""


@dataclass(frozen=True)
class Shot:
    """A page as a picture, with its title and the sentence below it."""

    picture: Image.Image
    title: str
    answer: str


def take(browser: Browser, link: str, options: dict[str, Any]) -> Shot:
    """The first screen of a page, when all of it is drawn."""
    context = browser.new_context(**options)
    page = context.new_page()
    page.goto(link)
    page.locator("h1").wait_for(timeout=60_000)
    settled(page)
    page.wait_for_timeout(MAP_MILLISECONDS if page.locator("canvas").count() else MAP_MILLISECONDS / 4)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    answer = page.locator(".st-key-sheet p").filter(has=page.locator("strong")).first
    shot = Shot(picture, page.locator("h1").inner_text(), " ".join(answer.inner_text().split()) if answer.count() else "")
    context.close()
    return shot


def beside(left: Image.Image, right: Image.Image) -> Image.Image:
    """Two pictures of one height beside each other."""
    scaled = [one.resize((one.width * HEIGHT // one.height, HEIGHT), Image.Resampling.LANCZOS) for one in (left, right)]
    both = Image.new("RGB", (sum(one.width for one in scaled) + GAP, HEIGHT), "white")
    both.paste(scaled[0], (0, 0))
    both.paste(scaled[1], (scaled[0].width + GAP, 0))
    return both


def name_of(path: str) -> str:
    """The file of a page's picture."""
    return f"{path.strip('/') or 'overview'}.webp"


def question(file: str) -> str:
    """The question that a page answers, as its file says it."""
    words = ast.get_docstring(ast.parse((ROOT / file).read_text(encoding="utf-8"))) or ""
    return " ".join(words.partition("?")[0].split()) + "?"


def section(file: str, path: str, desk: Shot, phone: Shot) -> str:
    """What the document says of a page: its question, its titles and address, its picture in words."""
    link = example(path)
    alt = f"{desk.title} {desk.answer}".replace("[", "(").replace("]", ")").strip()
    titles = " · ".join(dict.fromkeys((desk.title, phone.title)))
    where = f"[`{link}`](http://127.0.0.1:8501{link})"
    return f"## {question(file)}\n\n{titles} · {where}\n\n![{alt}](pages/{name_of(path)})\n"


def main() -> None:
    """Take all pictures and write the document."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("There is no Chromium on this machine; install the package 'chromium' to take the screenshots.")
    PICTURES.mkdir(exist_ok=True)
    parts = [HEAD]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        var = Path(folder)
        build(DATA, var)
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS.split())
        with serving(var) as address:
            for file, path in registered():
                desk, phone = (take(browser, f"{address}{example(path)}", options) for options in (DESK, PHONE))
                beside(desk.picture, phone.picture).save(PICTURES / name_of(path), quality=QUALITY, method=6)
                parts.append(section(file, path, desk, phone))
                print(path, (PICTURES / name_of(path)).stat().st_size)
        browser.close()
    for old in set(PICTURES.iterdir()) - {PICTURES / name_of(path) for path in page_paths()}:
        old.unlink()
    DOCUMENT.write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
