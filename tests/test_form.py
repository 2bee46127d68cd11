"""Files that are not in canonical form: each fault with its place, and what `format` makes of them."""

import csv
import hashlib
import io
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from sidang import form
from sidang.check import check
from sidang.dataset import Field, Table, canonical_text
from sidang.faults import Fault
from sidang.format import format_dataset
from tests.small import add_line, edit, line_of, places, the_fault


def test_the_small_dataset_has_nothing_wrong(small: Path) -> None:
    """The fixture that all broken ones derive from is without fault and without warning."""
    assert check(small) == []


SIGNS = ("a", "b", "é", " ", ",", '"', '""', ",,", "\n", "\r", "\0", "\n\n", '"\n', "\x85", "\u2028", "1", "10")


@pytest.mark.parametrize("key_type", ["string", "integer"])
@pytest.mark.parametrize("width", [1, 3])
def test_files_in_canonical_form_are_told_from_all_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: int, key_type: str
) -> None:
    """Of files with cells of every kind, as they must be and with a sign put in or taken out, read in parts of any size."""
    random = Random(7)
    fields = tuple(Field(name, key_type if name == "a" else "string") for name in "abc"[:width])
    table = Table("things", "things.csv", fields, ("a",), (), cited=False)
    path = tmp_path / table.file
    verdicts = Counter[bool]()
    for _ in range(1500):
        rows = [
            ["".join(random.choices([*SIGNS[:9], "1", "2", "10"], k=random.randrange(4))) for _ in fields]
            for _ in range(random.randrange(6))
        ]
        text = canonical_text(table, [dict(zip(table.columns, row, strict=True)) for row in rows])
        if random.random() < 0.5:
            at = random.randrange(len(text) + 1)
            text = text[:at] + random.choice(("", *SIGNS)) + text[at + random.randrange(2) :]
        elif random.random() < 0.2:
            lines = text.splitlines(keepends=True)
            text = "".join([*lines[:1], *random.sample(lines[1:], len(lines) - 1)])
        path.write_bytes(text.encode())
        monkeypatch.setattr(form, "CHUNK_BYTES", random.randrange(1, 60))
        expected = is_canonical(text, table)
        examined = form.examine(tmp_path, table)
        assert (examined.rows is None and examined.is_usable) == expected, text
        assert not expected or examined.digest == hashlib.sha256(text.encode()).hexdigest()
        verdicts[expected] += 1
    assert min(verdicts.values()) > 300


def is_canonical(text: str, table: Table) -> bool:
    """Whether a file is what would be written of its rows, a row on each line, without signs that are no text."""
    try:
        header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    except (csv.Error, ValueError):
        return False
    if tuple(header) != table.columns or {len(row) for row in rows} - {len(header)} or "\r" in text or "\0" in text:
        return False
    is_line_a_row = len(rows) + 1 == text.count("\n")
    return is_line_a_row and canonical_text(table, [dict(zip(header, row, strict=True)) for row in rows]) == text


def test_an_open_quote(small: Path) -> None:
    """Broken CSV is told from the line on which the quote opens."""
    edit(small, "events.csv", "Special session on water", '"Special session on water')
    fault = the_fault(small)
    assert (fault.line, fault.column) == (line_of(small, "events.csv", "ring-officials-2021-10-10"), "")
    assert fault.value.startswith('ring-officials-2021-10-10,ring-officials,,,"Special')
    assert fault.reason.startswith("cannot be read as CSV from here")
    assert "Close the quote" in fault.remedy


def test_a_quote_inside_a_quoted_cell(small: Path) -> None:
    """A quote that is not doubled is broken CSV too."""
    edit(small, "milestones.csv", "Two members and one observer.", '"Two "members" and one observer."')
    fault = the_fault(small)
    assert (fault.file, fault.line) == ("milestones.csv", 2)
    assert fault.reason.startswith("cannot be read as CSV")


def test_a_quote_that_is_not_needed(small: Path) -> None:
    """A quoted cell without comma or quote makes the file differ from its canonical form."""
    edit(small, "pillars.csv", "Economic", '"Economic"')
    fault = the_fault(small)
    assert (fault.file, fault.line, fault.value) == ("pillars.csv", 2, 'aec,"Economic",Ekonomi,2')
    assert fault.reason == "is quoted where it need not be"


def test_bytes_that_are_not_utf8(small: Path) -> None:
    """A byte of another encoding is named with its line and place."""
    path = small / "countries.csv"
    path.write_bytes(path.read_bytes().replace("Côrland".encode(), "Côrland".encode("latin-1")))
    fault = the_fault(small)
    assert (fault.file, fault.line, fault.value) == ("countries.csv", 4, "f4")
    assert (fault.reason, fault.remedy) == ("is not UTF-8 at byte 6 of the line", "Save the file as UTF-8")


def test_a_missing_column(small: Path) -> None:
    """A column of the descriptor that the file lacks is named on the header's line."""
    edit(small, "countries.csv", ",independent_from\n", ",independence\n")
    found = check(small)
    assert [(fault.line, fault.column, fault.value) for fault in found] == [
        (1, "independence", "independence"),
        (1, "independent_from", ""),
    ]
    assert found[0].reason == "the column is not in datapackage.json"
    assert found[1].reason == "the column is in datapackage.json but not in the file"


def test_a_column_that_stands_twice(small: Path) -> None:
    """Two columns of one name are a fault: nobody could say which one counts."""
    edit(small, "pillars.csv", "name_indonesian,position", "name_indonesian,position,position")
    assert the_fault(small).reason == "the column stands there twice"


def test_a_row_with_a_cell_too_many(small: Path) -> None:
    """A comma that is not quoted gives a row more cells than the header has."""
    edit(small, "body_names.csv", "Council of Arts", "Council of Arts, Old")
    fault = the_fault(small)
    assert (fault.file, fault.line) == ("body_names.csv", 2)
    assert fault.reason == "has 4 cells where the header has 3"


def test_rows_out_of_order(small: Path) -> None:
    """A row before which another belongs is named with its key."""
    add_line(small, "countries.csv", "XAZ,Zedland,Zedlandia,", before="XAB")
    faults = check(small)
    assert places(faults) == [("countries.csv", 4, "country_id", "XAB")]
    assert faults[0].reason == "is not sorted by country_id"


def test_columns_in_another_order(small: Path) -> None:
    """Columns may stand in another order than the descriptor's only until `format` has run."""
    (small / "rolls.csv").write_text("standing,organization_id,complete_from,complete_until\nmember,league,1967-08-08,\n")
    assert the_fault(small).reason == "columns stand in another order"
    assert format_dataset(small).changed == ("rolls.csv",)
    assert check(small) == []


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b"\n", b"\r\n", "lines end in CR LF instead of LF"),
        (b"body_id,name,language\n", b"\xef\xbb\xbfbody_id,name,language\n", "begins with a byte order mark"),
        (b",id\n", b",id", "the last line does not end in LF"),
        (b"Council of Arts", b'"Council of Arts"', "is quoted where it need not be"),
    ],
)
def test_format_mends_what_changes_no_meaning(small: Path, old: bytes, new: bytes, reason: str) -> None:
    """Line ends, marks and needless quotes are faults, and `format` gives back the canonical bytes."""
    path = small / "body_names.csv"
    canonical = path.read_bytes()
    path.write_bytes(canonical.replace(old, new))
    assert reason in [fault.reason for fault in check(small)]
    formatted = format_dataset(small)
    assert (formatted.changed, formatted.faults) == (("body_names.csv",), ())
    assert path.read_bytes() == canonical


def test_format_sorts(small: Path) -> None:
    """Rows come into the order of their keys, whole numbers as numbers."""
    path = small / "document_parts.csv"
    add_line(small, "document_parts.csv", "lantern-declaration-2018,10,Wick,,", before="lantern-declaration-2018,2")
    assert format_dataset(small).changed == ("document_parts.csv",)
    assert [line.split(",")[1] for line in path.read_text().splitlines()[1:]] == ["1", "2", "10"]


def test_format_leaves_alone_what_only_a_person_can_mend(small: Path) -> None:
    """A file that would lose a row is not rewritten, and the fault says why."""
    edit(small, "body_names.csv", "Council of Arts", "Council of Arts, Old")
    before = (small / "body_names.csv").read_bytes()
    formatted = format_dataset(small)
    assert formatted.changed == ()
    assert [fault.line for fault in formatted.faults] == [2]
    assert (small / "body_names.csv").read_bytes() == before


def test_format_changes_nothing_in_canonical_files(small: Path) -> None:
    """A dataset in canonical form stays byte for byte as it is."""
    before = {path.name: path.read_bytes() for path in small.iterdir()}
    assert format_dataset(small) == format_dataset(small)
    assert {path.name: path.read_bytes() for path in small.iterdir()} == before


def test_a_line_break_in_a_cell(small: Path) -> None:
    """A cell over two lines is refused: one row, one line."""
    edit(small, "body_names.csv", "Council of Arts", '"Council\nof Arts"')
    fault = the_fault(small)
    assert (fault.file, fault.line, fault.column, fault.reason) == ("body_names.csv", 2, "name", "holds a line break")


@pytest.mark.parametrize("written", ["Bor\rland", '"Bor\rland"'])
def test_a_carriage_return_within_a_line(small: Path, written: str) -> None:
    """A carriage return alone is told on its line, and the lines after it keep their numbers."""
    edit(small, "countries.csv", "XAB,Borland", f"XAB,{written}")
    edit(small, "countries.csv", "2002-05-20", "2002-05-32")
    faults = [fault for fault in check(small) if "quoted" not in fault.reason]
    assert [(fault.line, fault.column, fault.reason) for fault in faults] == [
        (3, "", "holds a carriage return within the line"),
        (4, "independent_from", "is not in the calendar"),
    ]


@pytest.mark.parametrize("at", ["XAC,", ""])
def test_an_empty_line(small: Path, at: str) -> None:
    """A line without cells is a fault of that line, in the middle and at the end."""
    add_line(small, "countries.csv", "", before=at)
    fault = the_fault(small)
    assert (fault.line, fault.reason) == (5 if not at else 4, "has 0 cells where the header has 4")


def test_a_file_that_is_not_there(small: Path) -> None:
    """A missing file is one fault of that file, not one for each row that refers to it."""
    (small / "place_names.csv").unlink()
    assert the_fault(small) == Fault(
        "place_names.csv", None, "", "", "is named in datapackage.json but not there", "Restore the file"
    )


def test_an_empty_file(small: Path) -> None:
    """A file without even a header lacks all its columns."""
    (small / "rolls.csv").write_bytes(b"")
    assert [fault.column for fault in check(small) if fault.column] == [
        "complete_from",
        "complete_until",
        "organization_id",
        "standing",
    ]
