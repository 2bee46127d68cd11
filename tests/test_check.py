"""The check as a whole: everything that is wrong, at once, in order."""

from pathlib import Path

import pytest

from sidang.__main__ import main
from sidang.check import check, errors
from tests.small import ROOT, add_line, cite, edit, places

TEN = {
    "body_names.csv": ("Council of Arts", "Council of Arts, Old"),
    "bodies.csv": (",aec,ministerial,", ",aec,minister,"),
    "countries.csv": ("1984-01-01", "1984-01-32"),
    "office_terms.csv": ("2021-10-13,,", "2021-10-13,2020,"),
    "participant_names.csv": ("XAC,Pantai Timur", "XAD,Pantai Timur"),
    "pillars.csv": ("Economic", '"Economic"'),
    "places.csv": ("XAB,13.5,100.5", "XAB,13.5,"),
    "rolls.csv": ("1967-08-08,", "1967-08-08,1966"),
    "sources.csv": ("https://daily.example/2", "https://daily.example/1"),
    "statuses.csv": ("2014,2025-10-26", "2014,2025-10-27"),
}


def break_ten(data_dir: Path) -> None:
    """Ten files with one mistake each, of ten kinds."""
    for file, (old, new) in TEN.items():
        edit(data_dir, file, old, new)


def test_all_faults_are_told_at_once(small: Path) -> None:
    """Ten mistakes of ten kinds are ten faults of one check, each with a line, a reason and a remedy."""
    break_ten(small)
    faults = check(small)
    assert [fault.file for fault in faults] == sorted(TEN)
    assert all(fault.line and fault.reason and fault.remedy for fault in faults)
    assert len({fault.reason for fault in faults}) == 10


def test_two_mistakes_in_one_row_are_two_faults(small: Path) -> None:
    """A row is not given up at its first mistake."""
    line = "trade-council-4,trade-council,0,source,,,,2024-31,,,sittings,unknown,,,,,done,"
    add_line(small, "events.csv", line)
    cite(small, "events", "trade-council-4")
    assert places(check(small)) == [
        ("events.csv", 20, "dates_cover", "sittings"),
        ("events.csv", 20, "ordinal", "0"),
        ("events.csv", 20, "start_date", "2024-31"),
        ("events.csv", 20, "status", "done"),
    ]


def test_an_unreadable_file_does_not_hide_faults_of_others(small: Path) -> None:
    """Where one file cannot be read, the others are checked nonetheless, and nothing is said of what depends on it."""
    (small / "events.csv").write_bytes(b'"')
    edit(small, "bodies.csv", ",aec,ministerial,", ",aec,minister,")
    assert [(fault.file, fault.line) for fault in check(small) if fault.file != "events.csv"] == [("bodies.csv", 8)]


def test_checking_changes_nothing(small: Path) -> None:
    """A check reads only."""
    break_ten(small)
    before = {path.name: path.read_bytes() for path in small.iterdir()}
    check(small)
    assert {path.name: path.read_bytes() for path in small.iterdir()} == before


def test_the_command_prints_every_fault_and_fails(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m sidang check` prints one line a fault and its exit code is 1."""
    break_ten(small)
    assert main(["check", "--data", str(small)]) == 1
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [str(fault) for fault in check(small)]
    assert printed.err.splitlines()[-1] == f"10 faults and 0 warnings in {small}"


def test_the_command_succeeds_on_a_good_dataset(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a fault nothing is printed but the count, and the exit code is 0."""
    assert main(["check", "--data", str(small)]) == 0
    assert capsys.readouterr().out == ""


def test_the_real_dataset_has_no_fault() -> None:
    """data/ may be published."""
    assert errors(check(ROOT / "data")) == []
