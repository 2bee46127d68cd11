"""`/calendars/`: meetings of a view for calendar programs, read back by a strict parser and by a program."""

import datetime
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import icalendar
import pytest
from starlette.testclient import TestClient

from sidang import calendars, ical
from sidang.build import build
from sidang.edition import Edition
from sidang.history import sequence
from sidang.parameters import parameters_of
from sidang.questions import ask
from sidang.view import View
from tests.disk import written_by
from tests.machines import HOST, altered, asking
from tests.small import copy_small, edit
from tests.test_history import three_editions

DATED = 14  # of the 18 meetings of the small data, counted by hand: four tell no first day


@pytest.fixture
def client(small_edition: Edition) -> Iterator[TestClient]:
    """The application on the small edition."""
    with asking(small_edition) as client:
        yield client


def calendar(client: TestClient, address: str) -> Any:
    """A calendar as a strict parser reads it, once its lines are what RFC 5545 asks for."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    lines = answer.content.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in answer.content.replace(b"\r\n", b"")
    read = icalendar.Calendar.from_ical(answer.content)
    assert not read.errors
    assert all(not event.errors for event in read.walk("VEVENT"))
    return read


def events(client: TestClient, address: str) -> dict[str, Any]:
    """The meetings of a calendar by UID."""
    found = list(calendar(client, address).walk("VEVENT"))
    assert len({str(event["UID"]) for event in found}) == len(found)
    return {str(event["UID"]): event for event in found}


def test_a_calendar_holds_what_tells_its_day(client: TestClient) -> None:
    """Four meetings of the small data tell no day, and the calendar says so; entries are of whole days."""
    read = calendar(client, "/calendars/meetings.ics?org=league,ring&lang=en")
    found = list(read.walk("VEVENT"))
    undated = {"league-summit-2", "culture-officials-3", "ring-officials-undated", "trade-council-3"}
    assert "4 meetings in view are left out: no source tells their first day." in str(read["DESCRIPTION"])
    assert not undated & {str(event["UID"]).partition("@")[0] for event in found}
    assert len(found) == DATED - 1
    own = {str(event["UID"]): event for event in found}["culture-officials-1@sidang"]
    assert own.decoded("DTSTART") == datetime.date(2018, 1, 15)
    assert own.decoded("DTEND") == datetime.date(2018, 1, 17)
    assert str(own["SUMMARY"]) == "1st SOC"
    assert str(own["LOCATION"]) == "Arville"
    assert list(map(str, own["CATEGORIES"].cats)) == ["LOL", "Socio-Cultural", "senior officials"]
    assert str(own["URL"]) == f"{HOST}/event?id=culture-officials-1&lang=en"
    assert str(own["TRANSP"]) == "TRANSPARENT"
    assert "15–16 Jan 2018 · held" in str(own["DESCRIPTION"])
    assert "SOC ke-1" in str(
        events(client, "/calendars/meetings.ics?lang=id&org=league")["culture-officials-1@sidang"]["SUMMARY"]
    )


def test_one_meeting_is_told_as_in_a_list(small_edition: Edition) -> None:
    """Every column of the question about one meeting holds what the list of all holds; a day is known where it is told."""
    day = datetime.date(2026, 5, 10)
    settings = {"sort": "newest", "language": "en", "most": None, "skipped": 0}
    rows = ask(small_edition, "events_in_order", parameters_of(small_edition, View(), day) | settings)
    assert len(rows) == 17
    for row in rows:
        (own,) = ask(small_edition, "calendar_event", {"event_id": row.event_id, "as_of": day})
        told = own._asdict()
        assert told.pop("day_known") == (len(row.start_date or "") == 10)
        assert told == {name: getattr(row, name) for name in told}
    (undated,) = ask(small_edition, "undated_meetings", parameters_of(small_edition, View(), day))
    assert undated.meetings == 4


def test_what_is_not_known_is_said(client: TestClient) -> None:
    """The first summit tells no last day: one day, and a word; its id was another once, and its UID still is."""
    own = events(client, "/calendars/event/league-summit-1.ics?lang=en")["league-summit-001@sidang"]
    assert (own.decoded("DTSTART"), own.decoded("DTEND")) == (datetime.date(2018, 5, 10), datetime.date(2018, 5, 11))
    assert "The last day is not known; one day is shown." in str(own["DESCRIPTION"])
    assert str(own["LOCATION"]) == "Grand Hall, Arville"
    assert client.get("/calendars/event/league-summit-001.ics?lang=id").headers["location"] == (
        "/calendars/event/league-summit-1.ics?lang=id"
    )
    answer = client.get("/calendars/event/league-summit-2.ics")
    assert answer.status_code == 404
    assert "no calendar can hold it" in answer.json()["detail"]


def test_plans_are_tentative_and_cancelled_meetings_stay(small_edition: Edition, tmp_path: Path) -> None:
    """Announced and passed: tentative. Still to come: confirmed. Cancelled or postponed: kept, and said to be so."""
    changed = altered(
        small_edition, tmp_path, "update events set status = 'cancelled' where event_id = 'ring-summit-2'",
        "update events set status = 'postponed' where event_id = 'trade-council-2'",
    )  # fmt: skip
    with asking(changed) as client:
        found = events(client, "/calendars/meetings.ics?as_of=2026-05-10")
    states = {name.partition("@")[0]: str(event["STATUS"]) for name, event in found.items()}
    assert states["culture-officials-4"] == "TENTATIVE"
    assert states["culture-officials-5"] == "CONFIRMED"
    assert states["culture-officials-1"] == "CONFIRMED"
    assert states["ring-summit-2"] == states["trade-council-2"] == "CANCELLED"


def test_the_sequence_grows_with_a_change_alone(tmp_path: Path) -> None:
    """A meeting that an edition changed carries that edition's number and time, the others those of the oldest one."""
    first, second, third = three_editions(tmp_path)
    with asking(third) as client:
        found = events(client, "/calendars/meetings.ics")
        before = events(client, f"/calendars/meetings.ics?edition={first.id}")
    numbers = {name.partition("@")[0]: int(event["SEQUENCE"]) for name, event in found.items()}
    assert numbers["ring-summit-1"] == sequence(third)
    assert numbers["culture-officials-1"] == sequence(second)
    assert numbers["culture-council-1"] == sequence(first)
    assert found.keys() == before.keys()
    assert found["ring-summit-1@sidang"].decoded("DTSTAMP") == third.built_at.replace(microsecond=0, tzinfo=datetime.UTC)
    assert {int(event["SEQUENCE"]) for event in before.values()} == {sequence(first)}


def test_lines_are_escaped_and_folded() -> None:
    """Signs with a meaning are escaped; a line of 200 signs of two octets is cut at 75 octets, and no sign in two."""
    assert ical.escaped("a, b; c\\d\ne\x07") == r"a\, b\; c\\d\ne "
    folded = ical.line("SUMMARY", "é" * 200)
    assert all(len(part.encode()) <= 75 for part in folded.split("\r\n"))
    assert folded.replace("\r\n ", "").strip() == "SUMMARY:" + "é" * 200
    assert ical.line("A", "b") == "A:b\r\n"
    plain = ical.line("SUMMARY", "x" * 300).split("\r\n")
    assert [len(part) for part in plain] == [75, 75, 75, 75, 12, 0]
    assert "".join([plain[0], *(part[1:] for part in plain[1:])]) == "SUMMARY:" + "x" * 300
    assert ical.line("A", "x" * 73) == f"A:{'x' * 73}\r\n"
    assert ical.escaped_list(["a,b", "c"]) == r"a\,b,c"


def test_a_hostile_name_stays_in_its_property(small_edition: Edition, tmp_path: Path) -> None:
    """A line end in the data begins no property."""
    hostile = "Hall\r\nATTENDEE:mailto:x@e.example\\, ; end"
    changed = altered(small_edition, tmp_path, f"update events set venue = '{hostile}' where event_id = 'league-summit-1'")
    with asking(changed) as client:
        own = events(client, "/calendars/event/league-summit-1.ics")["league-summit-001@sidang"]
    assert "ATTENDEE" not in own
    assert "ATTENDEE:mailto:x@e.example" in str(own["LOCATION"])


@pytest.mark.parametrize(
    ("address", "status", "key"),
    [
        ("/calendars/meetings.ics?colour=red", 400, "colour"),
        ("/calendars/meetings.ics?sort=oldest", 400, "sort"),
        ("/calendars/meetings.ics?id=soc", 400, "id"),
        ("/calendars/event/culture-oficials-1.ics", 404, "id"),
        ("/calendars/event/culture-officials-1.ics?year=2018", 400, "year"),
    ],
)
def test_what_is_not_understood_is_refused(client: TestClient, address: str, status: int, key: str) -> None:
    """With the key that is wrong; an id that nobody has with those that come near."""
    answer = client.get(address)
    assert answer.status_code == status, answer.text
    assert [error["key"] for error in answer.json()["errors"]] == [key]
    if status == 404:
        assert "culture-officials-1" in answer.json()["near"]


def test_a_calendar_is_read_in_portions_and_writes_nothing(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """With portions of two rows there are as many parts as they make, and no file is opened for writing."""
    whole = client.get("/calendars/meetings.ics").content
    monkeypatch.setattr("sidang.questions.PORTION", 2)
    assert client.get("/calendars/meetings.ics").content == whole
    assert not written_by(lambda: client.get("/calendars/meetings.ics?year=2018"))


def test_the_address_of_a_subscription_follows_the_view() -> None:
    """Its filters and its language, and no record, order or setting of a chart."""
    view = View(bodies=("soc-com",), pillars=("ascc",), sort="oldest", record="x", language="id", map="countries")
    assert calendars.calendar_address(view) == "/calendars/meetings.ics?body=soc-com&pillar=ascc&lang=id"


def test_the_real_data_are_a_calendar(real_edition: Edition) -> None:
    """The 19th SOC-COM was on 10 August 2023, online; the 47th summit from 26 to 28 October 2025 in Kuala Lumpur."""
    with asking(real_edition) as client:
        found = events(client, "/calendars/meetings.ics?lang=en")
    by_name = {str(event["SUMMARY"]): event for event in found.values()}
    own, summit = by_name["19th SOC-COM"], by_name["47th ASEAN Summit"]
    assert (own.decoded("DTSTART"), own.decoded("DTEND")) == (datetime.date(2023, 8, 10), datetime.date(2023, 8, 11))
    assert "GEO" not in own
    assert summit.decoded("DTSTART") == datetime.date(2025, 10, 26)
    assert "Kuala Lumpur" in str(summit["LOCATION"])
    assert summit["GEO"].latitude == pytest.approx(3.1, abs=0.2)


def test_a_calendar_program_opens_it(client: TestClient, tmp_path: Path) -> None:
    """khal imports the meetings of 2018 and lists all three on their days."""
    if shutil.which("khal") is None:
        if os.environ.get("CI"):
            pytest.fail("khal is not installed: .ci/run does so")
        pytest.skip("khal (Debian package khal) is not installed")
    (tmp_path / "meetings.ics").write_bytes(client.get("/calendars/meetings.ics?year=2018&lang=en").content)
    (tmp_path / "calendar").mkdir()
    (tmp_path / "config").write_text(
        f"[calendars]\n[[own]]\npath = {tmp_path}/calendar\ntype = calendar\n"
        f"[sqlite]\npath = {tmp_path}/khal.db\n"
        "[locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
        "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
    )
    khal = ["khal", "-c", str(tmp_path / "config")]
    plain = {**os.environ, "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    subprocess.run(
        [*khal, "import", "--batch", "-a", "own", str(tmp_path / "meetings.ics")], check=True, env=plain, timeout=60
    )
    listed = subprocess.run(
        [*khal, "list", "2018-01-01", "365d", "--format", "{start-date} {title}", "--day-format", ""],
        check=True, capture_output=True, text=True, env=plain, timeout=60,
    ).stdout  # fmt: skip
    assert {"2018-01-15 1st SOC", "2018-05-09 1st CC", "2018-05-10 1st League Summit"} <= set(listed.splitlines())


def test_a_rebuilt_dataset_keeps_its_uids(tmp_path: Path) -> None:
    """An id that changes leaves its old one in the table of aliases, and the UID stays."""
    data = copy_small(tmp_path / "data")
    edit(data, "aliases.csv", "event,league-summit-001,league-summit-1", "event,league-summit-one,league-summit-1")
    with asking(build(data, tmp_path / "var")) as client:
        assert "league-summit-one@sidang" in events(client, "/calendars/event/league-summit-1.ics")
