"""Every page on A4: no panel, nothing to operate, whole tables, pictures as wide as the paper, and where it came from."""

import io

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from sidang.edition import Edition
from sidang.printed import MOST_ROWS
from tests.browser.conftest import Open, settled
from tests.examples import DAY, example, page_paths

A4 = (842, 595)
PAPER_PIXELS = 1031
OPERABLE = "button, input, select, textarea, [role=slider], [role=radio], [role=combobox], [role=spinbutton]"
# A sign that explains a figure under the pointer, and the head of what can be unfolded: words, not tools.
WORDS = "[data-testid=stTooltipHoverTarget] *, summary, summary *, [data-testid=stMetric] *"


def printed(page: Page) -> PdfReader:
    """The page as the browser prints it on A4, once what is for paper alone has come."""
    tables = page.locator("[class*=st-key-screen]").count()
    expect(page.locator("[class*=st-key-printed] [data-ready]")).to_have_count(tables + 1, timeout=30_000)
    return PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))


def text_of(paper: PdfReader) -> str:
    """All that it says, in one line."""
    return " ".join(" ".join(sheet.extract_text() for sheet in paper.pages).split())


@pytest.mark.parametrize("path", page_paths())
def test_every_page_is_readable_on_paper(address: str, open_page: Open, real_edition: Edition, path: str) -> None:
    """A4 across; title, edition, day and address; nothing to operate; from a wide screen no picture beyond the edge."""
    page = settled(open_page(f"{address}{example(path, lang='en')}", viewport={"width": 1920, "height": 1080}))
    pictures = page.locator(".js-plotly-plot:visible, [role=img] svg:visible, .st-key-venues_map canvas:visible")
    widths = pictures.evaluate_all("all => all.map(one => one.getBoundingClientRect().width)")
    title = page.locator("h1").inner_text()
    paper = printed(page)
    assert {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in paper.pages} == {A4}
    text = text_of(paper)
    for said in (title, f"Edition {real_edition.id}", f"as_of={DAY}", f"edition={real_edition.id}", "As of 10 May 2026"):
        assert said in text, said
    for tool in ("Filter meetings", "Copy link", "Copy frozen link"):
        assert tool not in text
    page.emulate_media(media="print")
    zoom = float(page.locator(".st-key-sheet").evaluate("sheet => getComputedStyle(sheet).zoom"))
    assert [width for width in widths if width * zoom > PAPER_PIXELS] == []
    tools = page.locator(f":is({OPERABLE}):visible:not({WORDS})")
    assert [tool.inner_text() or tool.get_attribute("aria-label") for tool in tools.all()] == []


def test_the_whole_table_is_printed(address: str, open_page: Open) -> None:
    """Rows that the screen keeps below its edge stand on paper; of very many the first, and how many there are."""
    page = settled(open_page(f"{address}/events?lang=en&year=2018&as_of={DAY}"))
    text = text_of(printed(page))
    assert "In view: 2018" in text
    answer = page.request.get(f"{address}/download/meetings.csv?year=2018&lang=en").text()
    ids = [line.split(",")[-1] for line in answer.splitlines()[1:]]
    assert 60 < len(ids) < MOST_ROWS
    assert [name for name in ids if name.replace("-", "") not in text.replace("-", "").replace(" ", "")] == []
    page.goto(f"{address}/events?lang=en&as_of={DAY}")
    page.locator("h1").wait_for()
    assert f"The first {MOST_ROWS} of 1," in text_of(printed(settled(page)))


def test_the_screen_pays_for_no_row_of_the_paper(address: str, open_page: Open) -> None:
    """The rows come with the printing and go after it."""
    page = settled(open_page(f"{address}/events?lang=en"))
    rows = page.locator("[class*=st-key-printed] tr")
    expect(rows).to_have_count(0)
    page.emulate_media(media="print")
    expect(rows).to_have_count(MOST_ROWS + 1)
    page.emulate_media(media="screen")
    expect(rows).to_have_count(0)
