"""Each question of queries/, asked of the small dataset; the expected rows are counted in its README."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from sidang.build import build
from sidang.edition import Edition
from sidang.parameters import parameters_of
from sidang.questions import Value, ask, one
from sidang.view import View
from tests.small import add_line, cite

DAY = datetime.date(2026, 5, 10)


def rows(edition: Edition, question: str, *columns: str, **parameters: Value) -> list[tuple[Any, ...]]:
    """The named columns of an answer, row by row; nulls as None."""
    asked = parameters_of(edition, View(), DAY) | {"state": None, "most": None, "is_planned_shown": True} | parameters
    return [tuple(getattr(row, column) for column in columns or row._fields) for row in ask(edition, question, asked)]


def in_view(edition: Edition, **parameters: Value) -> list[str]:
    """The ids of the meetings in a view, held or not."""
    return [row[0] for row in rows(edition, "filtered_events", "event_id", **parameters)]


def test_everything_is_in_view_but_national_coordination(small_edition: Edition) -> None:
    """Without a filter all meetings but those of national coordination are in view, in the order of their ids."""
    found = in_view(small_edition)
    assert len(found) == 17
    assert "arland-committee-2021-09-01" not in found
    assert found == sorted(found)


def test_years_are_inclusive(small_edition: Edition) -> None:
    """First and last year both belong to the view; a meeting without a date belongs to no year."""
    assert in_view(small_edition, year_from=2020, year_to=2021) == [
        "culture-council-2",
        "culture-officials-3",
        "league-summit-3",
        "ring-officials-2021-10-10",
        "ring-summit-2",
        "trade-council-2",
    ]
    assert in_view(small_edition, year_to=2017) == ["ring-summit-1"]
    assert in_view(small_edition, year_from=2026) == ["culture-officials-5"]


def test_a_body_includes_its_sub_bodies(small_edition: Edition) -> None:
    """Choosing a council finds its own meetings and those of the officials below it."""
    assert in_view(small_edition, bodies=("culture-council",)) == [
        "culture-council-1",
        "culture-council-2",
        "culture-officials-1",
        "culture-officials-2",
        "culture-officials-3",
        "culture-officials-4",
        "culture-officials-5",
    ]


def test_values_of_one_key_are_alternatives(small_edition: Edition) -> None:
    """Two bodies show the meetings of either, each once."""
    found = in_view(small_edition, bodies=("ring-summit", "ring-officials", "trade-council"))
    assert len(found) == len(set(found)) == 7


def test_different_keys_restrict_each_other(small_edition: Edition) -> None:
    """A body and a year show the meetings of that body in that year."""
    assert in_view(small_edition, bodies=("league-summit",), pillars=("aec",), year_from=2021) == [
        "trade-council-2",
        "trade-council-3",
    ]
    assert in_view(small_edition, organizations=("ring",), pillars=("ascc",)) == []


def test_organizations_restrict(small_edition: Edition) -> None:
    """An organization shows the meetings of its bodies."""
    assert len(in_view(small_edition, organizations=("league",))) == 13
    assert len(in_view(small_edition, organizations=("ring", "league"))) == 17


def test_national_coordination_is_shown_when_asked_for(small_edition: Edition) -> None:
    """National meetings come into view by their organization or by their body, never by another filter."""
    national = ["arland-committee-2021-09-01"]
    assert in_view(small_edition, organizations=("arland-national",)) == national
    assert in_view(small_edition, bodies=("arland-committee",)) == national
    assert in_view(small_edition, search=("committee",)) == []
    assert in_view(small_edition, organizations=("league",), bodies=("arland-committee",)) == []


def test_pillars_match_the_lead_pillar(small_edition: Edition) -> None:
    """A pillar shows meetings whose body it leads, not those in which it is involved."""
    assert in_view(small_edition, pillars=("aec",)) == ["trade-council-1", "trade-council-2", "trade-council-3"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("pencegahan",), ["culture-officials-2"]),
        (("prevent",), ["culture-officials-2"]),
        (("prev", "boru"), []),
        (("revention",), []),
        (("lantern",), ["culture-council-1", "league-summit-1"]),
        (("grand", "hall"), ["league-summit-1"]),
        (("water",), ["ring-officials-2021-10-10"]),
        (("fort", "ar", "ring"), ["ring-summit-1"]),
        (("council", "of", "arts"), ["culture-council-1", "culture-council-2"]),
        (("2nd", "ring"), ["ring-summit-2"]),
        (("corland", "ring"), ["ring-summit-2"]),
        (("secretariat",), []),
        (("ring summit 2 ",), ["ring-summit-2"]),
        (("2018 ", "may"), ["culture-council-1", "league-summit-1"]),
        (("10 mei 2018 ",), ["league-summit-1"]),
        (("november 2020 ",), ["league-summit-3"]),
        (("1 maret 2021 ",), ["culture-council-2"]),
        (("1 ", "2021 ", "march"), ["culture-council-2"]),
        (("daring",), ["league-summit-3"]),
        (("hybrid",), ["trade-council-2"]),
    ],
)
def test_search_finds_meetings_by_beginnings_of_words(
    small_edition: Edition, words: tuple[str, ...], found: list[str]
) -> None:
    """All words must begin a word of a name, alias, acronym, place, topic, document or participant of the meeting."""
    assert in_view(small_edition, search=words) == found


def test_planned_meetings_pass_with_the_day_of_the_view(small_edition: Edition) -> None:
    """A planned meeting is upcoming up to its last day and announced after it; held ones never change."""

    def states(day: datetime.date) -> dict[str, tuple[bool, bool]]:
        found = rows(small_edition, "filtered_events", "event_id", "is_announced", "is_upcoming", as_of=day)
        return {event: (announced, upcoming) for event, announced, upcoming in found if announced or upcoming}

    neither_passed = {"culture-officials-4": (False, True), "culture-officials-5": (False, True)}
    assert states(datetime.date(2025, 12, 2)) == neither_passed
    assert states(DAY) == {"culture-officials-4": (True, False), "culture-officials-5": (False, True)}
    assert states(datetime.date(2026, 9, 17)) == {"culture-officials-4": (True, False), "culture-officials-5": (True, False)}


def test_view_figures(small_edition: Edition) -> None:
    """The figures of the whole view are those counted by hand, and they reconcile."""
    figures = one(ask(small_edition, "view_figures", parameters_of(small_edition, View(), DAY)))._asdict()
    assert figures == {
        "meetings": 14,
        "announced": 1,
        "upcoming": 1,
        "other": 1,
        "bodies": 6,
        "cities": 3,
        "with_place": 10,
        "country_only": 1,
        "unknown": 2,
        "hybrid": 1,
        "with_participants": 5,
        "online": 1,
        "without_city": 3,
        "first_year": 2002,
        "last_year": 2021,
    }


def test_view_figures_of_an_empty_view(small_edition: Edition) -> None:
    """A view without meetings has one row of noughts and no years."""
    ((meetings, first),) = rows(small_edition, "view_figures", "meetings", "first_year", year_from=1999, year_to=2001)
    assert (meetings, first) == (0, None)


def test_meetings_by_year(small_edition: Edition) -> None:
    """Held meetings by year and lead pillar; the undated, planned and cancelled ones are in no bar."""
    assert rows(small_edition, "meetings_by_year") == [
        (2002, "none", 1),
        (2018, "ascc", 2),
        (2018, "cross", 1),
        (2019, "aec", 1),
        (2019, "ascc", 1),
        (2019, "cross", 1),
        (2020, "ascc", 1),
        (2020, "cross", 1),
        (2021, "aec", 1),
        (2021, "ascc", 1),
        (2021, "none", 2),
    ]


def test_meetings_by_city(small_edition: Edition) -> None:
    """Held meetings by place, the fullest first, with the Indonesian name where there is one."""
    named = ("place_id", "name", "name_indonesian", "kind", "meetings")
    assert rows(small_edition, "meetings_by_city", *named) == [
        ("arville-xaa", "Arville", None, "city", 5),
        ("bortown-xab", "Bortown", "Kota Bor", "city", 4),
        ("coral-coast-xac", "Coral Coast", "Pantai Karang", "area", 1),
    ]


def test_places_online_and_unknown_reconcile(small_edition: Edition) -> None:
    """Meetings at places, online ones and those without a known city make up the meetings in view."""
    at_places = sum(row[0] for row in rows(small_edition, "meetings_by_city", "meetings"))
    wanted = ("meetings", "with_place", "online", "without_city")
    ((meetings, with_place, online, unknown),) = rows(small_edition, "view_figures", *wanted)
    assert at_places == with_place
    assert with_place + online + unknown == meetings


def test_meetings_by_body(small_edition: Edition) -> None:
    """Held meetings of each body by itself; a body without one has no row."""
    assert rows(small_edition, "meetings_by_body") == [
        ("culture-council", 2),
        ("culture-officials", 3),
        ("league-summit", 3),
        ("ring-officials", 2),
        ("ring-summit", 2),
        ("trade-council", 2),
    ]
    assert rows(small_edition, "meetings_by_body", year_from=2021, pillars=("none",)) == [
        ("ring-officials", 1),
        ("ring-summit", 1),
    ]


def test_bodies(small_edition: Edition) -> None:
    """Every body by name, with itself and all bodies below it."""
    assert rows(small_edition, "bodies", "body_id", "organization_id", "pillar_id", "sub_body_ids") == [
        ("arland-committee", "arland-national", "ascc", "arland-committee"),
        ("culture-council", "league", "ascc", "culture-council culture-officials"),
        ("league-summit", "league", "cross", "league-summit culture-council trade-council culture-officials"),
        ("ring-officials", "ring", "none", "ring-officials"),
        ("ring-summit", "ring", "none", "ring-summit ring-officials"),
        ("culture-officials", "league", "ascc", "culture-officials"),
        ("trade-council", "league", "aec", "trade-council"),
    ]


def test_organizations(small_edition: Edition) -> None:
    """Every organization with a body."""
    assert rows(small_edition, "organizations", "organization_id") == [("arland-national",), ("league",), ("ring",)]


def test_pillars(small_edition: Edition) -> None:
    """All five pillars in their order."""
    found = [row[0] for row in rows(small_edition, "pillars", "pillar_id")]
    assert found == ["apsc", "aec", "ascc", "cross", "none"]


def test_event_list_of_the_nearest(small_edition: Edition) -> None:
    """As many of each state as are wanted: the latest held and announced, the next upcoming, other states by their day."""
    found = rows(small_edition, "event_list", "event_id", most=1, as_of=datetime.date(2025, 11, 30))
    assert [row[0] for row in found] == ["culture-officials-4", "trade-council-3", "ring-summit-2"]
    found = rows(small_edition, "event_list", "event_id", most=2)
    assert [row[0] for row in found] == [
        "culture-officials-5", "culture-officials-4", "trade-council-3", "ring-summit-2", "ring-officials-2021-10-10",
    ]  # fmt: skip


def test_event_list(small_edition: Edition) -> None:
    """All meetings in view, the latest first and the undated last, each with its body, place, country and state."""
    found = rows(small_edition, "event_list", "event_id")
    assert [row[0] for row in found[:3]] == ["culture-officials-5", "culture-officials-4", "trade-council-3"]
    assert found[-1] == ("ring-officials-undated",)
    assert len(found) == 17
    wanted = ("event_id", "body_acronym_indonesian", "place_name_indonesian", "country_name", "is_held")
    assert rows(small_edition, "event_list", *wanted, year_from=2021, bodies=("culture-council",))[-1] == (
        "culture-council-2",
        "DK",
        "Kota Bor",
        "Borland",
        True,
    )


def test_event_list_names_a_place_as_it_was_called_on_the_day(small_edition: Edition) -> None:
    """A meeting of 2002 was at Fort Ar, one of 2018 at Arville, though the place is the same."""
    names = dict(rows(small_edition, "event_list", "event_id", "place_name"))
    assert names["ring-summit-1"] == "Fort Ar"
    assert names["league-summit-1"] == "Arville"


def test_event_list_takes_the_country_where_no_place_is_known(small_edition: Edition) -> None:
    """A meeting of which only the country is known shows that country and no place."""
    wanted = ("place_name", "country_id", "country_name_indonesian")
    found = rows(small_edition, "event_list", *wanted, search=("trade",), year_from=2019, year_to=2019)
    assert found == [(None, "XAB", "Borlandia")]


def test_event_list_counts_supporting_sources(small_edition: Edition) -> None:
    """Sources are distinct pages that support the meeting; one that contradicts it is none of them."""
    sources = dict(rows(small_edition, "event_list", "event_id", "sources"))
    assert (sources["culture-officials-2"], sources["league-summit-2"]) == (3, 1)


def test_sources_in_view(small_edition: Edition) -> None:
    """Distinct supporting sources by grade; those of the national meeting appear when that is in view."""
    assert rows(small_edition, "sources_in_view") == [("official", 1), ("press", 1), ("reference", 1)]
    national = ("arland-national",)
    assert rows(small_edition, "sources_in_view", organizations=national) == [("official", 1), ("press", 1)]


def test_recorded_meetings(small_edition: Edition) -> None:
    """Held meetings by role; absence and intentions are not counted."""
    asked = {"organization_id": "league"}
    assert rows(small_edition, "recorded_meetings", participant_id="XAC", **asked) == [("observer", 3)]
    assert rows(small_edition, "recorded_meetings", participant_id="XAA", **asked) == [("chair", 1), ("host", 1)]


@pytest.mark.parametrize(
    ("participant", "organization", "day", "expected"),
    [
        ("XAC", "league", "2013-12-31", [("applicant", True)]),
        ("XAC", "league", "2014-06-01", [("observer", False), ("applicant", True)]),
        ("XAC", "league", "2014-12-31", [("observer", True), ("applicant", True)]),
        ("XAC", "league", "2022-11-10", [("observer", True), ("applicant", True)]),
        ("XAC", "league", "2022-11-11", [("observer", True), ("in_principle", True)]),
        ("XAC", "league", "2025-10-25", [("observer", True), ("in_principle", True)]),
        ("XAC", "league", "2025-10-26", [("member", True)]),
        ("XAC", "ring", "2019-05-30", [("observer", False)]),
        ("XAC", "ring", "2019-05-31", [("observer", True)]),
        ("XAC", "ring", "2021-10-12", [("observer", True)]),
        ("XAC", "ring", "2021-10-13", [("member", True)]),
        ("XAB", "ring", "2002-06-03", [("member", False)]),
        ("XAB", "ring", "2002-06-04", [("member", True)]),
        ("XAA", "ring", "2009-12-31", [("observer", False)]),
        ("XAA", "ring", "2012-12-31", [("observer", True)]),
        ("XAA", "ring", "2013-01-01", [("observer", False)]),
        ("XAA", "league", "1967-08-07", []),
    ],
)
def test_standings_on_day(
    small_edition: Edition, participant: str, organization: str, day: str, expected: list[tuple[str, bool]]
) -> None:
    """A status holds certainly only where no truncated or missing date leaves it open; an end day is the next one's."""
    asked: dict[str, Value] = {"participant_id": participant, "organization_id": organization}
    found = rows(small_edition, "standings_on_day", "status", "is_certain", as_of=datetime.date.fromisoformat(day), **asked)
    assert found == expected


def test_status_path(small_edition: Edition) -> None:
    """The statuses one after the other, each with the number of pages that support it."""
    asked: dict[str, Value] = {"participant_id": "XAC", "organization_id": "league"}
    assert rows(small_edition, "status_path", "status", "from_date", "sources", **asked) == [
        ("applicant", "2011-03-04", 1),
        ("observer", "2014", 1),
        ("in_principle", "2022-11-11", 1),
        ("member", "2025-10-26", 3),
    ]


def test_a_name_that_two_participants_have_leads_to_neither(small: Path, tmp_path: Path) -> None:
    """A second land that is called Corland, too, makes that name no code."""
    add_line(small, "participant_names.csv", "XAB,Corland,und,", before="XAC")
    found = {row.code for row in ask(build(small, tmp_path / "var"), "link_codes", {}) if row.key == "with"}
    assert "corland" not in found
    assert "korlandia" in found


def test_link_codes(small_edition: Edition) -> None:
    """Bodies and one former id, organizations, pillars, levels and modes that occur, lands, the years; participants by id
    and by each of their names that no other has.
    """
    found = rows(small_edition, "link_codes")
    assert {row[1]: row[2] for row in found if row[0] == "with"}["korlandia"] == "XAC"
    keys = [row[0] for row in found]
    assert {key: keys.count(key) for key in set(keys)} == {
        "body": 8, "org": 3, "pillar": 5, "level": 4, "country": 3, "place": 6, "with": 14, "mode": 4, "topic": 2, "year": 1,
    }  # fmt: skip
    assert ("body", "soc-old", "culture-officials") in found
    assert ("with", "xac", "XAC") in found
    assert ("year", "2002", "2026") in found


def test_each_filter_restricts_the_view(small_edition: Edition) -> None:
    """Level, land, participant (not an absent one, a planned meeting too), mode, involvement, a body by itself."""
    summits = ["league-summit-1", "league-summit-2", "league-summit-3", "ring-summit-1", "ring-summit-2"]
    assert in_view(small_edition, levels=("summit",)) == summits
    assert in_view(small_edition, countries=("XAC",)) == ["league-summit-2"]
    assert in_view(small_edition, modes=("virtual", "hybrid")) == ["league-summit-3", "trade-council-2"]
    assert in_view(small_edition, topics=("prevention", "culture")) == ["culture-officials-2"]
    assert in_view(small_edition, participants=("XAC",)) == [
        "culture-officials-2", "culture-officials-5", "league-summit-1", "league-summit-3", "ring-summit-2",
    ]  # fmt: skip
    aec = ["trade-council-1", "trade-council-2", "trade-council-3"]
    assert in_view(small_edition, pillars=("aec",)) == aec
    assert in_view(small_edition, pillars=("aec",), is_involvement_counted=True) == ["culture-officials-1", *aec]
    alone = in_view(small_edition, bodies=("culture-council",), is_without_sub_bodies=True)
    assert alone == ["culture-council-1", "culture-council-2"]


def test_events_by_filter(small_edition: Edition) -> None:
    """Every meeting is judged by every filter, whatever the others say."""
    found = rows(
        small_edition, "events_by_filter", "passes_years", "passes_modes", year_from=2018, year_to=2018, modes=("virtual",)
    )
    assert len(found) == 18
    assert [found.count(pair) for pair in ((True, False), (False, True), (True, True))] == [3, 1, 0]


def test_choices(small_edition: Edition) -> None:
    """What each value would leave; national coordination counts where its organization or body would call it in."""
    found = rows(small_edition, "choices")
    assert {(name, code): meetings for name, code, meetings in found if name in ("levels", "modes", "countries")} == {
        ("levels", "summit"): 5, ("levels", "ministerial"): 4, ("levels", "senior_official"): 5,
        ("modes", "in_person"): 10, ("modes", "virtual"): 1, ("modes", "hybrid"): 1, ("modes", "unknown"): 2,
        ("countries", "XAA"): 5, ("countries", "XAB"): 5, ("countries", "XAC"): 1, ("countries", ""): 3,
    }  # fmt: skip
    assert [row[1:] for row in found if row[0] == "participants"] == [("XAA", 2), ("XAB", 2), ("XAC", 4)]
    assert [row[1:] for row in found if row[0] == "organizations"] == [("arland-national", 1), ("league", 10), ("ring", 4)]
    assert [row[1:] for row in found if row[0] == "topics"] == [("prevention", 1)]
    assert ("bodies", "arland-committee", 1) in found
    assert ("years", "", 1) in found
    involved = rows(small_edition, "choices", is_involvement_counted=True)
    assert [row[1:] for row in involved if row[0] == "pillars"] == [("aec", 3), ("ascc", 5), ("cross", 3), ("none", 4)]
    narrowed = rows(small_edition, "choices", pillars=("aec",), modes=("hybrid",))
    assert [row[1:] for row in narrowed if row[0] == "pillars"] == [("aec", 1)]
    assert [row[1:] for row in narrowed if row[0] == "modes"] == [("hybrid", 1), ("in_person", 1)]


def test_of_many_places_those_of_most_meetings_are_choices(small_edition: Edition) -> None:
    """And those chosen; the other filters are whole."""
    found = rows(small_edition, "choices", most=1, places=("coral-coast-xac",))
    assert [row[1:] for row in found if row[0] == "places"] == [("arville-xaa", 5), ("coral-coast-xac", 1)]
    assert [row[1:] for row in found if row[0] == "organizations"] == [("league", 1)]
    assert len([row for row in rows(small_edition, "choices", most=1) if row[0] == "modes"]) == 4


def test_meetings_without_filter(small_edition: Edition) -> None:
    """What would be in view if one filter were dropped."""
    columns = ("years", "bodies", "pillars", "search")
    empty = rows(small_edition, "meetings_without_filter", *columns, year_from=2003, year_to=2003, pillars=("aec",))
    assert empty == [(2, 0, 0, 0)]
    national = rows(small_edition, "meetings_without_filter", *columns, bodies=("arland-committee",), pillars=("aec",))
    assert national == [(0, 2, 1, 0)]


def test_planned_by_year(small_edition: Edition) -> None:
    """Announced and upcoming ones; the cancelled one is neither."""
    assert rows(small_edition, "planned_by_year") == [(2025, 1), (2026, 1)]


def test_participants(small_edition: Edition) -> None:
    """All of them by name, recorded at a meeting or not."""
    assert rows(small_edition, "participants", "participant_id") == [
        ("corland-administration",), ("XAA",), ("XAB",), ("XAC",), ("league-secretariat",),
    ]  # fmt: skip


def test_countries(small_edition: Edition) -> None:
    """All lands, by name."""
    assert rows(small_edition, "countries", "country_id") == [("XAA",), ("XAB",), ("XAC",)]


def test_places(small_edition: Edition) -> None:
    """All cities and areas, by name."""
    assert rows(small_edition, "places", "place_id", "kind") == [
        ("arville-xaa", "city"), ("bortown-xab", "city"), ("coral-coast-xac", "area"),
    ]  # fmt: skip


def test_whereabouts_are_a_filter(small_edition: Edition) -> None:
    """A city, an area, and what is known instead of one; each meeting has exactly one."""
    assert in_view(small_edition, places=("coral-coast-xac", "online")) == ["league-summit-2", "league-summit-3"]
    assert in_view(small_edition, places=("country_only",)) == ["trade-council-1"]
    assert in_view(small_edition, places=("unknown",)) == [
        "culture-officials-3",
        "ring-officials-undated",
        "trade-council-3",
    ]


def test_meetings_by_whereabouts(small_edition: Edition) -> None:
    """Places first, then what is on no city; planned ones beside the held; first and latest as far as known."""
    columns = ("whereabouts", "country_id", "meetings", "planned", "hybrid", "bodies", "first_date", "last_date")
    assert rows(small_edition, "meetings_by_whereabouts", *columns) == [
        ("arville-xaa", "XAA", 5, 1, 1, 5, "2002-06-04", "2021-06-21"),
        ("bortown-xab", "XAB", 4, 1, 0, 4, "2019-02-10", "2021-10-12"),
        ("coral-coast-xac", "XAC", 1, 0, 0, 1, "2019-11", "2019-11"),
        ("unknown", None, 2, 0, 0, 2, "2020", "2020"),
        ("country_only", "XAB", 1, 0, 0, 1, "2019-06-20", "2019-06-20"),
        ("online", None, 1, 0, 0, 1, "2020-11-12", "2020-11-12"),
    ]
    parts = (
        "pillar_ascc",
        "pillar_aec",
        "pillar_cross",
        "pillar_none",
        "level_summit",
        "level_ministerial",
        "body_ids",
        "kind",
    )
    assert rows(small_edition, "meetings_by_whereabouts", *parts)[0] == (
        2, 1, 1, 1, 2, 2, "culture-council culture-officials league-summit", "city",
    )  # fmt: skip


def test_the_places_of_most_meetings_are_listed_and_all_are_counted(small_edition: Edition) -> None:
    """Of the three places the first; what has no place is always there. Planned meetings alone make a row if asked for."""
    columns = ("whereabouts", "meetings", "planned", "places", "body_ids")
    first = rows(small_edition, "meetings_by_whereabouts", *columns, most=1)
    assert [row[:4] for row in first] == [
        ("arville-xaa", 5, 1, 3), ("unknown", 2, 0, 3), ("country_only", 1, 0, 3), ("online", 1, 0, 3),
    ]  # fmt: skip
    assert first[0][4] == "culture-council culture-officials league-summit"
    later = {"year_from": 2026, "year_to": 2026}
    assert rows(small_edition, "meetings_by_whereabouts", "whereabouts", "meetings", "planned", **later) == [
        ("bortown-xab", 0, 1)
    ]
    assert rows(small_edition, "meetings_by_whereabouts", "whereabouts", is_planned_shown=False, **later) == []


def test_meetings_by_country(small_edition: Edition) -> None:
    """Cities and what is known of the country alone together; online meetings are in no country."""
    columns = ("country_id", "meetings", "planned", "places", "bodies", "country_only", "first_date", "last_date")
    assert rows(small_edition, "meetings_by_country", *columns) == [
        ("XAA", 5, 1, 1, 5, 0, "2002-06-04", "2021-06-21"),
        ("XAB", 5, 1, 1, 5, 1, "2019-02-10", "2021-10-12"),
        ("XAC", 1, 0, 1, 1, 0, "2019-11", "2019-11"),
    ]


def test_leading_country(small_edition: Edition) -> None:
    """Five meetings in each of two countries: the first by name; in 2021 the second; none where no meeting has a country."""
    columns = ("name", "meetings")
    assert rows(small_edition, "leading_country", *columns) == [("Arland", 5)]
    assert rows(small_edition, "leading_country", *columns, year_from=2021, year_to=2021) == [("Borland", 3)]
    assert rows(small_edition, "leading_country", *columns, places=("online", "unknown")) == []


def test_best_recorded_meetings(small_edition: Edition) -> None:
    """Only the first League Summit has three countries in a known city; none where the view leaves it out."""
    assert rows(small_edition, "best_recorded_meetings", "event_id", "countries", most=9) == [("league-summit-1", 3)]
    assert rows(small_edition, "best_recorded_meetings", "event_id", most=9, year_from=2019) == []


def test_meeting_and_its_participants(small_edition: Edition) -> None:
    """Where a meeting was, and who came: "meeting" and "participants_of_meeting"; the absent one did not."""
    (found,) = rows(small_edition, "meeting", "place_name", "country_id", "venue", "latitude", event_id="league-summit-1")
    assert found == ("Arville", "XAA", "Grand Hall", -6.5)
    assert rows(small_edition, "meeting", event_id="nothing-7") == []
    columns = ("participant_id", "country_id", "is_chair", "is_host")
    assert rows(small_edition, "participants_of_meeting", *columns, event_id="league-summit-1") == [
        ("XAA", "XAA", False, True), ("XAB", "XAB", False, False), ("XAC", "XAC", False, False),
    ]  # fmt: skip
    assert rows(small_edition, "participants_of_meeting", *columns, event_id="culture-officials-1")[0] == (
        "XAA", "XAA", True, False,
    )  # fmt: skip
    assert rows(small_edition, "participants_of_meeting", event_id="culture-council-1") == []
    assert rows(small_edition, "participants_of_meeting", event_id="culture-officials-5") == []  # planned: announced only


def test_body_aliases(small_edition: Edition) -> None:
    """A body is looked up by id, names in both languages, acronyms in both languages and aliases."""
    found = [name for body, name in rows(small_edition, "body_aliases") if body == "culture-council"]
    assert found == ["CC", "Council of Arts", "Culture Council", "DK", "Dewan Kebudayaan", "culture-council"]


def test_a_planned_meeting_without_a_date_is_upcoming(small: Path) -> None:
    """Nobody can say that its day has passed, so it is upcoming and never announced."""
    add_line(small, "events.csv", "trade-council-9,trade-council,9,source,,,,,,,sitting,unknown,,,,,planned,")
    cite(small, "events", "trade-council-9")
    edition = build(small, small.parent / "var")
    found = rows(edition, "filtered_events", "is_announced", "is_upcoming", bodies=("trade-council",))
    assert found[-1] == (False, True)


def test_conflicts_of_statuses(small: Path, tmp_path: Path) -> None:
    """A conflict about a status of the participant in the organization, and no other."""
    record = "statuses,xac-league-member,from_date,2025-10-26"
    add_line(small, "conflicts.csv", f"xac-member-since,{record},Two days are given.,Ada dua hari.,,")
    edition = build(small, tmp_path / "var")
    of_the_league = rows(edition, "conflicts_of_statuses", "conflict_id", participant_id="XAC", organization_id="league")
    of_the_ring = rows(edition, "conflicts_of_statuses", "conflict_id", participant_id="XAC", organization_id="ring")
    assert (of_the_league, of_the_ring) == ([("xac-member-since",)], [])
