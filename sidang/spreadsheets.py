"""A table as CSV or as an Excel workbook, a portion of its rows at a time: memory does not grow with it, no disk is used.

The workbook's frame (styles, second sheet, frozen head, filters) is made by XlsxWriter with an empty first sheet; the rows
are then written into that sheet as it is sent, typed: whole days as dates, numbers as numbers, all else as text that no
program runs.
"""

import csv
import datetime
import io
import math
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter

from sidang.export_tables import Export
from sidang.tables import SPREADSHEET_FORMULA

MOST_ROWS = 1_048_575
EARLIEST = (1980, 1, 1, 0, 0, 0)
DAY_ZERO = datetime.date(1899, 12, 30)
# The first day from which Excel counts as everybody does.
FIRST_DATE = datetime.date(1900, 3, 1)
WHOLE_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
UNSENDABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LONGEST_CELL = 32_767
NARROWEST, WIDEST = 8, 60
SAMPLE = 200


@dataclass(frozen=True)
class About:
    """What the second sheet says: its name, that of the first, lines of label and text, then sources under their heads."""

    title: str
    sheet: str
    about_sheet: str
    lines: Sequence[tuple[str, Any]]
    source_heads: Sequence[str]
    sources: Sequence[Sequence[Any]]
    made: datetime.date


def csv_parts(table: Export) -> Iterator[bytes]:
    """CSV for spreadsheets: UTF-8 with byte order mark (RFC 4180); a cell that would run as a formula begins with '."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(list(map(_harmless, table.heads)))
    yield b"\xef\xbb\xbf"
    for rows in table.portions:
        writer.writerows([_harmless(_plain(cell)) for cell in row] for row in rows)
        yield text.getvalue().encode("utf-8", "replace")
        text.seek(0)
        text.truncate()
    if text.tell():
        yield text.getvalue().encode("utf-8", "replace")


def xlsx_parts(table: Export, about: About) -> Iterator[bytes]:
    """An Excel workbook of the rows and a second sheet about them."""
    first = next(table.portions, ())
    frame = _frame(table, first, about)
    sent = _Sent()
    with zipfile.ZipFile(io.BytesIO(frame)) as given, zipfile.ZipFile(sent, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in given.namelist():
            content = given.read(name)
            if name != "xl/worksheets/sheet1.xml":
                kept.writestr(zipfile.ZipInfo(name, EARLIEST), content, zipfile.ZIP_DEFLATED)
                continue
            head, foot, day_style = _opened(content.decode())
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with kept.open(entry, "w", force_zip64=True) as sheet:
                sheet.write(head.encode())
                number = 2
                for rows in chain((first,), table.portions):
                    sheet.write(_rows(rows, number, day_style))
                    number += len(rows)
                    yield sent.taken()
                sheet.write(foot.encode())
    yield sent.taken()


class _Sent(io.RawIOBase):
    """Where the archive is written to: what has come in since it was last taken."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self.position = 0

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        return self.position

    def write(self, data: Any) -> int:
        self.parts.append(bytes(data))
        self.position += len(self.parts[-1])
        return len(self.parts[-1])

    def taken(self) -> bytes:
        whole = b"".join(self.parts)
        self.parts.clear()
        return whole


def _frame(table: Export, sample: Sequence[Sequence[Any]], about: About) -> bytes:
    """The workbook without the rows: the head, one row that carries the style of days, the sheet about it."""
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    made = datetime.datetime.combine(about.made, datetime.time())
    book.set_properties({"title": about.title, "author": "Sidang", "created": made})
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(about.sheet[:31])
    for column, head in enumerate(table.heads):
        sheet.write_string(0, column, head, bold)
        lengths = sorted(len(str(_plain(row[column]))) for row in sample[:SAMPLE])
        usual = lengths[int(len(lengths) * 0.9)] if lengths else 0
        sheet.set_column(column, column, min(max(usual + 2, min(len(head) + 4, 20), NARROWEST), WIDEST))
    sheet.write_datetime(1, 0, made, day)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(table.total, 1), len(table.heads) - 1)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    notes = book.add_worksheet(about.about_sheet[:31])
    notes.set_column(0, 0, 24)
    notes.set_column(1, len(about.source_heads), 48)
    row = 0
    for row, (label, text) in enumerate(about.lines):
        notes.write_string(row, 0, label, bold)
        if isinstance(text, int):
            notes.write_number(row, 1, text)
        else:
            notes.write_string(row, 1, UNSENDABLE.sub("", str(text))[:LONGEST_CELL], wrapped)
    if about.sources:
        row += 2
        for column, head in enumerate(about.source_heads):
            notes.write_string(row, column, head, bold)
        for cells in about.sources:
            row += 1
            for column, cell in enumerate(cells):
                if isinstance(cell, int):
                    notes.write_number(row, column, cell)
                elif cell is not None:
                    notes.write_string(row, column, UNSENDABLE.sub("", str(cell))[:LONGEST_CELL])
    book.close()
    return written.getvalue()


def _opened(sheet: str) -> tuple[str, str, str]:
    """The first sheet up to its rows, after them, and the style of days, without the row that carries it."""
    head, _, rest = sheet.partition('<row r="2"')
    carrier, _, foot = rest.partition("</row>")
    match = re.search(r's="(\d+)"', carrier)
    if match is None:
        raise ValueError("the frame of the workbook has no style of days")
    # The extent is that of the frame; without one a program finds it out by itself.
    return re.sub(r"<dimension[^>]*/>", "", head), foot, match[1]


def _rows(rows: Sequence[Sequence[Any]], number: int, day_style: str) -> bytes:
    """Rows from a number on as cells of a sheet."""
    parts = []
    for at, row in enumerate(rows, number):
        parts.append(f'<row r="{at}">')
        parts.extend(_cell(value, f"{_column(column)}{at}", day_style) for column, value in enumerate(row))
        parts.append("</row>")
    return "".join(parts).encode("utf-8", "replace")


def _cell(value: Any, reference: str, day_style: str) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return f'<c r="{reference}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, (int, float)):
        return f'<c r="{reference}"><v>{value!r}</v></c>' if math.isfinite(value) else ""
    day = _day(value)
    if day is not None:
        return f'<c r="{reference}" s="{day_style}"><v>{(day - DAY_ZERO).days}</v></c>'
    text = escape(UNSENDABLE.sub("", str(value))[:LONGEST_CELL])
    return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _day(value: Any) -> datetime.date | None:
    """A whole day that Excel can hold; a truncated one stays the text that it is."""
    if isinstance(value, str) and WHOLE_DAY.fullmatch(value):
        try:
            value = datetime.date.fromisoformat(value)
        except ValueError:
            return None
    if isinstance(value, datetime.datetime):
        value = value.date()
    return value if isinstance(value, datetime.date) and value >= FIRST_DATE else None


def _column(number: int) -> str:
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _plain(value: Any) -> Any:
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, datetime.date) else value


def _harmless(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(SPREADSHEET_FORMULA) else value
