"""`/download/`: the tables of the pages as CSV and Excel, as shown and with everything, typed, harmless, in portions."""

import csv
import datetime
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from starlette.testclient import TestClient

from sidang import spreadsheets
from sidang.asked import Asked
from sidang.downloads import table_address
from sidang.edition import Edition
from sidang.export_tables import TABLES, Export
from sidang.frame import page_of
from sidang.language import Language
from sidang.meetings import meetings_in_table
from sidang.spreadsheets import About, csv_parts, xlsx_parts
from sidang.view import View
from tests.disk import written_by
from tests.machines import HOST, altered, asking

DAY = datetime.date(2026, 5, 10)
SEEN = "as_of=2026-05-10&lang=en"


@pytest.fixture
def client(small_edition: Edition) -> Iterator[TestClient]:
    """The application on the small edition."""
    with asking(small_edition) as client:
        yield client


def address(name: str, form: str, rest: str = "") -> str:
    """A table seen from a day, of a participant where it is one's."""
    return f"/download/{name}.{form}?{SEEN}{'&id=xaa' if TABLES[name].record else ''}{rest}"


def lines_of(content: bytes) -> list[list[str]]:
    """The lines of a CSV file for spreadsheets."""
    assert content[:3] == b"\xef\xbb\xbf"
    assert b"\n" not in content.replace(b"\r\n", b"")
    return list(csv.reader(io.StringIO(content[3:].decode(), newline="")))


def book_of(content: bytes) -> Any:
    """A workbook, once its archive is whole."""
    assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
    return openpyxl.load_workbook(io.BytesIO(content))


def cases() -> list[tuple[str, str]]:
    """Every table, as shown, and with everything where there is more."""
    return [
        (name, rows)
        for name, kind in TABLES.items()
        for rows in ("shown", "everything")
        if rows == "shown" or kind.everything
    ]


@pytest.mark.parametrize(("name", "rows"), cases())
def test_both_files_hold_the_same(client: TestClient, name: str, rows: str) -> None:
    """The same heads and cells; in the workbook days are dates, numbers numbers, all else is text and none a formula."""
    answer = client.get(address(name, "csv", f"&rows={rows}"))
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    head, *lines = lines_of(answer.content)
    assert len(set(head)) == len(head)
    assert all(head)
    assert int(answer.headers["x-total-count"]) == len(lines) > 0
    book = book_of(client.get(address(name, "xlsx", f"&rows={rows}")).content)
    sheet, about = book.worksheets
    told = [[cell.value for cell in row] for row in sheet.iter_rows(max_col=len(head))]
    assert told[0] == head
    assert len(told) - 1 == len(lines)
    for row, line in zip(told[1:], lines, strict=True):
        for cell, text in zip(row, line, strict=True):
            if isinstance(cell, datetime.datetime):
                assert cell.date().isoformat() == text
            elif isinstance(cell, bool):
                assert str(cell).lower() == text
            elif isinstance(cell, (int, float)):
                assert float(text) == pytest.approx(cell)
            else:
                assert (cell or "") == text.removeprefix("'") or (cell or "") == text
    assert all(cell.data_type in "snd" for row in sheet.iter_rows() for cell in row)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet.auto_filter.ref.endswith(str(len(lines) + 1))
    said = {row[0].value: row[1].value for row in about.iter_rows(max_col=2) if row[0].value}
    assert said["Rows"] == len(lines)
    assert said["Edition"].startswith("1.0.0-")
    assert said["Link"].startswith(f"{HOST}{TABLES[name].path}?")
    assert "CC BY 4.0" in said["Licence"]


def test_what_is_shown_is_what_the_page_shows(client: TestClient, small_edition: Edition) -> None:
    """The same cells as the table of the page, in both languages."""
    for code in ("en", "id"):
        view = View(years=(2018, 2021), sort="body", as_of="2026-05-10", language=code)
        page = page_of(Asked(small_edition, view, Language(code), DAY, {}))
        table = meetings_in_table(page)
        found = lines_of(client.get(f"/download/meetings.csv?year=2018-2021&sort=body&as_of=2026-05-10&lang={code}").content)
        assert found[0] == list(table.columns)
        assert found[1:] == [[str(cell) for cell in row] for row in table.itertuples(index=False)]


def test_everything_has_the_codes_beside_the_names(client: TestClient) -> None:
    """The 17 meetings of the small data that are no national coordination, with names, codes and days."""
    head, *lines = lines_of(client.get(address("meetings", "csv", "&rows=everything")).content)
    assert len(lines) == 17
    rows = {line[0]: dict(zip(head, line, strict=True)) for line in lines}
    first = rows["league-summit-1"]
    assert (first["Body"], first["Body (code)"]) == ("League Summit", "league-summit")
    assert (first["Pillar"], first["Pillar (code)"], first["Level (code)"]) == ("Cross-pillar", "cross", "summit")
    assert (first["City or area"], first["City or area (code)"], first["Country (code)"]) == (
        "Arville",
        "arville-xaa",
        "XAA",
    )
    assert (first["From"], first["First day"], first["Venue"]) == ("2018-05-10", "2018-05-10", "Grand Hall")
    assert (rows["league-summit-2"]["From"], rows["league-summit-2"]["First day"]) == ("2019-11", "2019-11-01")
    assert rows["trade-council-3"]["Status (code)"] == "cancelled"
    in_indonesian = lines_of(client.get("/download/meetings.csv?rows=everything&lang=id").content)[0]
    assert "Badan (kode)" in in_indonesian
    head, *lines = lines_of(client.get(address("bodies", "csv", "&rows=everything")).content)
    assert len(lines) == 6
    assert dict(zip(head, lines[0], strict=True)).keys() >= {"Body", "Part of (code)", "Name in Indonesian"}


def test_days_are_typed_and_parts_of_days_are_not(client: TestClient) -> None:
    """A whole day is a date that sorts, a month and a year stay what a source says."""
    sheet = book_of(client.get(address("meetings", "xlsx")).content).worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    column, own = heads.index("From"), heads.index("Id")
    by_id = {row[own].value: row[column] for row in sheet.iter_rows(min_row=2)}
    assert by_id["culture-officials-1"].value == datetime.datetime(2018, 1, 15)  # noqa: DTZ001
    assert by_id["culture-officials-1"].number_format == "yyyy-mm-dd"
    assert by_id["league-summit-2"].value == "2019-11"
    assert by_id["culture-officials-3"].value == "2020"


def test_cells_are_no_formulas(small_edition: Edition, tmp_path: Path) -> None:
    """A venue that begins with =, +, - or @ is text in both files."""
    hostile = '=HYPERLINK("http://e.example","x")'
    changed = altered(small_edition, tmp_path, f"update events set venue = '{hostile}' where event_id = 'league-summit-1'")
    with asking(changed) as client:
        lines = lines_of(client.get(address("meetings", "csv", "&rows=everything")).content)
        sheet = book_of(client.get(address("meetings", "xlsx", "&rows=everything")).content).worksheets[0]
    column = lines[0].index("Venue")
    assert f"'{hostile}" in [line[column] for line in lines]
    (cell,) = [row[column] for row in sheet.iter_rows(min_row=2) if row[column].value == hostile]
    assert cell.data_type == "s"


def test_every_kind_of_cell_is_written() -> None:
    """By hand: text with markup and a sign that XML cannot hold, numbers, truth, days before and after Excel's calendar."""
    row = ["<a> & \x07b", 3, 2.5, True, None, "2020-02-30", "1899-01-01", datetime.date(2020, 2, 29), " x ", float("nan")]
    about = About("t", "Sheet", "About", [("a", "b"), ("n", 4)], ["x"], [["y"]], DAY)
    heads = [f"h{number}" for number in range(len(row))]
    book = book_of(b"".join(xlsx_parts(Export(heads, iter([[row], [row]]), 2), about)))
    told = [[cell.value for cell in line] for line in book.worksheets[0].iter_rows(min_row=2)]
    expected = ["<a> & b", 3, 2.5, True, None, "2020-02-30", "1899-01-01", datetime.datetime(2020, 2, 29), " x "]  # noqa: DTZ001
    assert [line[:9] for line in told] == [expected, expected]
    assert [row[1].value for row in book.worksheets[1].iter_rows(max_row=2)] == ["b", 4]
    assert (
        b"".join(csv_parts(Export(heads, iter([[row]]), 1))).decode().splitlines()[1].startswith("<a> & \x07b,3,2.5,true,,")
    )


def test_rows_come_in_portions_and_nothing_is_written(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """With portions of two rows a table has as many parts, in the same bytes; no file is opened for writing."""
    csv_whole = client.get(address("meetings", "csv", "&rows=everything")).content
    book_whole = client.get(address("meetings", "xlsx", "&rows=everything")).content
    assert client.get(address("meetings", "xlsx", "&rows=everything")).content == book_whole
    monkeypatch.setattr("sidang.questions.PORTION", 2)
    sent: list[int] = []
    counted = spreadsheets._rows

    def counting(rows: Any, number: int, style: str) -> bytes:
        sent.append(len(rows))
        return counted(rows, number, style)

    monkeypatch.setattr(spreadsheets, "_rows", counting)
    assert client.get(address("meetings", "csv", "&rows=everything")).content == csv_whole
    told = book_of(client.get(address("meetings", "xlsx", "&rows=everything")).content).worksheets[0]
    assert told.max_row == 18
    assert sent == [2] * 8 + [1]
    assert not written_by(lambda: [client.get(address(name, form)) for name in TABLES for form in ("csv", "xlsx")])


def test_a_sheet_that_is_too_long_is_refused(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the limit, and the way out; as CSV there is none."""
    monkeypatch.setattr("sidang.downloads.MOST_ROWS", 16)
    answer = client.get(address("meetings", "xlsx"))
    assert answer.status_code == 400
    assert answer.json()["most"] == 16
    assert "as CSV" in answer.json()["detail"]
    assert client.get(address("meetings", "csv")).status_code == 200


@pytest.mark.parametrize(
    ("path", "status", "key"),
    [
        ("/download/nothing.csv", 404, None),
        ("/download/meetings.csv?colour=red", 400, "colour"),
        ("/download/meetings.csv?rows=all", 400, "rows"),
        ("/download/matrix.csv?rows=everything", 400, "rows"),
        ("/download/meetings.xlsx?id=league-summit-1", 400, "id"),
        ("/download/statuses.xlsx?year=2018", 400, "year"),
        ("/download/participant-meetings.csv", 400, "id"),
        ("/download/participant-meetings.csv?id=xab-land", 404, "id"),
    ],
)
def test_what_is_not_understood_is_refused(client: TestClient, path: str, status: int, key: str | None) -> None:
    """With the key that is wrong; a table that nobody has with those that there are."""
    answer = client.get(path)
    assert answer.status_code == status, answer.text
    assert [error["key"] for error in answer.json()["errors"]] == ([key] if key else [])
    if "nothing" in path:
        assert answer.json()["tables"] == sorted(TABLES)


def test_an_empty_table_says_so(client: TestClient) -> None:
    """A view without rows has heads alone, or where heads follow from rows a 404 that says why."""
    for query in ("meetings.csv?year=2003", "changes.csv?as_of=2026-05-10&since=2026-05-09"):
        (heads,) = lines_of(client.get(f"/download/{query}").content)
        assert len(heads) > 4
    assert book_of(client.get("/download/meetings.xlsx?year=2003").content).worksheets[0].max_row == 1
    answer = client.get("/download/places.csv?year=2003")
    assert answer.status_code == 404
    assert "Nothing in this view" in answer.json()["detail"]


def test_an_address_carries_what_its_table_takes() -> None:
    """Of a view with years and a participant the statuses take the participant alone."""
    view = View(years=(2018, 2019), participants=("tls",), language="id", record="x")
    assert table_address("statuses", "csv", view) == "/download/statuses.csv?with=tls&lang=id"
    assert table_address("meetings", "xlsx", view, "everything") == (
        "/download/meetings.xlsx?year=2018-2019&with=tls&lang=id&rows=everything"
    )
