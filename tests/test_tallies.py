"""What is counted in memory is what the files in queries/ count in the database, row by row."""

import datetime
import shutil
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sidang import query_files
from sidang.build import build
from sidang.counting import COUNTED
from sidang.edition import Edition
from sidang.nearest import _nearest
from sidang.parameters import parameters_of
from sidang.query_files import QuestionFailed, question
from sidang.querying import numbers, rows_of
from sidang.questions import ask
from sidang.synthesize import synthesize
from sidang.tallies import UNKNOWN_DAY, tallies_of
from sidang.tally_rows import Listed, Meetings
from sidang.view import View
from sidang.wanted import Wanted
from tests.small import copy_small, edit
from tests.views import random_views

DAY = datetime.date(2026, 5, 10)
VIEWS, SEED = 60, 11


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """An invented edition, whose bodies, places and participants are unlike the real ones."""
    return synthesize(3_000, 5, tmp_path_factory.mktemp("invented"))


@pytest.fixture(params=["small_edition", "real_edition", "invented"])
def edition(request: pytest.FixtureRequest) -> Edition:
    """An edition counted by hand, the real one, an invented one."""
    found: Edition = request.getfixturevalue(request.param)
    return found


def given(edition: Edition, name: str, view: View, more: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters of a question in a view."""
    every: dict[str, Any] = {**parameters_of(edition, view, view.seen_from(DAY)), **more}
    return {key: every[key] for key in question(name).parameters}


@pytest.mark.parametrize("name", sorted(COUNTED))
def test_a_count_in_memory_is_that_of_the_database(edition: Edition, name: str) -> None:
    """The same rows, columns and types in the same order, for views of every kind."""
    filled = 0
    for number, view in enumerate(random_views(edition, VIEWS, SEED)):
        order = {"sort": ("newest", "oldest")[number // 2 % 2], "language": "en", "skipped": number % 3}
        more = {"most": (2, 300)[number % 2], "state": ("held", None)[number % 2]} | order
        asked = given(edition, name, view, more)
        counted, expected = COUNTED[name](edition, asked), rows_of(edition, name, asked)
        assert repr(counted) == repr(expected), (name, view)
        filled += bool(expected)
    assert filled > VIEWS / 4


def test_all_meetings_of_a_state_are_asked_of_the_database(small_edition: Edition) -> None:
    """Rows without an end are no count."""
    assert COUNTED["event_list"](small_edition, given(small_edition, "event_list", View(), {"most": None})) is None
    for most, sort in ((None, "newest"), (2, "body"), (2, "place")):
        more = {"most": most, "sort": sort, "language": "en", "skipped": 0}
        assert COUNTED["events_in_order"](small_edition, given(small_edition, "events_in_order", View(), more)) is None
    assert len(ask(small_edition, "event_list", given(small_edition, "event_list", View(), {"most": None}))) == 17


def test_a_search_finds_what_the_database_finds(real_edition: Edition) -> None:
    """The numbers of "tally_found" are those of the meetings whose search text has the words."""
    asked = parameters_of(real_edition, View(search="jakarta"), DAY)
    listed = {row.event_id for row in ask(real_edition, "filtered_events", asked)}
    found = {row.number for row in ask(real_edition, "tally_found", asked)}
    every = ask(real_edition, "meetings_by_number", {"numbers": tuple(found), "as_of": DAY})
    assert {row.event_id for row in every} >= listed
    assert 10 < len(listed) <= len(found) < 1000


def test_a_line_tells_of_a_meeting_by_its_number(small_edition: Edition) -> None:
    """The rows of "meeting_lines" are those of "meetings_by_number", which are those of both lists with a number."""
    every = ask(small_edition, "meeting_lines", {"as_of": DAY})
    assert [row.event_id for row in every] == sorted(row.event_id for row in every)
    (one,) = ask(small_edition, "meetings_by_number", {"numbers": (every[3].number,), "as_of": DAY})
    assert one == every[3]
    every_one = {"sort": "newest", "language": "en", "most": None, "skipped": 0}
    for name in ("event_list", "events_in_order"):
        listed = {row.event_id: row for row in ask(small_edition, name, given(small_edition, name, View(), every_one))}
        assert listed[one.event_id] == one[1:]


@pytest.mark.parametrize("name", ["tally_meetings", "tally_bodies", "tally_places", "tally_spans"])
def test_a_number_is_a_place_in_its_table(real_edition: Edition, name: str) -> None:
    """One row for each record, numbered from nought without a gap; spans belong to such a body."""
    rows = rows_of(real_edition, name, {})
    bodies = len(rows_of(real_edition, "tally_bodies", {}))
    if name == "tally_spans":
        assert {row.body for row in rows} < set(range(bodies))
    else:
        assert [row.number for row in rows] == list(range(len(rows)))


def test_the_lists_of_meetings_are_as_long_as_said(real_edition: Edition) -> None:
    """Of "tally_lists" there are as many entries as "tally_meetings" says, each a number of "tally_codes"."""
    meetings = numbers(real_edition, "tally_meetings", {})
    coded = rows_of(real_edition, "tally_codes", {})
    codes = [row.list for row in coded]
    for name in ("participants", "pillars", "topics", "sources"):
        entries = numbers(real_edition, "tally_lists", {"list": name})["entry"]
        assert len(entries) == meetings[name].sum() > 0
        assert set(entries.tolist()) <= set(range(codes.count(name)))
        assert [row.number for row in coded if row.list == name] == list(range(codes.count(name)))


def test_the_entries_of_some_meetings() -> None:
    """Three lists, one of them empty: those of a span, those of single rows, and who has what is wanted."""
    listed = Listed.of(np.array([4, 2, 2, 0]), np.array([1, 0, 3]))
    assert listed.within(slice(0, 2)).tolist() == [4]
    assert listed.within(np.array([0, 2])).tolist() == [4, 2, 2, 0]
    assert listed.within(np.array([], int)).tolist() == []
    wanted = np.array([True, False, False, False, False])
    assert listed.holds(slice(0, 3), wanted).tolist() == [False, False, True]
    assert listed.holds(slice(1, 3), wanted).tolist() == [False, True]
    assert listed.holds(slice(0, 2), wanted).tolist() == [False, False]


def test_a_meeting_without_a_date_comes_last() -> None:
    """Of three the two with a day, whichever way they are ordered, and the smaller id first of two on one day."""
    days = {"first_day": [UNKNOWN_DAY, 5, 5], "rank": [1, 3, 2], "number": [7, 8, 9]}
    meetings = Meetings("others", {name: np.array(column) for name, column in days.items()}, {})
    for is_next in (False, True):
        assert _nearest([(meetings, slice(0, 3))], 2, is_next) == [9, 8]


def test_the_years_of_a_view_are_a_span(small_edition: Edition) -> None:
    """Meetings of whole years stand side by side: nothing is looked at to find them, and none without a date is there."""
    held = tallies_of(small_edition).held
    years = held.columns["year"].tolist()
    assert sorted(years, reverse=True) == years
    for first, last in ((2018, 2020), (None, 2019), (2021, None), (1900, 1901), (None, None)):
        span = held.span(first, last)
        inside = [y for y in years if (first is None or y >= first) and (last is None or y <= last) and (y or first == last)]
        assert years[span] == inside


def test_an_edition_is_read_once(tmp_path: Path) -> None:
    """Whoever asks at the same time gets the same numbers."""
    edition = build(copy_small(tmp_path / "data"), tmp_path / "var")
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(tallies_of, [edition] * 16))
    assert all(one is found[0] for one in found)
    assert found[0].rows(found[0].held, Wanted()) is not None


def test_an_edition_that_cannot_be_read_is_said(small_edition: Edition, tmp_path: Path) -> None:
    """As with any question that fails: by name, and each time anew."""
    missing = Edition("0.0.0", "0" * 64, small_edition.built_at, small_edition.data_until, tmp_path / "none.duckdb")
    for _ in range(2):
        with pytest.raises(QuestionFailed, match=r"'tally_codes' failed on edition 0\.0\.0-000000000000"):
            ask(missing, "view_figures", parameters_of(small_edition, View(), DAY))


@pytest.mark.parametrize(
    ("said", "instead"),
    [("order by number", "order by number desc"), ("coalesce(events.year, 0) as year", "1967 + events.rowid as year")],
)
def test_meetings_in_another_order_are_not_counted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, said: str, instead: str
) -> None:
    """An edition whose meetings do not stand by year would give wrong figures: it gives none, and says what to do."""
    data = copy_small(tmp_path / "data")
    edit(data, "body_names.csv", "Council of Arts", "Arts Council")
    edition = build(data, tmp_path / "var")
    shutil.copytree(query_files.QUERIES, tmp_path / "queries")
    edit(tmp_path / "queries", "tally_meetings.sql", said, instead)
    monkeypatch.setattr(query_files, "QUERIES", tmp_path / "queries")
    question.cache_clear()
    with pytest.raises(QuestionFailed, match=r"do not stand from the latest year to the first.*python -m sidang build"):
        ask(edition, "view_figures", parameters_of(edition, View(), DAY))
    monkeypatch.undo()
    question.cache_clear()
    assert ask(edition, "view_figures", parameters_of(edition, View(), DAY))[0].meetings == 14
