"""What the descriptor and the schema say of a cell, a row or a key, broken in one place each."""

from pathlib import Path

import pytest

from sidang.check import check
from sidang.faults import Fault
from tests.small import add_line, cite, edit, line_of, places, the_fault


def test_a_value_outside_a_closed_list(small: Path) -> None:
    """The fault names the value and all that may stand there."""
    edit(small, "bodies.csv", ",aec,ministerial,", ",aec,minister,")
    assert the_fault(small) == Fault(
        "bodies.csv",
        line_of(small, "bodies.csv", "trade-council"),
        "level",
        "minister",
        "is not in the closed list",
        "Write one of: summit, ministerial, senior_official, committee, working_group, forum, other",
    )


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("May 2018", "is not a date"),
        ("2018-5-11", "is not a date"),
        ("2018-13", "is not in the calendar"),
        ("2018-02-30", "is not in the calendar"),
    ],
)
def test_a_bad_date(small: Path, written: str, reason: str) -> None:
    """A date in another form and one that no calendar has are told apart."""
    edit(small, "sources.csv", "2018-05-11", written)
    fault = the_fault(small)
    assert (fault.file, fault.line, fault.column, fault.value) == ("sources.csv", 3, "published", written)
    assert fault.reason == reason


def test_a_bad_date_of_a_meeting_is_one_fault(small: Path) -> None:
    """A date that cannot be read gives no further fault about what follows from it."""
    edit(small, "events.csv", "2019-02-10,2019-02-10", "2019-02-31,2019-02-10")
    reasons = [(fault.column, fault.reason) for fault in check(small)]
    assert reasons == [("start_date", "is not in the calendar")]


def test_a_dangling_key(small: Path) -> None:
    """An id that no row of the other table has is named with the file where it is missing."""
    edit(small, "participant_names.csv", "XAC,Pantai Timur", "XAD,Pantai Timur")
    assert the_fault(small) == Fault(
        "participant_names.csv",
        3,
        "participant_id",
        "XAD",
        "is not in participants.csv",
        "Add the row to participants.csv, or correct the id",
    )


def test_a_body_whose_parent_is_not_there(small: Path) -> None:
    """A key within one table is held against the same file."""
    edit(small, "bodies.csv", "ring-officials,ring,ring-summit", "ring-officials,ring,ring-council")
    fault = the_fault(small)
    assert (fault.column, fault.value, fault.reason) == ("parent_body_id", "ring-council", "is not in bodies.csv")


def test_a_duplicate_key(small: Path) -> None:
    """The second row of a key names the line of the first."""
    add_line(small, "countries.csv", "XAB,Borland again,Borlandia lagi,", before="XAC")
    fault = the_fault(small)
    assert (fault.file, fault.line, fault.column, fault.value) == ("countries.csv", 4, "country_id", "XAB")
    assert fault.reason == "stands on line 3 already, and country_id must be unique"
    assert fault.remedy == "Keep one of the two"


def test_a_duplicate_key_of_several_columns(small: Path) -> None:
    """A composite key is shown with its parts joined as in citations."""
    add_line(small, "event_pillars.csv", "culture-officials-1,aec")
    fault = the_fault(small)
    assert (fault.line, fault.column, fault.value) == (3, "event_id + pillar_id", "culture-officials-1/aec")


def test_a_duplicate_key_with_an_empty_part(small: Path) -> None:
    """Two participations without a representative are the same one: an empty part of a key is a value."""
    add_line(small, "participations.csv", "ring-summit-2,XAC,observer,,,minister,not_known")
    fault = the_fault(small)
    assert (fault.line, fault.value) == (12, "ring-summit-2/XAC/observer/")


def test_a_url_given_twice(small: Path) -> None:
    """A column that must be unique holds each value once; empty cells don't count."""
    edit(small, "sources.csv", "https://daily.example/2", "https://daily.example/1")
    assert places(check(small)) == [("sources.csv", 4, "url", "https://daily.example/1")]


def test_an_empty_cell_where_one_is_required(small: Path) -> None:
    """A required column may not be empty."""
    edit(small, "pillars.csv", "ascc,Socio-Cultural", "ascc,")
    fault = the_fault(small)
    assert (fault.line, fault.column, fault.value, fault.reason) == (4, "name", "", "is empty")


@pytest.mark.parametrize("written", [" Borland", "Borland ", "Bo\u0301rland"])
def test_spaces_around_and_letters_in_pieces(small: Path, written: str) -> None:
    """Names that look alike are written alike: no spaces around, accents composed."""
    edit(small, "countries.csv", "XAB,Borland", f"XAB,{written}")
    fault = the_fault(small)
    assert (fault.column, fault.value) == ("name", written)
    assert fault.reason.startswith("has spaces around it")


@pytest.mark.parametrize(
    ("column", "old", "new", "reason"),
    [
        ("latitude", "-6.5", "six", "is not a number"),
        ("latitude", "-6.5", "-96.5", "is less than -90"),
        ("longitude", "106.5", "206.5", "is more than 180"),
        ("latitude", "-6.5", "-6.5e0", "is not a number"),
    ],
)
def test_numbers(small: Path, column: str, old: str, new: str, reason: str) -> None:
    """A number has one way to be written and keeps within its bounds."""
    edit(small, "places.csv", old, new)
    faults = [fault for fault in check(small) if fault.value]
    assert [(fault.file, fault.line, fault.column, fault.value) for fault in faults] == [("places.csv", 2, column, new)]
    assert faults[0].reason == reason


def test_a_whole_number(small: Path) -> None:
    """An ordinal is a whole number without leading nought."""
    edit(small, "events.csv", "trade-council,3,source", "trade-council,3.5,source")
    fault = the_fault(small)
    assert (fault.column, fault.value, fault.reason) == ("ordinal", "3.5", "is not a whole number up to 2147483647")


@pytest.mark.parametrize("number", ["2147483648", "30000000000000000000"])
def test_a_number_that_the_edition_cannot_hold(small: Path, number: str) -> None:
    """A number too large for its column is a fault; it would be lost in silence otherwise."""
    edit(small, "events.csv", "trade-council,3,source", f"trade-council,{number},source")
    fault = the_fault(small)
    assert (fault.column, fault.value) == ("ordinal", number)


@pytest.mark.parametrize("sign", ["\0", "\x0c", "\u200b", "\u202e", "\u2028", "\u00ad"])
def test_a_sign_that_cannot_be_seen(small: Path, sign: str) -> None:
    """Control characters and signs without width or place are refused: two names would look alike and differ."""
    edit(small, "countries.csv", "XAB,Borland", f"XAB,Bor{sign}land")
    fault = the_fault(small)
    assert (fault.line, fault.column, fault.reason) == (3, "name", "holds a sign that cannot be seen")


def test_a_pattern(small: Path) -> None:
    """A column with a form of its own refuses another."""
    edit(small, "sources.csv", "article.pdf,id,", "article.pdf,ind,")
    fault = the_fault(small)
    assert (fault.file, fault.column, fault.value) == ("sources.csv", "language", "ind")


def test_a_check_of_the_schema_over_two_columns(small: Path) -> None:
    """What the schema checks within a row is said with the row's line, before anything is built."""
    edit(small, "sources.csv", "article.pdf", "")
    fault = the_fault(small)
    assert (fault.file, fault.line) == ("sources.csv", 2)
    assert fault.reason.startswith("breaks a check of the schema on url, file")


def test_an_accession_without_what_is_sought(small: Path) -> None:
    """A row of the accession track says what is applied for."""
    edit(small, "statuses.csv", "applicant,member", "applicant,")
    fault = the_fault(small)
    assert (fault.file, fault.line) == ("statuses.csv", line_of(small, "statuses.csv", "xac-league-applicant"))
    assert "sought" in fault.reason


def test_a_value_is_data_never_sql(small: Path) -> None:
    """Quotes, semicolons and comment signs in a cell are text like any other."""
    name = 'O\'Body; drop table events -- "x"'
    written = '"' + name.replace('"', '""') + '"'
    add_line(small, "body_names.csv", f"culture-officials,{written},en", before="culture-officials")
    assert check(small) == []


def test_a_new_row_that_is_complete_has_no_fault(small: Path) -> None:
    """A meeting with its citation passes: the tests above fail for their one mistake only."""
    add_line(small, "events.csv", "trade-council-4,trade-council,4,source,,,,2024,,,sitting,unknown,,,,,held,")
    cite(small, "events", "trade-council-4")
    assert check(small) == []
