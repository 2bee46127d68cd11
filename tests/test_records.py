"""Single records: questions on the small dataset, counted by hand; what stands behind a fact; series; chains."""

import datetime
from typing import Any, NamedTuple

import plotly.graph_objects as go
import pytest

from sidang.chain_chart import chain, depths
from sidang.citation_words import full_citation, short_citation
from sidang.cited import Cited
from sidang.edition import Edition, cursor
from sidang.language import Language
from sidang.links import address, record_address
from sidang.search import finds
from sidang.series import neighbours, numbered
from sidang.theme import DARK, LIGHT
from sidang.validity import validity
from sidang.view import View
from tests.test_queries import rows

ENGLISH = Language("en")


class Claim(NamedTuple):
    """A row of citations_of_records.sql or claims_of_records.sql as far as Cited reads it."""

    record: str
    field: str
    stance: str
    source_id: str
    grade: str = "official"


class Link(NamedTuple):
    """A row of chain_of_meeting.sql."""

    event_id: str
    linked_event_id: str
    kind: str


class Text(NamedTuple):
    """A document as far as its validity goes."""

    valid_from: str | None
    valid_to: str | None
    valid_from_day: datetime.date | None
    valid_to_day: datetime.date | None


class Meeting(NamedTuple):
    """A row of series_of_body.sql as far as its order goes."""

    event_id: str
    ordinal: int | None
    start_date: str | None


def test_a_meeting_with_its_body_place_and_bases(small_edition: Edition) -> None:
    """All that the page tells of a meeting by itself; none for an id that nobody has."""
    columns = (
        "event_id",
        "ordinal",
        "ordinal_basis",
        "start_date",
        "mode_basis",
        "venue",
        "body_id",
        "organization_id",
        "level",
    )
    assert rows(small_edition, "meeting", *columns, event_id="league-summit-1") == [
        ("league-summit-1", 1, "source", "2018-05-10", "source", "Grand Hall", "league-summit", "league", "summit")
    ]
    assert rows(small_edition, "meeting", event_id="nobody") == []


def test_a_series_is_the_body_alone_in_the_order_of_days(small_edition: Edition) -> None:
    """All meetings of the body, planned ones too; those without a date last."""
    found = rows(small_edition, "series_of_body", "event_id", "status", body_id="culture-officials")
    assert found == [
        ("culture-officials-1", "held"),
        ("culture-officials-2", "held"),
        ("culture-officials-3", "held"),
        ("culture-officials-4", "planned"),
        ("culture-officials-5", "planned"),
    ]
    found = rows(small_edition, "series_of_body", "event_id", body_id="ring-officials")
    assert found == [("ring-officials-2021-10-10",), ("ring-officials-undated",)]


def test_a_chain_is_followed_from_either_end(small_edition: Edition) -> None:
    """The council reported to the summit: both pages show the link, the page of another meeting none."""
    link = [("culture-council-1", "league-summit-1", "reports_to")]
    assert rows(small_edition, "chain_of_meeting", event_id="culture-council-1") == link
    assert rows(small_edition, "chain_of_meeting", event_id="league-summit-1") == link
    assert rows(small_edition, "chain_of_meeting", event_id="league-summit-2") == []


def test_a_real_chain_reaches_over_several_meetings(real_edition: Edition) -> None:
    """WG CoP met back to back with SOC-COM 19, which reported to the ASCC Council, and that to the summit."""
    assert len(rows(real_edition, "chain_of_meeting", event_id="asean-summit-43")) == 3
    assert rows(real_edition, "chain_of_meeting", event_id="wg-cop-6") == [
        ("ascc-council-30", "asean-summit-43", "reports_to"),
        ("soc-com-19", "ascc-council-30", "reports_to"),
        ("wg-cop-6", "soc-com-19", "back_to_back"),
    ]


def test_what_belongs_to_a_meeting(small_edition: Edition) -> None:
    """Participations with the chair first, topics in their order, documents with what was done, involved pillars."""
    columns = ("participant_id", "role", "representative", "attendance")
    assert rows(small_edition, "participations_of_meeting", *columns, event_id="league-summit-1") == [
        ("XAA", "host", "", "in_person"),
        ("XAB", "member", "", "in_person"),
        ("XAC", "observer", "", "in_person"),
    ]
    assert rows(small_edition, "participations_of_meeting", *columns, event_id="culture-officials-1")[0][:3] == (
        "XAA", "chair", "A. Chair",
    )  # fmt: skip
    assert rows(small_edition, "topics_of_meeting", event_id="culture-officials-2") == [
        (1, "agenda", "Culture of prevention", "Budaya pencegahan"),
        (2, "outcome", "Library exchange", None),
    ]
    found = rows(small_edition, "documents_of_meeting", "document_id", "relation", event_id="culture-council-1")
    assert found == [("lantern-declaration-2018", "prepared")]
    assert rows(small_edition, "pillars_of_meeting", "pillar_id", event_id="culture-officials-1") == [("aec",)]


def test_citations_and_claims_of_records(small_edition: Edition) -> None:
    """Both sides of a record, the supporting ones first, better grades first; nothing of other records."""
    found = rows(
        small_edition, "citations_of_records", "record", "field", "stance", "source_id",
        records=("events:league-summit-2", "events:culture-officials-2"),
    )  # fmt: skip
    assert found == [
        ("events:culture-officials-2", "", "supports", "league-1"),
        ("events:culture-officials-2", "", "supports", "daily-1"),
        ("events:culture-officials-2", "", "supports", "wiki-1"),
        ("events:league-summit-2", "", "supports", "league-1"),
        ("events:league-summit-2", "start_date", "contradicts", "daily-2"),
    ]
    columns = ("record", "field", "conflict_id", "claimed_value", "source_id")
    assert rows(small_edition, "claims_of_records", *columns, records=("events:league-summit-2",)) == [
        ("events:league-summit-2", "start_date", "summit-2-month", "2019-11", "league-1"),
        ("events:league-summit-2", "start_date", "summit-2-month", "2019-10", "daily-2"),
    ]
    assert rows(small_edition, "claims_of_records", records=("events:league-summit-1",)) == []


def test_a_body_with_its_parent_names_and_offices(small_edition: Edition) -> None:
    """The council below the summit, its other name; the chair of the ring; who chaired the officials."""
    columns = ("body_id", "parent_body_id", "parent_name", "organization_id", "level", "founded")
    assert rows(small_edition, "body", *columns, body_id="culture-council") == [
        ("culture-council", "league-summit", "League Summit", "league", "ministerial", "2009")
    ]
    assert rows(small_edition, "body", body_id="nobody") == []
    assert rows(small_edition, "names_of_body", body_id="culture-council") == [("Council of Arts", "en")]
    found = rows(
        small_edition, "office_terms_of_body", "office", "participant_id", "from_date", "until_date", body_id="ring-summit"
    )
    assert found == [("chair", "XAB", "2021-10-13", None)]
    chairs = rows(
        small_edition, "chairs_of_body", "event_id", "participant_id", "representative", body_id="culture-officials"
    )
    assert chairs == [("culture-officials-1", "XAA", "A. Chair")]
    assert rows(small_edition, "chairs_of_body", body_id="culture-officials", year_from=2019) == []


def test_a_document_with_its_parts_and_meetings(small_edition: Edition) -> None:
    """Adopted by the summit, prepared by the council the day before; two parts."""
    columns = ("document_id", "kind", "adopted_date", "valid_from_day", "valid_to_day", "organization_id")
    assert rows(small_edition, "document", *columns, document_id="lantern-declaration-2018") == [
        ("lantern-declaration-2018", "declaration", "2018-05-10", None, None, "league")
    ]
    assert rows(small_edition, "document", document_id="nothing") == []
    assert rows(small_edition, "parts_of_document", document_id="lantern-declaration-2018") == [
        (1, "Light", "Cahaya"),
        (2, "Oil", None),
    ]
    assert rows(small_edition, "meetings_of_document", "relation", "event_id", document_id="lantern-declaration-2018") == [
        ("prepared", "culture-council-1"),
        ("adopted", "league-summit-1"),
    ]


def test_the_register_of_bodies_counts_own_meetings_and_those_below(small_edition: Edition) -> None:
    """By organization and name; national coordination only where asked for; other filters change numbers alone."""
    columns = ("body_id", "meetings", "with_sub_bodies")
    assert rows(small_edition, "body_register", *columns) == [
        ("culture-council", 2, 5),
        ("league-summit", 3, 10),
        ("culture-officials", 3, 3),
        ("trade-council", 2, 2),
        ("ring-officials", 2, 2),
        ("ring-summit", 2, 4),
    ]
    found = rows(small_edition, "body_register", *columns, bodies=("culture-council",), year_from=2019, year_to=2019)
    assert found == [("culture-council", 0, 1), ("culture-officials", 1, 1)]
    alone: dict[str, Any] = {"bodies": ("culture-council",), "is_without_sub_bodies": True}
    assert rows(small_edition, "body_register", *columns, **alone) == [("culture-council", 2, 2)]
    assert rows(small_edition, "body_register", *columns, organizations=("arland-national",)) == [("arland-committee", 1, 1)]
    assert rows(small_edition, "body_register", "body_id", pillars=("aec",)) == [("trade-council",)]
    assert rows(small_edition, "body_register", "body_id", levels=("summit",)) == [("league-summit",), ("ring-summit",)]


def test_the_register_of_participants_counts_meetings_held(small_edition: Edition) -> None:
    """Absence and intentions do not count; a view that asks who took part lists those alone."""
    columns = ("participant_id", "meetings")
    assert rows(small_edition, "participant_register", *columns) == [
        ("corland-administration", 0),
        ("XAA", 2),
        ("XAB", 2),
        ("XAC", 4),
        ("league-secretariat", 0),
    ]
    assert rows(small_edition, "participant_register", *columns, participants=("XAC",), year_from=2020) == [("XAC", 2)]


def test_the_register_of_documents_follows_its_own_day_and_its_meetings(small_edition: Edition) -> None:
    """Year, organization and pillar are the document's; body, place and participant those of its meetings."""

    def found(**parameters: Any) -> list[tuple[Any, ...]]:
        return rows(small_edition, "document_register", "document_id", "meetings", **parameters)

    listed = [("lantern-declaration-2018", 2)]
    assert found() == listed
    assert found(year_from=2018, year_to=2018) == found(organizations=("league",)) == found(pillars=("ascc",)) == listed
    assert found(year_from=2019) == found(organizations=("ring",)) == found(pillars=("aec",)) == []
    assert found(bodies=("culture-council",)) == found(places=("arville-xaa",)) == found(participants=("XAB",)) == listed
    assert found(bodies=("trade-council",)) == found(places=("bortown-xab",)) == found(levels=("senior_official",)) == []


def test_the_registers_hold_all_records(real_edition: Edition) -> None:
    """As many rows as the tables have: nothing is lost on the way, no meeting counted for two bodies."""
    counted = {
        table: cursor(real_edition).execute(f"select count(*) from {table}").fetchall()[0][0]
        for table in ("bodies", "participants", "documents")
    }
    every = tuple(row[0] for row in cursor(real_edition).execute("select organization_id from organizations").fetchall())
    registered = rows(real_edition, "body_register", "meetings", organizations=every)
    assert len(registered) == counted["bodies"]
    held = cursor(real_edition).execute("select count(*) from events where status = 'held'").fetchall()[0][0]
    assert sum(meetings for (meetings,) in registered) == held
    assert len(rows(real_edition, "participant_register")) == counted["participants"]
    assert len(rows(real_edition, "document_register")) == counted["documents"]


def test_a_page_cited_for_the_whole_supports_each_field_it_does_not_contradict() -> None:
    """A page that says otherwise of a field is not behind that field, but behind the others."""
    cited = Cited(
        (
            Claim("events:a", "", "supports", "one"),
            Claim("events:a", "", "supports", "two"),
            Claim("events:a", "mode", "supports", "three"),
            Claim("events:a", "mode", "contradicts", "two"),
            Claim("events:b", "", "supports", "four"),
        ),
        (Claim("events:a", "mode", "", ""), Claim("events:a", "", "", "")),
    )
    mode, status = cited.behind("events:a", "mode"), cited.behind("events:a", "status")
    assert [row.source_id for row in mode.supporting] == ["one", "three"]
    assert [row.source_id for row in mode.contradicting] == ["two"]
    assert [row.source_id for row in status.supporting] == ["one", "two"]
    assert (len(mode.claims), len(status.claims), mode.is_disputed, status.is_disputed) == (2, 1, True, True)
    assert not cited.behind("events:b").is_disputed
    assert cited.marks("events:a") == "1, 3"
    assert [cited.number(source) for source in ("one", "two", "three", "four")] == [1, 2, 3, 4]


def test_missing_numbers_are_part_of_the_series() -> None:
    """Every number up to the highest, those that nobody knows with no meeting."""
    meetings = (Meeting("b-3", 3, "2003"), Meeting("b-1", 1, "2001"), Meeting("b-x", None, "2002"))
    assert {number: [row.event_id for row in found] for number, found in numbered(meetings).items()} == {
        1: ["b-1"], 2: [], 3: ["b-3"],
    }  # fmt: skip
    assert numbered((Meeting("b-x", None, "2002"),)) == {}


@pytest.mark.parametrize(
    ("event_id", "expected"),
    [
        ("b-1", (None, "b-2")),
        ("b-2", ("b-1", None)),
        ("b-4", (None, "b-5")),
        ("b-5", ("b-4", None)),
        ("b-x", ("b-2", "b-4")),
    ],
)
def test_the_neighbour_of_a_number_is_the_next_number_or_not_known(
    event_id: str, expected: tuple[str | None, str | None]
) -> None:
    """Number 3 is not known: neither 2 has a next nor 4 a previous one. A meeting without a number goes by its day."""
    meetings = (
        Meeting("b-1", 1, "2001"), Meeting("b-2", 2, "2002"), Meeting("b-x", None, "2003"), Meeting("b-4", 4, "2004"),
        Meeting("b-5", 5, "2005"),
    )  # fmt: skip
    before, after = neighbours(meetings, event_id)
    assert (before.event_id if before else None, after.event_id if after else None) == expected


def test_a_meeting_without_number_and_day_has_no_neighbours() -> None:
    """Nothing says where it belongs."""
    assert neighbours((Meeting("b-x", None, None), Meeting("b-1", 1, "2001")), "b-x") == (None, None)


def test_who_reports_stands_left_of_whom_it_reports_to() -> None:
    """A chain of two reports has three columns; what met back to back stands in one."""
    links = (
        Link("council", "summit", "reports_to"), Link("officials", "council", "reports_to"),
        Link("group", "officials", "back_to_back"),
    )  # fmt: skip
    assert depths(links) == {"officials": 0, "group": 0, "council": 1, "summit": 2}


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_chain_is_drawn_with_a_box_a_meeting_and_a_line_a_link(theme: Any) -> None:
    """Names, days and places in boxes, the kind of each link on its line, the own meeting outlined in the accent."""
    boxes = {"a": ("1st A", "2001", "Arville"), "b": ("A very long name of a meeting, much too long", "2002", "Bortown")}
    drawn = chain("a", (Link("a", "b", "reports_to"),), boxes, {"reports_to": "reports to"}, theme)
    figure = go.Figure(drawn.to_dict())
    texts = [note.text for note in figure.layout.annotations]
    assert texts == [
        "",
        "reports to",
        "<b>1st A</b><br>2001<br>Arville",
        "<b>A very long name of a meeting, mu…</b><br>2002<br>Bortown",
    ]
    assert [note.bordercolor for note in figure.layout.annotations[2:]] == [theme.accent, theme.line]
    assert figure.layout.annotations[0].arrowhead == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (Text(None, None, None, None), "no span of validity is recorded"),
        (Text("2016", "2020", datetime.date(2016, 1, 1), datetime.date(2020, 12, 31)), "in force, 2016 – 2020"),
        (Text(None, "2020-06-14", None, datetime.date(2020, 6, 14)), "expired, valid to 14 Jun 2020"),
        (Text(None, "2020-06-15", None, datetime.date(2020, 6, 15)), "in force, valid to 15 Jun 2020"),
        (Text("2020-06-16", None, datetime.date(2020, 6, 16), None), "not yet in force, valid from 16 Jun 2020"),
        (Text("2020-06-15", None, datetime.date(2020, 6, 15), None), "in force since 15 Jun 2020; no end is recorded"),
    ],
)
def test_a_document_is_in_force_from_its_first_to_its_last_day(text: Text, expected: str) -> None:
    """Seen from 15 June 2020; both ends belong to the span."""
    assert validity(text, datetime.date(2020, 6, 15), ENGLISH) == expected


def test_a_citation_names_edition_day_and_address() -> None:
    """In full and in short, in both languages."""
    parts = ("19th SOC-COM", "2026.11.1-abc", datetime.date(2026, 11, 25), "http://host/event?id=soc-com-19")
    assert full_citation(ENGLISH, *parts) == (
        "Sidang maintainers. “19th SOC-COM”. Sidang: meetings and memberships of regional bodies in South-East Asia, "
        "edition 2026.11.1-abc. CC BY 4.0. Retrieved 25 Nov 2026 from http://host/event?id=soc-com-19"
    )
    assert (
        short_citation(ENGLISH, *parts)
        == "“19th SOC-COM”, Sidang 2026.11.1-abc, 25 Nov 2026, http://host/event?id=soc-com-19"
    )
    assert "Diakses 25 Nov 2026 dari http://host/" in full_citation(Language("id"), *parts)


def test_addresses_carry_the_view() -> None:
    """Filters in their order, the record of the page left behind for another one's."""
    view = View(years=(2018, 2019), bodies=("b", "a"), record="other", at=2018).with_()
    assert address("/events", view.elsewhere) == "/events?year=2018-2019&body=a,b"
    assert address("/events", View()) == "/events"
    assert record_address("participant", "TLS", view) == "/participant?year=2018-2019&body=a,b&id=tls"


def test_words_are_found_in_titles_as_in_meetings() -> None:
    """From the beginning of a word, any of several forms; all that is sought must be there."""
    assert finds(("declar|deklarasi",), "Lantern Declaration")
    assert finds((), "anything")
    assert not finds(("claration",), "Lantern Declaration")
    assert not finds(("lantern", "oil"), "Lantern Declaration")
