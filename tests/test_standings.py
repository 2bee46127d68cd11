"""Outside truths about who held which status on which day, each with its source, and what must hold on any day."""

import csv
import datetime
import random
from collections.abc import Iterator
from typing import Any

import pytest

from sidang.dates import first_day
from sidang.edition import Edition, cursor
from sidang.parameters import parameters_of
from sidang.questions import Value, ask
from sidang.view import View
from tests.small import ROOT

FIXTURES = ROOT / "tests" / "fixtures"
ABSENCES = {"no", "not_known", "organization_not_yet", "state_not_yet"}
TRACKS = ("standing", "accession")
LAST = datetime.date(2026, 5, 10)


def read(name: str) -> list[dict[str, str]]:
    """The rows of a file of hand-checked truths."""
    with (FIXTURES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def asked(edition: Edition, question: str, day: datetime.date, **parameters: Value) -> tuple[Any, ...]:
    """The answer to a question, seen from a day."""
    return ask(edition, question, parameters_of(edition, View(), day) | parameters)


def on_day(edition: Edition, participant: str, organization: str, day: datetime.date) -> dict[str, str]:
    """Standing and accession as the fixture writes them."""
    rows = asked(edition, "standings_on_day", day, participant_id=participant, organization_id=organization)
    found = {}
    for track in TRACKS:
        own = [row for row in rows if row.track == track]
        found[track] = "/".join(row.status if row.is_certain else f"possibly:{row.status}" for row in own)
    if not found["standing"]:
        cells = asked(edition, "standing_matrix", day, participants=(participant,), organizations=(organization,))
        found["standing"] = cells[0].absence if cells else "not_known"
    return found


@pytest.mark.parametrize(
    "row", read("standings.csv"), ids=lambda row: f"{row['participant_id']}-{row['organization_id']}-{row['day']}"
)
def test_a_participant_on_a_day(real_edition: Edition, row: dict[str, str]) -> None:
    """The day before, of and after each step that officials know by heart."""
    found = on_day(real_edition, row["participant_id"], row["organization_id"], first_day(row["day"]))
    assert found == {"standing": row["standing"], "accession": row["accession"]}, row["note"]


def test_the_truths_are_many_and_each_has_its_source(real_edition: Edition) -> None:
    """Eighty and more, of ten organizations, all sorts of answers among them; every row names the page that says so."""
    rows = read("standings.csv")
    files = {row[0] for row in cursor(real_edition).execute("select file from sources where file is not null").fetchall()}
    assert len(rows) >= 80
    assert len({row["organization_id"] for row in rows}) >= 10
    assert {row["standing"] for row in rows} >= ABSENCES
    assert any(row["standing"].startswith("possibly:") for row in rows)
    assert all(row["source"].startswith(("http://", "https://")) or row["source"] in files for row in rows)


@pytest.mark.parametrize(
    "row", read("member_counts.csv"), ids=lambda row: f"{row['organization_id']}-{row['standing']}-{row['day']}"
)
def test_members_are_as_many_as_was_said(real_edition: Edition, row: dict[str, str]) -> None:
    """The certain holders of a standing on a day, and the possible ones beside them where a day is not known."""
    counts = asked(real_edition, "standing_counts", first_day(row["day"]), organizations=(row["organization_id"],))
    found = {count.status: (count.certain, count.possible) for count in counts}
    certain, possible = found[row["standing"]]
    said = int(row["count"])
    assert certain <= said <= certain + possible
    assert possible == int(row["possible"])


def test_ten_of_the_counts_were_said_officially(real_edition: Edition) -> None:
    """By the organizations themselves or by governments, on ten different days and more."""
    grades = dict(cursor(real_edition).execute("select coalesce(url, file), grade from sources").fetchall())
    rows = [row for row in read("member_counts.csv") if grades.get(row["source"]) == "official"]
    assert len({row["day"] for row in rows}) >= 10


def days() -> Iterator[datetime.date]:
    """Forty days since 1967, the same in every run."""
    chance = random.Random(26)
    span = (LAST - datetime.date(1967, 1, 1)).days
    return (datetime.date(1967, 1, 1) + datetime.timedelta(days=chance.randrange(span)) for _ in range(40))


def test_at_most_one_standing_a_certain_day_and_no_silent_gap(real_edition: Edition) -> None:
    """Each cell of each day has one certain status of a track at the most, and says what it means where it has none."""
    for day in days():
        cells: dict[tuple[str, str, str], list[Any]] = {}
        for row in asked(real_edition, "standing_matrix", day):
            cells.setdefault((row.participant_id, row.organization_id, row.track), []).append(row)
        assert len(cells) > 800
        for key, rows in cells.items():
            certain = [row for row in rows if row.is_certain]
            assert len(certain) <= 1, (key, day)
            assert not certain or len(rows) == 1, (key, day)
            assert all(row.absence in ABSENCES for row in rows)


def test_no_is_said_inside_a_complete_list_alone(real_edition: Edition) -> None:
    """Counted by hand from the rolls: outside of them a missing row is not known, unless nothing existed yet."""
    rolls = [
        (row[0], first_day(row[1]), first_day(row[2]) if row[2] else datetime.date.max)
        for row in cursor(real_edition)
        .execute("select organization_id, complete_from, complete_until from rolls where standing = 'member'")
        .fetchall()
    ]
    for day in days():
        complete = {organization for organization, start, end in rolls if start <= day < end}
        for row in asked(real_edition, "standing_matrix", day):
            if row.track == "standing" and row.status is None and row.absence in ("no", "not_known"):
                assert (row.absence == "no") == (row.organization_id in complete), (row.participant_id, day)


def test_a_standing_that_ends_is_followed_or_known_to_have_ended(real_edition: Edition) -> None:
    """A standing with an end gives way to another on the same day; those that were given up are few and named."""
    ended = cursor(real_edition).execute(
        "select status_id from statuses where track = 'standing' and until_date is not null and not exists ("
        "select 1 from statuses as later where later.track = 'standing' and later.from_date = statuses.until_date "
        "and later.participant_id = statuses.participant_id and later.organization_id = statuses.organization_id) "
        "order by status_id"
    )
    assert [row[0] for row in ended.fetchall()] == ["aus-cica-observer", "lbn-cica-observer"]


def test_a_meeting_before_an_admission_never_shows_a_member(real_edition: Edition) -> None:
    """Of every later member, at every ASEAN meeting before its first day."""
    rows = cursor(real_edition).execute(
        "select participant_id, certain_from from statuses where organization_id = 'asean' and status = 'member'"
    )
    admitted = dict(rows.fetchall())
    standings = asked(real_edition, "standings_at_meetings", LAST)
    first_days = dict(cursor(real_edition).execute("select event_id, first_day from events").fetchall())
    checked = 0
    for row in standings:
        day = first_days[row.event_id]
        if row.organization_id == "asean" and day and row.participant_id in admitted and day < admitted[row.participant_id]:
            checked += 1
            assert row.status != "member" or row.is_later
    assert checked > 60
