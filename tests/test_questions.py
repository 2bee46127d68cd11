"""Asking an edition: what is bound, what is kept, what is said when it fails."""

import datetime
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sidang.build import build
from sidang.edition import Edition
from sidang.parameters import parameters_of
from sidang.query_files import question
from sidang.questions import QuestionFailed, ask, one
from sidang.view import View
from tests.small import copy_small, edit

DAY = datetime.date(2026, 5, 10)


def test_a_question_has_its_parameters_and_its_text() -> None:
    """A query file gives its stem, what it asks and the names it needs."""
    asked = question("standings_on_day")
    assert asked.asks == "Which statuses does a participant hold in an organization on a day?"
    assert sorted(asked.parameters) == ["as_of", "organization_id", "participant_id"]


def test_the_view_is_put_before_a_question_that_uses_it(small_edition: Edition) -> None:
    """filtered_events.sql becomes the first CTE, and its parameters become those of the question."""
    asked = question("meetings_by_year")
    assert asked.statement.startswith("with events_by_filter as not materialized (")
    assert "filtered_events as not materialized (" in asked.statement
    assert set(asked.parameters) == set(parameters_of(small_edition, View(), DAY))
    assert "order by events.event_id" not in asked.statement
    assert "filtered_events as" not in question("status_path").statement


def test_the_parameters_of_a_view(small_edition: Edition) -> None:
    """Filters become parameters, search words entries in both languages (tests/test_search.py); no year is null."""
    view = View(years=(2018, 2020), bodies=("b",), organizations=("o",), pillars=("aec",), search="Búdaya-Pencegahan  x 19")
    assert parameters_of(small_edition, view, DAY) == {
        "year_from": 2018,
        "year_to": 2020,
        "bodies": ("b",),
        "organizations": ("o",),
        "pillars": ("aec",),
        "levels": (),
        "countries": (),
        "places": (),
        "participants": (),
        "modes": (),
        "topics": (),
        "is_without_sub_bodies": False,
        "is_involvement_counted": False,
        "search": ("budaya pencegahan|culture of prevention", "x", "19 "),
        "as_of": DAY,
    }
    assert parameters_of(small_edition, View(), DAY)["year_from"] is None


def test_an_unknown_question(small_edition: Edition) -> None:
    """A name without a file is said with the file that was expected."""
    with pytest.raises(QuestionFailed, match=r"expected the file queries/nothing\.sql"):
        ask(small_edition, "nothing")


def test_a_missing_parameter(small_edition: Edition) -> None:
    """A parameter that was not given is named."""
    with pytest.raises(QuestionFailed, match="'status_path' needs the parameter organization_id"):
        ask(small_edition, "status_path", {"participant_id": "XAC"})


def test_parameters_that_a_question_does_not_use_are_left_out(small_edition: Edition) -> None:
    """A page may pass those of its view to every question."""
    asked = parameters_of(small_edition, View(years=(2018, 2018)), DAY) | {
        "participant_id": "XAC",
        "organization_id": "ring",
    }
    assert len(ask(small_edition, "status_path", asked)) == 2


def test_values_are_bound_never_pasted(small_edition: Edition) -> None:
    """A filter that looks like SQL is a body that does not exist."""
    asked = parameters_of(small_edition, View(bodies=("x') or true --",), search="'; drop table events --"), DAY)
    assert ask(small_edition, "filtered_events", asked) == ()
    assert len(ask(small_edition, "filtered_events", parameters_of(small_edition, View(), DAY))) == 17


def test_a_failing_query_names_question_and_edition(small: Path, tmp_path: Path) -> None:
    """An edition that lacks what a question reads gives one kind of failure, whatever the database says."""
    edition = build(small, tmp_path / "var")
    edition.path.unlink()
    with pytest.raises(QuestionFailed, match=f"'body_aliases' failed on edition {edition.id}"):
        ask(edition, "body_aliases")


def test_answers_belong_to_their_edition(small: Path, tmp_path: Path, small_edition: Edition) -> None:
    """Answers are kept by edition: a new one is asked anew, the old one keeps its answer."""
    other = copy_small(tmp_path / "other")
    edit(other, "body_names.csv", "Council of Arts", "Arts Council")
    new = build(other, tmp_path / "var")
    assert "Council of Arts" in {row.name for row in ask(small_edition, "body_aliases")}
    assert "Arts Council" in {row.name for row in ask(new, "body_aliases")}
    assert "Council of Arts" in {row.name for row in ask(small_edition, "body_aliases")}


def test_nobody_can_change_an_answer_that_others_share(small_edition: Edition) -> None:
    """Sessions share what is kept; it is made of values that cannot be changed."""
    mine = ask(small_edition, "meetings_by_body", parameters_of(small_edition, View(), DAY))
    yours = ask(small_edition, "meetings_by_body", parameters_of(small_edition, View(), DAY))
    assert mine is yours
    with pytest.raises(AttributeError):
        mine[0].meetings = 0


def test_sessions_that_ask_at_once_get_their_own_answers(small_edition: Edition) -> None:
    """Threads with different views never get each other's rows."""
    expected = {2018: 3, 2019: 3, 2020: 2, 2021: 4}

    def counted(number: int) -> bool:
        year = 2018 + number % 4
        asked = parameters_of(small_edition, View(years=(year, year), search="a" if number % 7 == 0 else ""), DAY)
        if number % 7 == 0:
            return bool(one(ask(small_edition, "view_figures", asked)).meetings <= expected[year])
        return bool(one(ask(small_edition, "view_figures", asked)).meetings == expected[year])

    with ThreadPoolExecutor(32) as threads:
        assert [number for number, is_right in enumerate(threads.map(counted, range(200))) if not is_right] == []
