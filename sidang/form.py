"""Whether a file of the dataset is written in its one canonical form, and its rows where it is not.

UTF-8 without a byte order mark, LF, the columns of the descriptor in their order, one line a row, quotes only where
needed, sorted by primary key. The rule is that of data/README.md: every edit is a small diff.
"""

import csv
import hashlib
import io
import operator
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from sidang.dataset import DESCRIPTOR, Table
from sidang.faults import Fault

CHUNK_BYTES = 1 << 24
REWRITE = "Run: python -m sidang format"
BYTE_ORDER_MARK = "\ufeff"
CELL_END = "\0"  # before every other sign, so that joined cells stand in the order of the cells

Rows = list[tuple[int, list[str]]]


@dataclass(frozen=True)
class Examined:
    """What a look at a file gave: its faults, the SHA-256 of its bytes, and whether its rows can be used at all.

    `rows` holds the usable rows with their lines when the file is not canonical, and None when it is.
    """

    faults: tuple[Fault, ...]
    digest: str
    is_usable: bool
    rows: Rows | None = None


def examine(data_dir: Path, table: Table) -> Examined:
    """Read one file of the dataset and compare it with its canonical form byte for byte."""
    path = data_dir / table.file
    try:
        digest = _digest_if_canonical(path, table)
        if digest is not None:
            return Examined((), digest, is_usable=True)
        content = path.read_bytes()
    except FileNotFoundError:
        reason, remedy = f"is named in {DESCRIPTOR} but not there", "Restore the file"
        return Examined((Fault(table.file, None, "", "", reason, remedy),), "", is_usable=False)
    except OSError as error:
        reason, remedy = f"cannot be read: {error.strerror}", "Make it a readable file"
        return Examined((Fault(table.file, None, "", "", reason, remedy),), "", is_usable=False)
    faults, rows = _explain(content, table)
    digest = hashlib.sha256(content).hexdigest()
    return Examined(tuple(faults), digest, is_usable=rows is not None, rows=rows)


def _digest_if_canonical(path: Path, table: Table) -> str | None:
    digest = hashlib.sha256()
    last: str | None = None
    with path.open("rb") as file:
        while content := file.read(CHUNK_BYTES) + file.readline():
            digest.update(content)
            rows = _rows_if_canonical(content, len(table.columns))
            if rows is None or (last is None and rows.pop(0) != CELL_END.join(table.columns)):
                return None
            if not _are_sorted([last, *rows] if last else rows, table):
                return None
            last = rows[-1] if rows else last or ""
    return digest.hexdigest() if last is not None else None


def _rows_if_canonical(content: bytes, width: int) -> list[str] | None:
    """Whole lines as rows, their cells parted by CELL_END, where each is written as it has to be; else None.

    A line without a quote is written as it has to be when it has as many commas as it must; only others are read as CSV.
    """
    if CELL_END.encode() in content or b"\r" in content or not content.endswith(b"\n"):
        return None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    rows = text.replace(",", CELL_END).split("\n")
    rows.pop()
    if width == 1 and "" in rows:
        return None
    if '"' in text:
        quoted = {number: line for number, line in enumerate(text.split("\n")) if '"' in line}
        try:
            read = list(csv.reader(quoted.values(), strict=True))
        except csv.Error:
            return None
        if _written(read) != "".join(f"{line}\n" for line in quoted.values()):
            return None
        for number, cells in zip(quoted, read, strict=True):
            rows[number] = CELL_END.join(cells)
    return rows if {row.count(CELL_END) for row in rows} == {width - 1} else None


def _are_sorted(rows: Sequence[str], table: Table) -> bool:
    """Whether rows stand in the order of their key; where the key comes first they mostly do as texts."""
    if table.is_sorted_as_text and _are_ascending(rows):
        return True
    return _are_ascending([table.sort_key(row.split(CELL_END)) for row in rows])


def _are_ascending(keys: Sequence[Any]) -> bool:
    return all(map(operator.le, keys, islice(keys, 1, None)))


def _written(rows: Sequence[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _explain(content: bytes, table: Table) -> tuple[list[Fault], Rows | None]:
    faults: list[Fault] = []
    text = _decoded(content, table, faults)
    records = _records(text, table, faults)
    if records is None:
        return faults, None
    header = records[0][1] if records else []
    if not _header_fits(header, table, faults):
        return faults, None
    order = [header.index(name) for name in table.columns]
    is_reordered = order != list(range(len(order)))
    if is_reordered:
        faults.append(Fault(table.file, 1, "", ",".join(header), "columns stand in another order", REWRITE))
    if records[0][2] != _written([header]):
        faults.append(Fault(table.file, 1, "", records[0][2].rstrip("\n"), "is quoted where it need not be", REWRITE))
    rows: Rows = []
    for line, cells, written in records[1:]:
        if len(cells) != len(header):
            reason = f"has {len(cells)} cells where the header has {len(header)}"
            remedy = "Add or remove a comma, or quote the cell that holds one"
            faults.append(Fault(table.file, line, "", written.rstrip("\n"), reason, remedy))
            continue
        if any("\n" in cell for cell in cells):
            column = next(name for name, cell in zip(header, cells, strict=True) if "\n" in cell)
            faults.append(Fault(table.file, line, column, "", "holds a line break", "Write it on one line"))
        elif written != _written([cells]):
            faults.append(Fault(table.file, line, "", written.rstrip("\n"), "is quoted where it need not be", REWRITE))
        row = [cells[at] for at in order]
        if rows and table.sort_key(row) < table.sort_key(rows[-1][1]):
            key = ", ".join(table.primary_key)
            value = "/".join(row[table.columns.index(name)] for name in table.primary_key)
            faults.append(Fault(table.file, line, table.primary_key[0], value, f"is not sorted by {key}", REWRITE))
        rows.append((line, row))
    return faults, rows


def _decoded(content: bytes, table: Table, faults: list[Fault]) -> str:
    lines = []
    for number, line in enumerate(content.split(b"\n"), start=1):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError as error:
            value = line[error.start : error.end].hex(" ")
            reason = f"is not UTF-8 at byte {error.start + 1} of the line"
            faults.append(Fault(table.file, number, "", value, reason, "Save the file as UTF-8"))
            lines.append(line.decode("utf-8", errors="replace"))
    text = "\n".join(lines)
    if text.startswith(BYTE_ORDER_MARK):
        text = text.removeprefix(BYTE_ORDER_MARK)
        faults.append(Fault(table.file, 1, "", "", "begins with a byte order mark", REWRITE))
    if "\r\n" in text:
        line_number = text[: text.index("\r\n")].count("\n") + 1
        faults.append(Fault(table.file, line_number, "", "", "lines end in CR LF instead of LF", REWRITE))
        text = text.replace("\r\n", "\n")
    if "\r" in text:
        for number, line_text in enumerate(text.split("\n"), start=1):
            if "\r" in line_text:
                reason = "holds a carriage return within the line"
                faults.append(Fault(table.file, number, "", line_text, reason, "Write it on one line"))
        text = text.replace("\r", " ")
    if not text.endswith("\n"):
        faults.append(Fault(table.file, text.count("\n") + 1, "", "", "the last line does not end in LF", REWRITE))
        text += "\n"
    return text


def _records(text: str, table: Table, faults: list[Fault]) -> list[tuple[int, list[str], str]] | None:
    lines = text.split("\n")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    records, begin = [], 0
    try:
        for cells in reader:
            written = "\n".join(lines[begin : reader.line_num]) + "\n"
            records.append((begin + 1, cells, written))
            begin = reader.line_num
    except csv.Error as error:
        reason = f"cannot be read as CSV from here: {error}"
        value = lines[begin] if begin < len(lines) else ""
        faults.append(Fault(table.file, begin + 1, "", value, reason, 'Close the quote, or double a quote inside: ""'))
        return None
    return records


def _header_fits(header: Sequence[str], table: Table, faults: list[Fault]) -> bool:
    found = len(faults)
    for name in table.columns:
        if name not in header:
            reason = f"the column is in {DESCRIPTOR} but not in the file"
            faults.append(Fault(table.file, 1, name, "", reason, f"Add the column, or take it out of {DESCRIPTOR}"))
    for at, name in enumerate(header):
        if name in header[:at]:
            faults.append(Fault(table.file, 1, name, name, "the column stands there twice", "Remove one of them"))
        elif name not in table.columns:
            reason = f"the column is not in {DESCRIPTOR}"
            faults.append(Fault(table.file, 1, name, name, reason, f"Describe it in {DESCRIPTOR}, or remove it"))
    return len(faults) == found
