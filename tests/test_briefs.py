"""`/briefs/`: what a page says, on one or two sheets of real, tagged text that a program and a reader can open."""

import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from starlette.testclient import TestClient

from sidang import briefs
from sidang.blocks import Items, Paragraph, Run, Table, blocks_of, shares, text_of
from sidang.brief import FITS, VIEWS, Brief, Section, cut
from sidang.edition import Edition
from sidang.language import Language
from tests.disk import written_by
from tests.machines import HOST, altered, asking

RECORDS = (
    "event/soc-com-19",
    "event/asean-summit-47",
    "body/soc-com",
    "participant/tls",
    "document/culture-of-prevention-2017",
)
WITHOUT_PICTURE = ("bodies", "participants", "documents", "document/culture-of-prevention-2017", "event/asean-summit-47")
TALL, WIDE = 842, 595


@pytest.fixture
def client(small_edition: Edition) -> Iterator[TestClient]:
    """The application on the small edition."""
    with asking(small_edition) as client:
        briefs._kept.clear()
        yield client


def words_of(content: bytes) -> str:
    """The text of a PDF, broken lines joined."""
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]
    return re.sub(r"\s+", " ", " ".join(pages))


def fonts_of(reader: pypdf.PdfReader) -> list[Any]:
    """The descriptors of all fonts of a PDF."""
    found = []
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            own = font.get_object()
            found += [below.get_object()["/FontDescriptor"] for below in own["/DescendantFonts"]]
    return found


def structure(element: Any) -> Iterator[Any]:
    """The elements of the structure of a tagged PDF."""
    own = element.get_object()
    if isinstance(own, list):
        for part in own:
            yield from structure(part)
    elif isinstance(own, dict):
        yield own
        if "/K" in own:
            yield from structure(own["/K"])


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("name", [*VIEWS, *RECORDS])
def test_every_brief_is_a_tagged_document_of_two_pages_at_the_most(name: str, language: str, real_edition: Edition) -> None:
    """A4, real text, its language told, headings tagged, fonts embedded, pictures described, edition and address in it."""
    with asking(real_edition) as client:
        answer = client.get(f"/briefs/{name}.pdf", params={"lang": language})
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-type"] == "application/pdf"
        assert client.get(f"/briefs/{name}.pdf", params={"lang": language}).content == answer.content
        plain = client.get(f"/briefs/{name}.docx", params={"lang": language})
    reader = pypdf.PdfReader(io.BytesIO(answer.content))
    assert 1 <= len(reader.pages) <= 2
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [WIDE, TALL]
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == language
    parts = list(structure(root["/StructTreeRoot"]))
    kinds = [part.get("/S") for part in parts]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") >= 1
    figures = [part for part in parts if part.get("/S") == "/Figure"]
    assert all(part.get("/Alt") for part in figures)
    assert len(figures) == (1 if name in WITHOUT_PICTURE else 2)
    assert all({"/FontFile2", "/FontFile3"} & set(font) for font in fonts_of(reader))
    said = words_of(answer.content)
    assert real_edition.id in said
    assert f"{HOST}/" in said
    assert reader.metadata is not None
    assert str(reader.metadata.title).replace(" ", "") in said.replace(" ", "")
    told = docx.Document(io.BytesIO(plain.content))
    heads = [written.text for cell in told.tables[0].row_cells(0) for written in cell.paragraphs if written.style]
    assert str(reader.metadata.title) in heads


def test_a_brief_says_what_the_page_says(client: TestClient) -> None:
    """Three meetings of three bodies of the small data were held in 2018, two of them on culture: by hand."""
    said = words_of(client.get("/briefs/overview.pdf?year=2018&lang=en").content)
    assert "What has the region met about, where and with whom?" in said
    assert "In view: 2018" in said
    assert "3 meetings of 3 bodies, 2018." in said
    for meeting in ("1st League Summit", "1st CC", "1st SOC"):
        assert meeting in said, meeting
    assert "2nd SOC" not in said
    assert "League calendar · League · official" in said
    in_words = words_of(client.get("/briefs/events.pdf?year=2018&lang=id").content)
    assert "Pertemuan apa saja? Ditampilkan: 2018 3 pertemuan. 3 baris = 3 berlangsung." in in_words


def test_a_record_brings_its_sources_and_conflicts(client: TestClient) -> None:
    """The second summit: its month is disputed, and each side is told."""
    said = words_of(client.get("/briefs/event/league-summit-2.pdf?lang=en").content)
    assert "2nd League Summit" in said
    assert "Disputed between sources" in said
    assert "Two months are given for the second summit." in said
    assert "Sources" in said


def test_a_conflict_without_a_kept_value_says_so(real_edition: Edition) -> None:
    """The retreat of 29 January 2026: eleven members or ten, and neither is kept."""
    with asking(real_edition) as client:
        said = words_of(client.get("/briefs/events.pdf?lang=en&body=amm-retreat&year=2026").content)
    assert "eleven members" in said
    assert "Kept: no value." in said
    assert "Kept: ." not in said


def test_word_holds_headings_tables_and_links(client: TestClient) -> None:
    """Word's own headings, a table with its head repeated, described pictures, links to the pages of the records."""
    answer = client.get("/briefs/events.docx?year=2018&lang=en")
    assert answer.headers["content-disposition"] == 'attachment; filename="sidang-events.docx"'
    document = docx.Document(io.BytesIO(answer.content))
    heads = [written.text for written in document.paragraphs if written.style and written.style.name == "Heading 2"]
    assert heads[:2] == ["Meetings a year, by pillar", "Meetings"]
    table = document.tables[1]
    assert [cell.text for cell in table.rows[0].cells] == ["Meeting", "Date", "Where", "Body", "Sources"]
    # Cells of links are read by their runs: python-docx leaves links out of the text of a cell in older versions.
    assert len(table.rows) == 1 + 3
    assert "w:tblHeader" in table.rows[0]._tr.xml
    drawn = document.element.body.xpath(".//wp:docPr/@descr")
    assert len(drawn) == 2
    assert all(drawn)
    targets = {relation.target_ref for relation in document.part.rels.values() if relation.is_external}
    assert any("/event/league-summit-1" in target for target in targets), targets
    assert all(target.startswith(("http://", "https://")) for target in targets)
    assert document.core_properties.title == "Which meetings?"


def test_the_same_brief_is_the_same_bytes(client: TestClient) -> None:
    """A brief that was forgotten is made anew byte for byte."""
    for form in briefs.TYPES:
        first = client.get(f"/briefs/overview.{form}?year=2018-2020")
        briefs._kept.clear()
        assert client.get(f"/briefs/overview.{form}?year=2018-2020").content == first.content


def test_nothing_is_written_to_disk(client: TestClient) -> None:
    """Neither kind opens a file for writing."""
    client.get("/briefs/overview.pdf?year=2019")
    briefs._kept.clear()
    assert not written_by(lambda: [client.get(f"/briefs/{name}.{form}") for name in VIEWS for form in briefs.TYPES])


def test_a_name_of_the_data_is_text_and_no_command(small_edition: Edition, tmp_path: Path) -> None:
    """What Typst, Markdown or HTML would act on is printed as it stands."""
    hostile = '#read("/etc/passwd") $x^2$ *b* <img src=x> [a](http://e.example) \\ @ref `c`'
    changed = altered(small_edition, tmp_path, f"update bodies set name = '{hostile}' where body_id = 'culture-council'")
    with asking(changed) as client:
        briefs._kept.clear()
        said = words_of(client.get("/briefs/body/culture-council.pdf?lang=en").content)
        document = docx.Document(io.BytesIO(client.get("/briefs/body/culture-council.docx?lang=en").content))
        briefs._kept.clear()
    assert hostile.replace(" ", "") in said.replace(" ", "")
    assert document.core_properties.title == hostile


@pytest.mark.parametrize(
    ("address", "status", "key"),
    [
        ("/briefs/nothing.pdf", 404, None),
        ("/briefs/overview.odt", 404, None),
        ("/briefs/overview.pdf?colour=red", 400, "colour"),
        ("/briefs/overview.pdf?id=culture-officials", 400, "id"),
        ("/briefs/overview.pdf?at=2018", 400, "at"),
        ("/briefs/body/culture-oficials.pdf", 404, "id"),
        ("/briefs/body/culture-officials.pdf?id=x", 400, "id"),
        ("/briefs/song/one.pdf", 404, None),
    ],
)
def test_what_cannot_be_briefed_is_refused(client: TestClient, address: str, status: int, key: str | None) -> None:
    """With the key that is wrong; an id that nobody has with those that come near."""
    answer = client.get(address)
    assert answer.status_code == status, answer.text
    told = answer.json()
    assert [error["key"] for error in told["errors"]] == ([key] if key else [])
    if "oficials" in address:
        assert "culture-officials" in told["near"]


def test_a_former_id_leads_to_the_present_one(client: TestClient) -> None:
    """With the same query."""
    answer = client.get("/briefs/event/league-summit-001.pdf?lang=id")
    assert answer.status_code == 301
    assert answer.headers["location"] == "/briefs/event/league-summit-1.pdf?lang=id"


def test_a_view_without_meetings_is_a_brief_too(client: TestClient) -> None:
    """It says that there is none; nothing stands where a picture would."""
    for name in VIEWS:
        for form in briefs.TYPES:
            answer = client.get(f"/briefs/{name}.{form}?year=2003&lang=en")
            assert answer.status_code == 200, (name, answer.text)
    assert "0 meetings in view" in words_of(client.get("/briefs/overview.pdf?year=2003&lang=en").content)


def test_what_is_cut_is_counted() -> None:
    """30 rows with 5 left out before: of 24 that fit, 11 are told to be more; items and conflicts likewise."""
    cells = tuple(((Run(str(number)),),) for number in range(30))
    items = tuple((Run(str(number)),) for number in range(30))
    sections = (
        Section("rows", (Table(((Run("n"),),), cells, hidden=5),)),
        Section("disputes", (Items(items),), "disputes"),
        Section("pairs", tuple(Paragraph((Run(str(number)),)) for number in range(20)), "disputes"),
        Section("sources", (Items(items, is_numbered=True),), "sources"),
    )
    whole = Brief("en", "", "", (), None, sections, "", "", "2026-01-01")
    rows, disputes, pairs, sources = cut(whole, 0, Language("en")).sections
    assert isinstance(rows.blocks[0], Table)
    assert (len(rows.blocks[0].rows), rows.blocks[0].more) == (24, "11 more under the link.")
    assert isinstance(disputes.blocks[0], Items)
    assert (len(disputes.blocks[0].items), disputes.blocks[0].more) == (6, "24 more under the link.")
    assert len(pairs.blocks) == 12 + 1
    assert isinstance(pairs.blocks[-1], Paragraph)
    assert text_of(pairs.blocks[-1].runs) == "4 more under the link."
    assert isinstance(sources.blocks[0], Items)
    assert len(sources.blocks[0].items) == 24
    smallest = cut(whole, len(FITS) - 1, Language("en")).sections[0].blocks[0]
    assert isinstance(smallest, Table)
    assert (len(smallest.rows), smallest.more) == (3, "32 more under the link.")


def test_words_become_blocks() -> None:
    """Paragraphs, remarks, lists and tables of HTML, with links made absolute and those within the page dropped."""
    html = (
        '<p>One <strong>two</strong> <a href="/r/event/x">three</a></p><p class="remark">four</p>'
        '<ol><li>five <em>six</em></li></ol><div class="wide"><table><thead><tr><th>A</th></tr></thead>'
        '<tbody><tr><td><a href="#sources">1</a></td></tr></tbody></table></div>'
    )
    first, remark, items, table = blocks_of(html, "http://h.example")
    assert isinstance(first, Paragraph)
    assert text_of(first.runs) == "One two three"
    assert [run.link for run in first.runs if run.link] == ["http://h.example/r/event/x"]
    assert [run.text for run in first.runs if run.is_bold] == ["two"]
    assert remark == Paragraph((Run("four"),), is_remark=True)
    assert isinstance(items, Items)
    assert items.is_numbered
    assert text_of(items.items[0]) == "five six"
    assert isinstance(table, Table)
    assert (text_of(table.heads[0]), table.rows) == ("A", (((Run("1"),),),))


def test_columns_hold_their_longest_word() -> None:
    """Each share is at least that of its longest word, and all shares are the whole."""
    head = ((Run("Status"),), (Run("By which act"),))
    rows = tuple(((Run("observer"),), (Run("a long text of many words " * 8),)) for _ in range(3))
    found = shares(Table(head, rows))
    assert sum(found) == pytest.approx(1)
    assert found[0] * 112 >= len("observer")
    assert found[1] > 0.8


@pytest.mark.parametrize("name", ["overview", "venues", "membership", "data", "event/soc-com-19", "participant/tls"])
def test_libreoffice_opens_the_document(name: str, real_edition: Edition, tmp_path: Path) -> None:
    """LibreOffice makes two pages of it at the most, with the title in them."""
    if shutil.which("soffice") is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice is not installed: .ci/run does so")
        pytest.skip("LibreOffice (Debian package libreoffice-writer) is not installed")
    with asking(real_edition) as client:
        answer = client.get(f"/briefs/{name}.docx", params={"lang": "id"})
    (tmp_path / "brief.docx").write_bytes(answer.content)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(tmp_path / "brief.docx")], check=True, capture_output=True, timeout=180
    )
    opened = (tmp_path / "brief.pdf").read_bytes()
    assert 1 <= len(pypdf.PdfReader(io.BytesIO(opened)).pages) <= 2
    title = docx.Document(io.BytesIO(answer.content)).core_properties.title
    assert title.split()[0] in words_of(opened)
