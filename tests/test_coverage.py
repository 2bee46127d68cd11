"""How far the data reach: coverage of series, completeness of fields, sources, ages and conflicts, counted by hand."""

import csv
import datetime
from collections import Counter
from pathlib import Path
from typing import Any

from sidang.build import build
from sidang.coverage import Expected, cell_in_words, expected_in, expected_of, footnote, missing_in_words, series_in
from sidang.coverage_chart import coverage
from sidang.edition import Edition
from sidang.language import Language
from sidang.parameters import parameters_of
from sidang.questions import Rows, ask, one
from sidang.theme import LIGHT
from sidang.view import View
from tests.small import DATA, delete_events

DAY = datetime.date(2026, 5, 10)
ENGLISH, INDONESIAN = Language("en"), Language("id")
EVERYTHING = View()


def asked(edition: Edition, question: str, view: View = EVERYTHING) -> Rows:
    """The answer to a question in a view."""
    return ask(edition, question, parameters_of(edition, view, DAY))


def cells(rows: Rows) -> dict[tuple[str, int], tuple[str, int, int, int]]:
    """State, meetings, expected and found numbers by body and year."""
    return {(row.body_id, row.year): (row.state, row.meetings, row.expected, row.found) for row in rows}


def real_rows(table: str) -> list[dict[str, str]]:
    """The rows of a file of the dataset."""
    with Path(DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_whole_series_is_known_in_every_year(small_edition: Edition) -> None:
    """Between two neighbouring numbers a year without a meeting is known to have none; without numbers nothing is judged."""
    rows = asked(small_edition, "coverage_by_body_and_year")
    found = cells(rows)
    assert found["culture-council", 2018] == ("known", 1, 1, 1)
    assert found["culture-council", 2020] == ("known", 0, 1, 1)
    assert min(year for body, year in found if body == "culture-council") == 2009
    assert found["ring-summit", 2002] == ("known", 1, 1, 1)
    assert found["ring-summit", 2010] == ("known", 0, 1, 1)
    assert found["ring-officials", 2021] == ("unnumbered", 1, 0, 0)
    assert [body for body, year in found if year == 2022 or body == "arland-committee"] == []
    assert expected_in(rows) == Expected(12, 12)
    assert expected_of(asked(small_edition, "expected_numbers")) == Expected(12, 12)
    assert footnote(Expected(12, 12), EVERYTHING, ENGLISH) is None


def test_a_deleted_meeting_is_missing(small: Path, tmp_path: Path) -> None:
    """Its number was expected by the year of the next; years between founding and that meeting are not collected."""
    delete_events(small, {"culture-council-1", "trade-council-1"})
    edition = build(small, tmp_path / "var")
    rows = asked(edition, "coverage_by_body_and_year")
    found = cells(rows)
    assert found["culture-council", 2009] == ("not_collected", 0, 2, 1)
    assert found["culture-council", 2020] == ("not_collected", 0, 2, 1)
    assert found["culture-council", 2021] == ("partial", 1, 2, 1)
    assert found["trade-council", 2021] == ("partial", 1, 2, 1)
    assert ("trade-council", 2020) not in found
    assert expected_in(rows) == Expected(12, 10)
    council = next(row for row in rows if row.body_id == "culture-council" and row.year == 2021)
    assert missing_in_words(council, ENGLISH) == "number 1 is missing, which met by 2021"
    assert cell_in_words(council, INDONESIAN) == (
        "2021: sebagian; 1 pertemuan; nomor 1 belum ada, yang bersidang paling lambat 2021"
    )
    expected = expected_of(asked(edition, "expected_numbers"))
    assert expected == Expected(12, 10)
    said = footnote(expected, View(years=(2018, 2021)), ENGLISH)
    assert said == (
        "Numbered series in view: 10 of the 12 numbers that they must have reached are here, 2 are missing. "
        "[Which ones](/data?year=2018-2021)"
    )


def test_a_gap_is_bounded_by_its_neighbours(small: Path, tmp_path: Path) -> None:
    """A number between two known ones met from the year of the one to that of the other."""
    delete_events(small, {"league-summit-2"})
    rows = asked(build(small, tmp_path / "var"), "coverage_by_body_and_year")
    found = cells(rows)
    assert [found["league-summit", year][0] for year in (2018, 2019, 2020)] == ["known", "not_collected", "partial"]
    row = next(row for row in rows if row.body_id == "league-summit" and row.year == 2019)
    assert missing_in_words(row, ENGLISH) == "number 2 is missing, which met from 2018 to 2020"


def test_filters_choose_bodies_and_years_but_no_meetings(small: Path, tmp_path: Path) -> None:
    """A series is held against all its meetings, wherever they were; a year of the view shows its part alone."""
    delete_events(small, {"league-summit-2"})
    edition = build(small, tmp_path / "var")
    arville = cells(asked(edition, "coverage_by_body_and_year", View(places=("arville-xaa",))))
    assert arville["league-summit", 2020] == ("partial", 1, 2, 1)
    assert {body for body, year in arville} == {
        "league-summit", "culture-council", "culture-officials", "trade-council", "ring-summit",
    }  # fmt: skip
    assert {row.body_id for row in asked(edition, "bodies_in_view", View(places=("arville-xaa",)))} == {
        body for body, _ in arville
    }  # the years of a view choose none
    one_year = asked(edition, "coverage_by_body_and_year", View(years=(2019, 2019), bodies=("league-summit",)))
    assert cells(one_year)["league-summit", 2019] == ("not_collected", 0, 2, 1)
    assert {row.year for row in one_year} == {2019}
    assert expected_in(row for row in one_year if row.body_id == "league-summit") == Expected(0, 0)
    summit = View(years=(2019, 2020), bodies=("league-summit",), is_without_sub_bodies=True)
    assert expected_of(asked(edition, "expected_numbers", summit)) == Expected(2, 1)
    spans = {row.until_year: (row.after_year, row.known) for row in asked(edition, "series_spans", summit)}
    assert spans == {2018: (None, "1"), 2020: (2018, "3")}


def test_series_are_told_by_body(small: Path, tmp_path: Path) -> None:
    """Meetings, numbers, gaps, years and their states of each body, in the order of most meetings."""
    delete_events(small, {"ring-summit-1"})
    found = {
        own.body_id: own for own in series_in(asked(build(small, tmp_path / "var"), "coverage_by_body_and_year"), ENGLISH)
    }
    assert next(iter(found)) == "culture-officials"
    ring = found["ring-summit"]
    assert (ring.meetings, ring.expected, ring.missing) == (1, Expected(2, 1), "1")
    assert (ring.first_year, ring.last_year, ring.years) == (2021, 2021, Counter({"partial": 1}))


def test_the_picture_has_a_cell_for_every_year(small: Path, tmp_path: Path) -> None:
    """Each row is one bar under its state; a year known to have no meeting is told apart; what is missing is hatched."""
    delete_events(small, {"league-summit-2"})
    rows = asked(build(small, tmp_path / "var"), "coverage_by_body_and_year")
    lines = {row.body_id: row.name for row in rows}
    names = {state: state for state in ("known", "partial", "not_collected", "none", "unnumbered")}
    figure = coverage(rows, lines, names, [str(row.year) for row in rows], LIGHT)
    drawn = {bar["name"]: bar for bar in figure.to_dict()["data"]}
    assert {name: len(bar["y"]) for name, bar in drawn.items()} == {
        "known": 10, "partial": 1, "not_collected": 1, "none": 9 + 2 + 1 + 18, "unnumbered": 1,
    }  # fmt: skip
    assert sum(len(bar["y"]) for bar in drawn.values()) == len(rows)
    assert [bool(drawn[name]["marker"].get("pattern")) for name in names] == [False, True, True, False, False]
    assert drawn["partial"]["customdata"] == [["league-summit", "League Summit", "2020"]]


def test_missing_numbers_of_the_dataset_are_those_below_the_highest(real_edition: Edition) -> None:
    """Counted from the files: each number without a meeting is missing in the year in which a later one first met."""
    national = {row["organization_id"] for row in real_rows("organizations") if row["kind"] == "national"}
    bodies = {row["body_id"] for row in real_rows("bodies") if row["organization_id"] not in national}
    held: dict[str, dict[int, int]] = {}
    for row in real_rows("events"):
        if row["status"] == "held" and row["ordinal"] and row["body_id"] in bodies:
            held.setdefault(row["body_id"], {})[int(row["ordinal"])] = int(row["start_date"][:4])
    wanted = Counter(
        (body, min(year for number, year in own.items() if number > missing))
        for body, own in held.items()
        for missing in range(1, max(own))
        if missing not in own
    )
    rows = asked(real_edition, "coverage_by_body_and_year")
    found = {(row.body_id, row.year): row.expected - row.found for row in rows if row.year == row.until_year}
    assert {key: n for key, n in found.items() if n} == dict(wanted)
    assert expected_in(rows).numbers == sum(max(own) for own in held.values())
    assert expected_in(rows).found == sum(map(len, held.values()))
    bare = {row.body_id for row in ask(real_edition, "bodies_without_meetings")}
    assert bare == bodies - {row["body_id"] for row in real_rows("events") if row["status"] == "held"}


def test_field_completeness(small_edition: Edition) -> None:
    """Of 14 held meetings, 13 not online alone and 2 with a printed name: counted on the page of the small dataset."""
    found = {row.thing: (row.known, row.meetings) for row in asked(small_edition, "field_completeness")}
    assert found == {
        "date": (13, 14), "day": (11, 14), "last_day": (10, 14), "number": (12, 14), "mode": (12, 14),
        "country": (11, 13), "city": (10, 13), "venue": (1, 13), "host": (1, 14), "chair": (1, 14),
        "participants": (5, 14), "topics": (1, 14), "documents": (2, 14), "indonesian_name": (1, 2),
        "second_source": (2, 14), "official_source": (14, 14),
    }  # fmt: skip


def test_sources_are_counted_by_grade_publisher_and_language(small_edition: Edition) -> None:
    """A page that only contradicts supports no fact; without a publisher the site stands in."""
    found: dict[str, dict[Any, Any]] = {}
    for row in asked(small_edition, "sources_by_trait"):
        found.setdefault(row.trait, {})[row.value] = (row.sources, row.facts, row.in_view, row.is_host)
    assert found["grade"]["press"] == (3, 4, 1, False)
    assert found["grade"]["reference"] == (1, 2, 1, False)
    assert found["publisher"]["Daily"] == (2, 3, 1, False)
    assert found["publisher"]["wiki.example"] == (1, 2, 1, True)
    assert found["language"]["id"] == (1, 1, 0, False)
    assert found["language"]["en"][0] == 4


def test_facts_by_last_check(real_edition: Edition) -> None:
    """Each fact stands under the latest month in which one of its sources was read, all others under not known."""
    accessed = {row["source_id"]: row["accessed"][:7] for row in real_rows("sources")}
    latest: dict[tuple[str, str, str], str] = {}
    for row in real_rows("citations"):
        if row["stance"] == "supports":
            fact = row["table_name"], row["record_id"], row["field"]
            latest[fact] = max(latest.get(fact, ""), accessed[row["source_id"]])
    rows = ask(real_edition, "facts_by_last_check")
    assert {row.checked or "": row.facts for row in rows} == dict(Counter(latest.values()))
    assert {row.checked or "": row.sources for row in rows} == dict(Counter(accessed.values()))


def test_facts_by_last_check_name_what_is_not_known(small_edition: Edition) -> None:
    """One source of five bears the day on which it was read; it stands behind every fact."""
    rows = {row.checked: (row.sources, row.facts) for row in ask(small_edition, "facts_by_last_check")}
    assert rows[None] == (4, 0)
    assert rows["2026-05"][0] == 1


def test_conflicts_follow_the_view_where_they_concern_meetings(small_edition: Edition) -> None:
    """Both sides of the one conflict, where its meeting is in view."""
    sides = [(row.event_id, row.claimed_value, row.host) for row in asked(small_edition, "conflict_list")]
    assert sides == [("league-summit-2", "2019-11", "league.example"), ("league-summit-2", "2019-10", "daily.example")]
    assert asked(small_edition, "conflict_list", View(years=(2018, 2018))) == ()


def test_every_conflict_of_the_dataset_is_listed_with_all_its_sides(real_edition: Edition) -> None:
    """All conflicts and all claims; a body leaves its own and those that concern no meeting."""
    rows = asked(real_edition, "conflict_list")
    assert sorted((row.conflict_id, row.claimed_value) for row in rows) == sorted(
        (row["conflict_id"], row["claimed_value"]) for row in real_rows("conflict_claims")
    )
    narrowed = {row.conflict_id for row in asked(real_edition, "conflict_list", View(bodies=("admm",)))}
    tables = ("events", "participations")
    other = {row["conflict_id"] for row in real_rows("conflicts") if row["table_name"] not in tables}
    assert narrowed - other == {
        row["conflict_id"]
        for row in real_rows("conflicts")
        if row["table_name"] in tables and row["record_id"].startswith("admm-") and is_admm(row["record_id"])
    }
    assert other <= narrowed


def is_admm(record_id: str) -> bool:
    """Whether a record belongs to a meeting of the ADMM or a body below it."""
    bodies = {row["body_id"]: row["parent_body_id"] for row in real_rows("bodies")}
    body = next(row["body_id"] for row in real_rows("events") if row["event_id"] == record_id.split("/", maxsplit=1)[0])
    while body and body != "admm":
        body = bodies[body]
    return body == "admm"


def test_edition_size(small_edition: Edition) -> None:
    """The rows of the small dataset, national coordination among them."""
    size = one(ask(small_edition, "edition_size"))
    assert (size.meetings, size.held, size.bodies, size.statuses) == (18, 15, 7, 10)
    assert (size.documents, size.sources, size.conflicts, size.participations) == (1, 5, 1, 10)
