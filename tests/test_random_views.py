"""Two hundred views against the codec, and their rows against filters written a second time, over the files themselves."""

import csv
import datetime
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sidang.codes import codes_of
from sidang.edition import Edition
from sidang.options import LEVELS
from sidang.parameters import parameters_of
from sidang.questions import Rows, ask, one
from sidang.text import fold
from sidang.view import LISTED, View, from_query, to_query
from tests.small import DATA
from tests.views import random_views

VIEWS, SEED = 200, 3
DAY = datetime.date(2026, 5, 10)
PILLARS = ("apsc", "aec", "ascc", "cross", "none")
SINGLE = ("bodies", "organizations", "pillars", "levels", "countries", "places", "participants", "modes", "topics")


@pytest.fixture(scope="session")
def views(real_edition: Edition) -> list[View]:
    """The views, over all keys of a link."""
    return random_views(real_edition, VIEWS, SEED)


def asked(edition: Edition, question: str, view: View, **parameters: Any) -> Rows:
    """The answer to a question in a view."""
    return ask(edition, question, parameters_of(edition, view, view.seen_from(DAY)) | parameters)


@cache
def table(name: str) -> list[dict[str, str]]:
    """The rows of a file of the dataset."""
    with Path(DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def topics_of_meetings() -> dict[str, set[str]]:
    """The topics of each meeting by the rule of data/README.md: the longest term at each place of agenda and documents."""
    topic_of = {row["concept_id"]: row["topic_id"] for row in table("topic_concepts")}
    concepts: dict[str, str] = {}
    for row in table("search_terms"):
        for ending in ("", "s", "es") if row["language"] == "en" else ("",):
            if not row["term"].startswith("_"):
                concepts.setdefault(fold(row["term"]) + ending, row["concept_id"])
    said: dict[str, set[str]] = {}
    names = {row["document_id"]: (row["name"], row["name_indonesian"]) for row in table("documents")}
    for row in table("event_topics"):
        said.setdefault(row["event_id"], set()).update((row["topic"], row["topic_indonesian"]))
    for row in table("event_documents"):
        said.setdefault(row["event_id"], set()).update(names[row["document_id"]])
    found: dict[str, set[str]] = {}
    for event, texts in said.items():
        for text in texts:
            words = fold(text).split()
            spans = [(at, end) for at in range(len(words)) for end in range(at + 1, len(words) + 1)]
            hits = {
                span: concepts[" ".join(words[slice(*span)])] for span in spans if " ".join(words[slice(*span)]) in concepts
            }
            for (at, end), concept in hits.items():
                is_inside = any(a <= at and end <= z and (a, z) != (at, end) and hits[a, z] != concept for a, z in hits)
                if concept in topic_of and not is_inside:
                    found.setdefault(event, set()).add(topic_of[concept])
    return found


@cache
def meetings() -> list[dict[str, Any]]:
    """What the filters look at, of each meeting, put together from the files."""
    bodies = {row["body_id"]: row for row in table("bodies")}
    kinds = {row["organization_id"]: row["kind"] for row in table("organizations")}
    places = {row["place_id"]: row["country_id"] for row in table("places")}
    present: dict[str, set[str]] = {}
    for row in table("participations"):
        if row["attendance"] != "absent":
            present.setdefault(row["event_id"], set()).add(row["participant_id"])
    involved: dict[str, set[str]] = {}
    for row in table("event_pillars"):
        involved.setdefault(row["event_id"], set()).add(row["pillar_id"])
    topics = topics_of_meetings()
    found = []
    for row in table("events"):
        body = bodies[row["body_id"]]
        above, code = [], row["body_id"]
        while code:
            above.append(code)
            code = bodies[code]["parent_body_id"]
        found.append(
            {
                "id": row["event_id"],
                "year": int(row["start_date"][:4]) if row["start_date"] else None,
                "above": above,
                "organization": body["organization_id"],
                "is_national": kinds[body["organization_id"]] == "national",
                "pillar": body["pillar_id"],
                "involved": involved.get(row["event_id"], set()),
                "level": body["level"],
                "whereabouts": "online"
                if row["mode"] == "virtual"
                else row["place_id"] or ("country_only" if row["country_id"] else "unknown"),
                "country": places.get(row["place_id"]) or row["country_id"] or None,
                "participants": present.get(row["event_id"], set()),
                "mode": row["mode"],
                "topics": topics.get(row["event_id"], set()),
                "is_held": row["status"] == "held",
            }
        )
    return found


def passes(meeting: dict[str, Any], view: View) -> bool:
    """Whether a meeting is in a view without a search, by the rules of docs/links.md."""
    first, last = view.years or (0, 9999)
    own = meeting["above"][:1] if view.is_without_sub_bodies else meeting["above"]
    pillars = {meeting["pillar"], *(meeting["involved"] if view.is_involvement_counted else ())}
    is_called = bool(view.bodies) or meeting["organization"] in view.organizations
    return (
        (view.years is None or (meeting["year"] is not None and first <= meeting["year"] <= last))
        and (not view.bodies or bool(set(own) & set(view.bodies)))
        and (not view.organizations or meeting["organization"] in view.organizations)
        and (not meeting["is_national"] or is_called)
        and (not view.pillars or bool(pillars & set(view.pillars)))
        and (not view.levels or meeting["level"] in view.levels)
        and (not view.countries or meeting["country"] in view.countries)
        and (not view.places or meeting["whereabouts"] in view.places)
        and (not view.participants or bool(meeting["participants"] & set(view.participants)))
        and (not view.modes or meeting["mode"] in view.modes)
        and (not view.topics or bool(meeting["topics"] & set(view.topics)))
    )


def test_every_view_survives_its_link(real_edition: Edition, views: list[View]) -> None:
    """Written, read and written again, on the codes of the edition, it is the same view and the same link."""
    codes = codes_of(real_edition)
    assert [from_query(to_query(view), codes) for view in views] == [(view, ()) for view in views]
    assert len({tuple(to_query(view).items()) for view in views}) == len(set(views))


def test_the_rows_are_those_of_filters_written_a_second_time(real_edition: Edition, views: list[View]) -> None:
    """The meetings in view, whatever their status, are those that plain Python finds in the files."""
    filled = 0
    for view in (view.without("search") for view in views):
        expected = sorted(meeting["id"] for meeting in meetings() if passes(meeting, view))
        assert [row.event_id for row in asked(real_edition, "filtered_events", view)] == expected, to_query(view)
        filled += bool(expected)
    assert filled > VIEWS / 2


def test_sentence_chart_table_and_places_agree(real_edition: Edition, views: list[View]) -> None:
    """One definition of the view: every question counts the same meetings."""
    for view in views:
        held = sum(row.is_held for row in asked(real_edition, "filtered_events", view))
        figures = one(asked(real_edition, "view_figures", view))
        by_year = sum(row.meetings for row in asked(real_edition, "meetings_by_year", view))
        undated = sum(row.is_held and row.year is None for row in asked(real_edition, "filtered_events", view))
        by_city = sum(row.meetings for row in asked(real_edition, "meetings_by_city", view))
        listed = asked(real_edition, "event_list", view, most=None)
        assert figures.meetings == held == by_year + undated == sum(row.is_held for row in listed)
        assert figures.with_place == by_city
        whereabouts = asked(real_edition, "meetings_by_whereabouts", view, most=None, is_planned_shown=True)
        assert figures.meetings == sum(row.meetings for row in whereabouts)
        counted = Counter({"place": 0})
        for row in whereabouts:
            counted["place" if row.kind else row.whereabouts] += row.meetings
            assert row.meetings == sum(getattr(row, f"pillar_{pillar}") for pillar in PILLARS)
            assert row.meetings == sum(getattr(row, f"level_{level}") for level in LEVELS)
        assert figures.with_place == counted["place"]
        assert figures.online == counted["online"]
        assert (figures.country_only, figures.unknown) == (counted["country_only"], counted["unknown"])
        assert figures.hybrid == sum(row.hybrid for row in whereabouts)
        by_country = asked(real_edition, "meetings_by_country", view)
        leading = [row.meetings for row in asked(real_edition, "leading_country", view)]
        assert leading == [row.meetings for row in by_country if row.meetings][:1]
        assert figures.with_place + figures.country_only == sum(row.meetings for row in by_country)
        announced = figures.announced + figures.upcoming
        assert announced == sum(row.planned for row in whereabouts)
        assert figures.meetings == figures.with_place + figures.online + figures.without_city


def test_a_choice_leaves_as_many_meetings_as_it_says(real_edition: Edition, views: list[View]) -> None:
    """The count beside a value is that of the view with this value alone in its filter."""
    compared = 0
    for number, view in enumerate(views[:60]):
        counts: dict[str, list[Any]] = {}
        for row in asked(real_edition, "choices", view, most=None):
            counts.setdefault(row.filter, []).append(row)
        for name in SINGLE:
            for row in counts.get(name, [])[number % 3 :: 40]:
                if not row.code:
                    continue
                narrowed = view.with_(**{name: (row.code,)})
                if name == "bodies":
                    narrowed = narrowed.with_(is_without_sub_bodies=True)
                assert one(asked(real_edition, "view_figures", narrowed)).meetings == row.meetings, (to_query(view), row)
                compared += 1
        of_year = Counter({row.code: row.meetings for row in counts.get("years", [])})
        if of_year:
            year = max(of_year, key=lambda code: (code != "", of_year[code]))
            narrowed = view.with_(years=(int(year), int(year)))
            assert one(asked(real_edition, "view_figures", narrowed)).meetings == of_year[year]
    assert compared > 100


def test_dropping_a_filter_leaves_as_many_meetings_as_the_advice_says(real_edition: Edition, views: list[View]) -> None:
    """The advice on an empty view counts what the view without that filter holds."""
    offered = 0
    for view in views:
        row = one(asked(real_edition, "meetings_without_filter", view))
        for name in ("years", "search", *LISTED):
            if getattr(view, name):
                without = one(asked(real_edition, "view_figures", view.without(name))).meetings
                assert getattr(row, name) == without, (name, to_query(view))
                offered += 1
    assert offered > VIEWS / 2
