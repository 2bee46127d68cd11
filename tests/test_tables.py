"""Tables for reading and for spreadsheets, and the charts."""

import csv
import datetime
import io
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from sidang import options
from sidang.charts import meetings_by_year
from sidang.edition import Edition
from sidang.language import Language
from sidang.options import options_in, pillar_names
from sidang.parameters import parameters_of
from sidang.questions import ask
from sidang.tables import as_csv, in_order, meeting_rows
from sidang.theme import DARK, LIGHT, theme
from sidang.time_axis import TimeAxis
from sidang.view import View

DAY = datetime.date(2026, 5, 10)
ENGLISH, INDONESIAN = Language("en"), Language("id")


def table(edition: Edition, language: Language) -> pd.DataFrame:
    """The table of all meetings of the small edition."""
    events = ask(edition, "event_list", parameters_of(edition, View(), DAY) | {"most": None})
    return meeting_rows(events, pillar_names(edition, language), language).set_index("Id")


def test_a_row_says_what_is_known_of_a_meeting(small_edition: Edition) -> None:
    """Dates as exact as known, names built, place in words, what is inferred beside it."""
    row = table(small_edition, ENGLISH).loc["league-summit-2"]
    assert row.to_dict() == {
        "From": "2019-11", "To": "", "Meeting": "2nd League Summit", "Body": "League Summit", "Where": "Coral Coast",
        "Country": "Côrland", "Pillar": "Cross-pillar", "Status": "held",
        "Remarks": "dates are those of the whole series; in person inferred", "Sources": 1,
    }  # fmt: skip


def test_what_is_inferred_is_said(small_edition: Edition) -> None:
    """A number or mode that follows from something else is marked, and a plan for after the last day of the sources."""
    remarks = table(small_edition, ENGLISH)["Remarks"]
    named = ["culture-council-2", "culture-council-1", "culture-officials-4", "culture-officials-5"]
    assert remarks[named].tolist() == ["number inferred", "in person inferred", "", "after the last day of the sources"]


def test_the_states_of_a_meeting_are_told_apart(small_edition: Edition) -> None:
    """Planned meetings are announced or upcoming by the day of the view; cancelled ones say so."""
    status = table(small_edition, INDONESIAN)["Status"]
    named = ["culture-officials-4", "culture-officials-5", "trade-council-3", "ring-summit-1"]
    assert status[named].tolist() == ["diumumkan, belum terkonfirmasi", "mendatang", "dibatalkan", "berlangsung"]


def test_a_csv_opens_in_a_spreadsheet_and_runs_no_formula() -> None:
    """Byte order mark first; a text that a spreadsheet would run is made harmless, a number stays one, empty stays empty."""
    content = as_csv(pd.DataFrame({"a": ["=1+1", "@x", "-", "plain"], "b": [1, -2, 3, 4], "c": [None, "x,y", "", "é"]}))
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows == [["a", "b", "c"], ["'=1+1", "1", ""], ["'@x", "-2", "x,y"], ["'-", "3", ""], ["plain", "4", "é"]]


def chart(edition: Edition, years: tuple[int, int], unfinished: int = 2021) -> Any:
    """The chart of meetings a year of the small edition."""
    rows = ask(edition, "meetings_by_year", parameters_of(edition, View(years=years), DAY))
    drawn = meetings_by_year(rows, pillar_names(edition, ENGLISH), TimeAxis(*years, unfinished), "%{x}", LIGHT)
    return go.Figure(drawn.to_dict())


def test_bars_stand_for_the_meetings_of_each_year_and_pillar(small_edition: Edition) -> None:
    """Every year has its place, empty or not; a pillar without a meeting has no bar; the sums are those counted by hand."""
    figure = chart(small_edition, (2018, 2021))
    assert {bar.name: list(bar.y) for bar in figure.data} == {
        "Socio-Cultural": [2, 1, 1, 1], "Economic": [0, 1, 0, 1],
        "Cross-pillar": [1, 1, 1, 0], "Outside the pillars": [0, 0, 0, 2],
    }  # fmt: skip
    assert list(figure.data[0].x) == ["2018", "2019", "2020", "2021"]


def test_the_figure_is_one_that_plotly_accepts(small_edition: Edition) -> None:
    """Every property is known to plotly and has a value that it takes."""
    figure = chart(small_edition, (2018, 2021))
    assert go.Figure(figure.to_dict()).to_dict().keys() == {"data", "layout"}


def test_unfinished_years_are_hatched(small_edition: Edition) -> None:
    """The year that sources were read into, and later ones, look unfinished."""
    assert list(chart(small_edition, (2019, 2021)).data[0].marker.pattern.shape) == ["", "", "/"]


@pytest.mark.parametrize(("years", "ticks"), [((2018, 2021), 4), ((2002, 2021), 4), ((1967, 2021), 6)])
def test_the_years_on_the_axis_leave_room_for_their_labels(
    small_edition: Edition, years: tuple[int, int], ticks: int
) -> None:
    """Few years are all named, many only round ones."""
    assert len(chart(small_edition, years).layout.xaxis.tickvals) == ticks


def test_a_theme_has_a_colour_for_every_pillar() -> None:
    """Light and dark name the same pillars; an unknown theme is light."""
    assert set(LIGHT.pillars) == set(DARK.pillars) == {"apsc", "aec", "ascc", "cross", "none"}
    assert (theme("dark"), theme("light"), theme(None)) == (DARK, LIGHT, LIGHT)


def test_options_count_what_each_would_leave(small_edition: Edition) -> None:
    """A filter is counted without its own choice; what would leave nothing goes unless its list is always whole."""
    labels = options_in(small_edition, View(pillars=("ascc",), bodies=("league-summit",)), DAY, ENGLISH).labels
    assert labels["pillars"]["aec"] == "Economic 2"
    assert list(labels["organizations"]) == ["league"]
    assert labels["organizations"]["league"].endswith(" 5")
    assert labels["levels"]["summit"] == "Summit 0"
    assert labels["modes"]["in_person"] == "In person 4"
    assert labels["countries"] == {"XAA": "Arland (2)", "XAB": "Borland (2)"}
    assert labels["participants"] == {"XAA": "Arland (1)", "XAB": "Borland (1)", "XAC": "Côrland (1)"}
    assert "trade-council" not in labels["bodies"]


def test_bodies_stand_in_their_tree(small_edition: Edition) -> None:
    """Each body below the one it belongs to, set in by its depth, with the meetings of its sub-bodies."""
    whole = options_in(small_edition, View(), DAY, ENGLISH)
    assert list(whole.labels["bodies"].values()) == [
        "League Summit (10)",
        "\u2003CC · Culture Council (5)",
        "\u2003\u2003SOC · Senior Officials on Culture (3)",
        "\u2003TC · Trade Council (2)",
        "Ring Summit (4)",
        "\u2003RO · Ring Officials (2)",
        "Arland Culture Committee (1)",
    ]
    assert whole.years == {0: 1, 2002: 1, 2018: 3, 2019: 3, 2020: 2, 2021: 4}
    alone = options_in(small_edition, View(bodies=("culture-council",), is_without_sub_bodies=True), DAY, ENGLISH)
    assert alone.labels["bodies"]["culture-council"] == "CC · Culture Council (2)"


def test_of_many_bodies_those_of_most_meetings_are_offered(small_edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """Below those above them, which have as many at least; one that is chosen stands among them, however few it has."""
    monkeypatch.setattr(options, "MOST_BODIES", 2)
    found = options.options_in.__wrapped__(small_edition, View(bodies=("ring-officials",)), DAY, ENGLISH)
    assert list(found.labels["bodies"].values()) == [
        "League Summit (10)",
        "\u2003CC · Culture Council (5)",
        "RO · Ring Officials (2)",
    ]


@pytest.mark.parametrize(
    ("sort", "first", "last"),
    [
        ("newest", "culture-officials-5", "ring-officials-undated"),
        ("oldest", "ring-summit-1", "ring-officials-undated"),
        ("body", "culture-council-2", "trade-council-1"),
        ("place", "culture-officials-4", "ring-officials-undated"),
    ],
)
def test_a_table_stands_in_the_order_of_the_view(small_edition: Edition, sort: str, first: str, last: str) -> None:
    """By day, by body or by place; what is not known comes last."""
    events = ask(small_edition, "event_list", parameters_of(small_edition, View(), DAY) | {"most": None})
    found = [row.event_id for row in in_order(events, sort, ENGLISH)]
    assert (found[0], found[-1]) == (first, last)
    assert sorted(found) == sorted(row.event_id for row in events)
