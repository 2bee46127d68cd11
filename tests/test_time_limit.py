"""A question over its time loses its own part and nothing else."""

import time
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from sidang import query_files
from sidang.edition import Edition
from sidang.questions import QuestionTooSlow, ask
from sidang.time_limit import SETTING, TookTooLong, limited, seconds_allowed
from tests.examples import APP
from tests.machines import asking

ENDLESS = "select count(*) as meetings from range(1000000) as a (a), range(10000000) as b (b) where (a + b) % 7 = 3"


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Three tenths of a second for each question, and the one about topics would take hours."""
    monkeypatch.setenv(SETTING, "0.3")
    for path in query_files.QUERIES.rglob("*.sql"):
        copied = tmp_path / path.relative_to(query_files.QUERIES)
        copied.parent.mkdir(parents=True, exist_ok=True)
        copied.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "topics_by_year.sql").write_text(f"-- How long?\n{ENDLESS}\n", encoding="utf-8")
    monkeypatch.setattr(query_files, "QUERIES", tmp_path)
    query_files.question.cache_clear()


@pytest.fixture(autouse=True)
def forgotten() -> None:
    """No question is remembered from another test."""
    query_files.question.cache_clear()


def test_what_is_over_its_time_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends at the limit, the connection goes on, and what is quick is left alone."""
    monkeypatch.setenv(SETTING, "0.2")
    with duckdb.connect() as database:
        begun = time.monotonic()
        with pytest.raises(TookTooLong, match=r"more than 0\.2 seconds"), limited(database):
            database.execute(ENDLESS)
        assert time.monotonic() - begun < 5
        for _ in range(3):
            with limited(database):
                assert database.execute("select 1").fetchall() == [(1,)]


def test_two_are_watched_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that began later with less time ends first; that which ended in time is not stopped afterwards."""
    with duckdb.connect() as first, duckdb.connect() as second:
        monkeypatch.setenv(SETTING, "30")
        with limited(first):
            monkeypatch.setenv(SETTING, "0.2")
            with pytest.raises(TookTooLong), limited(second):
                second.execute(ENDLESS)
            first.execute("select 1")
        time.sleep(0.3)
        assert first.execute("select count(*) from range(1000)").fetchall() == [(1000,)]


def test_the_setting_is_read_and_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is the usual time; what is no positive number is refused by name."""
    monkeypatch.delenv(SETTING, raising=False)
    assert seconds_allowed() == 20
    for wrong in ("0", "-1", "nan", "soon"):
        monkeypatch.setenv(SETTING, wrong)
        with pytest.raises(ValueError, match=SETTING):
            seconds_allowed()


@pytest.mark.usefixtures("slow")
def test_a_question_says_that_it_was_stopped(small_edition: Edition) -> None:
    """By its own kind of failure, with its name."""
    with pytest.raises(QuestionTooSlow, match="topics_by_year"):
        ask(small_edition, "topics_by_year", {})


@pytest.mark.usefixtures("slow")
def test_a_page_loses_that_part_alone(small_edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page of pillars without its topics, with a word where they would stand."""
    monkeypatch.setenv("SIDANG_VAR", str(small_edition.path.parent.parent))
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.query_params.update({"lang": "en", "year": "2018-2020"})
    app.run()
    app.switch_page("pages/explore/pillars.py")
    app.query_params.update({"lang": "en", "year": "2018-2020"})
    app.run()
    assert not app.exception
    (warning,) = app.warning
    assert warning.value.startswith("“Topics over time” took too long for this view and was stopped.")
    heads = [head.value for head in app.subheader]
    assert "Year by year, in each pillar" in heads
    assert "From organization to sub-body" in heads
    assert "Topics over time" not in heads


@pytest.mark.usefixtures("slow")
def test_a_request_is_told_so(small_edition: Edition) -> None:
    """503 with the way out, and no report of an error."""
    with asking(small_edition) as client:
        answer = client.get("/pictures/topics.svg?year=2018-2019")
    assert answer.status_code == 503
    assert "Narrow the view" in answer.json()["detail"]
