"""Truncated dates and the days they stand for."""

import datetime
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidang.dates import first_day, is_date, last_day, today


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-10-09", date(2024, 10, 9), date(2024, 10, 9)),
    ],
)
def test_a_truncated_date_stands_for_all_its_days(text: str, first: date, last: date) -> None:
    """A year, a month and a day each begin and end where the calendar says."""
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "24",
        "2024-1",
        "2024-13",
        "2024-00",
        "2023-02-29",
        "2024-10-9",
        "2024-10-09\n",
        " 2024",
        "9 Oct 2024",
        "0000",
        "٢٠٢٤",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    """Anything but the three forms, and days that no calendar has, raise and name the text."""
    assert not is_date(text)
    with pytest.raises(ValueError, match="is not"):
        first_day(text)
    with pytest.raises(ValueError, match="is not"):
        last_day(text)


@given(st.dates())
def test_cutting_a_date_never_loses_its_day(day: date) -> None:
    """Whatever day it is, its month and its year contain it."""
    for length in (4, 7, 10):
        text = day.isoformat()[:length]
        assert first_day(text) <= day <= last_day(text)


def test_the_day_changes_at_midnight_in_western_indonesia() -> None:
    """At 17:30 UTC it is the next day in Jakarta."""
    evening = datetime.datetime(2026, 11, 24, 17, 30, tzinfo=datetime.UTC)
    assert today(evening) == datetime.date(2026, 11, 25)
    assert today(evening - datetime.timedelta(hours=1)) == datetime.date(2026, 11, 24)
