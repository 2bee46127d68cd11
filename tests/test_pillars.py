"""The questions of the page of pillars on the small dataset, counted by hand, and on the real one against outside truths."""

from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest

from sidang import pillar_charts, pillar_links
from sidang.branch_chart import Branch, branches
from sidang.build import build
from sidang.cell_chart import Line, cells
from sidang.charts import meetings_by_year
from sidang.edition import Edition
from sidang.theme import DARK, LIGHT, mixed, readable
from sidang.time_axis import Chair, TimeAxis
from sidang.view import View
from tests.small import add_line, cite, edit
from tests.test_queries import rows

NAMES = {
    "apsc": "Political-Security",
    "aec": "Economic",
    "ascc": "Socio-Cultural",
    "cross": "Cross-pillar",
    "none": "Outside",
}
AXIS = TimeAxis(2018, 2021, 2021, frozenset({2019}), {2018: Chair(("XAA", "XAB"), ("Arland", "Borland"))})


def test_meetings_by_level(small_edition: Edition) -> None:
    """Three League Summits across the pillars, the councils under their own pillars."""
    assert rows(small_edition, "meetings_by_level") == [
        ("ministerial", "aec", 2), ("ministerial", "ascc", 2), ("senior_official", "ascc", 3),
        ("senior_official", "none", 2), ("summit", "cross", 3), ("summit", "none", 2),
    ]  # fmt: skip


def test_meetings_by_branch(small_edition: Edition) -> None:
    """A council whose pillar is not that of the summit above it begins a branch; its officials belong to it."""
    found = rows(
        small_edition, "meetings_by_branch", "body_id", "branch_of", "organization_id", "pillar_id", "own", "meetings"
    )
    assert found == [
        ("culture-council", None, "league", "ascc", 2, 5),
        ("ring-summit", None, "ring", "none", 2, 4),
        ("culture-officials", "culture-council", "league", "ascc", 3, 3),
        ("league-summit", None, "league", "cross", 3, 3),
        ("ring-officials", "ring-summit", "ring", "none", 2, 2),
        ("trade-council", None, "league", "aec", 2, 2),
    ]
    narrowed = rows(small_edition, "meetings_by_branch", "body_id", "own", "meetings", bodies=("culture-officials",))
    assert narrowed == [("culture-council", 0, 3), ("culture-officials", 3, 3)]


def test_branches_add_up(real_edition: Edition) -> None:
    """Branches that no other holds make up the meetings in view, as do the bodies' own meetings."""
    found = rows(real_edition, "meetings_by_branch", "branch_of", "own", "meetings")
    ((meetings,),) = rows(real_edition, "view_figures", "meetings")
    assert sum(whole for above, _own, whole in found if above is None) == meetings == sum(own for _above, own, _ in found)


def test_involvement_by_year(small_edition: Edition) -> None:
    """One meeting of officials on culture, led by their own pillar, names the economic one."""
    assert rows(small_edition, "involvement_by_year") == [(2018, "aec", 1)]


def test_the_pillars_that_sources_name_as_involved(real_edition: Edition) -> None:
    """SOC-COM 13 of May 2018 and, on one day of August 2023, WG CoP 6 and SOC-COM 19: both other pillars each time."""
    assert rows(real_edition, "involvement_by_year") == [
        (2018, "aec", 1), (2018, "apsc", 1), (2023, "aec", 2), (2023, "apsc", 2),
    ]  # fmt: skip


def test_cross_pillar_meetings(small_edition: Edition, small: Path, tmp_path: Path) -> None:
    """A pillar named as involved, and a body of another pillar, not of its own, among those who took part."""
    columns = ("body_id", "lead_id", "pillar_id", "meetings", "involved", "present", "participant_ids")
    assert rows(small_edition, "cross_pillar_meetings", *columns) == [("culture-officials", "ascc", "aec", 1, 1, 0, "")]
    add_line(small, "participants.csv", "own-delegation,body,Culture Council,,,,,culture-council,")
    add_line(small, "participants.csv", "trade-delegation,body,Trade Council,,,,,trade-council,")
    for event, after in (("culture-officials-1", "culture-officials-2"), ("culture-officials-2", "culture-officials-5")):
        add_line(small, "participations.csv", f"{event},trade-delegation,guest,,,not_known,not_known", before=after)
        cite(small, "participations", f"{event}/trade-delegation/guest/")
    add_line(
        small,
        "participations.csv",
        "culture-officials-1,own-delegation,guest,,,not_known,not_known",
        before="culture-officials-1,trade",
    )
    cite(small, "participations", "culture-officials-1/own-delegation/guest/")
    edition = build(small, tmp_path / "var")
    assert rows(edition, "cross_pillar_meetings", *columns) == [
        ("culture-officials", "ascc", "aec", 2, 1, 2, "trade-delegation"),
    ]  # fmt: skip


def test_coverage_of_years(small_edition: Edition) -> None:
    """Nineteen years between two meetings with neighbouring numbers are quiet, not thin."""
    found = rows(small_edition, "coverage_of_years")
    assert [row[0] for row in found] == list(range(2002, 2022))
    assert {row[0]: row[1] for row in found if row[1]} == {2002: 1, 2018: 3, 2019: 3, 2020: 2, 2021: 3}
    assert [row for row in found if row[2] or row[3]] == []


def test_numbers_missing_between_two_make_their_years_thin(small: Path, tmp_path: Path) -> None:
    """Six numbers are missing between 2019 and 2020, three a year: as many as found in the one, more in the other."""
    edit(small, "events.csv", "league-summit-3,league-summit,3,", "league-summit-3,league-summit,9,")
    edition = build(small, tmp_path / "var")
    thin = {row[0]: row[1:3] for row in rows(edition, "coverage_of_years") if row[3]}
    assert thin == {2019: (3, 3.0), 2020: (2, 3.0)}
    assert [row for row in rows(edition, "coverage_of_years", pillars=("ascc",)) if row[3]] == []
    assert {row[0] for row in rows(edition, "coverage_of_years", places=("arville-xaa",)) if row[3]} == {2019, 2020}


def test_numbers_before_the_first_known_one_are_one_a_year(small: Path, tmp_path: Path) -> None:
    """The eighth council of 2018 had seven before it: one a year from 2011; the twelfth none before its founding in 2009."""

    def missing(number: int) -> dict[int, tuple[float, bool]]:
        shown = small / "events.csv"
        text = shown.read_text(encoding="utf-8")
        for code in (1, 2):
            at = text.index(f"culture-council-{code},culture-council,") + len(f"culture-council-{code},culture-council,")
            text = text[:at] + str(number + code - 1) + text[text.index(",", at) :]
        shown.write_text(text, encoding="utf-8")
        found = rows(
            build(small, tmp_path / "var"), "coverage_of_years", bodies=("culture-council",), is_without_sub_bodies=True
        )
        return {row[0]: (row[2], row[3]) for row in found if row[2]}

    assert missing(8) == {year: (0.875, year < 2018) for year in range(2011, 2019)}
    assert missing(12) == dict.fromkeys(range(2009, 2019), (1.1, True))


def test_a_complete_series_has_no_thin_year(real_edition: Edition) -> None:
    """Every ASEAN Summit is known by number: years without one were quiet. Of all series most of 2008 is missing."""
    summits = rows(real_edition, "coverage_of_years", bodies=("asean-summit",), is_without_sub_bodies=True)
    assert [row for row in summits if row[3]] == []
    assert summits[0][0] == 1976
    assert [row[1] for row in summits if row[0] in (1978, 1990)] == [0, 0]
    thin = {row[0] for row in rows(real_edition, "coverage_of_years") if row[3]}
    assert 2008 in thin
    assert {1967, 2024, 2025}.isdisjoint(thin)


def test_chairs_by_year(small: Path, tmp_path: Path) -> None:
    """The chairs of summits in their order; a summit with two chairs names none; officials name none; gaps are no rows."""
    for line, before in (
        ("league-summit-1,XAA,chair,,,not_known,not_known", "league-summit-1,XAA,host"),
        ("league-summit-2,XAA,chair,,,not_known,not_known", "league-summit-3"),
        ("league-summit-2,XAB,chair,,,not_known,not_known", "league-summit-3"),
        ("league-summit-3,XAB,chair,,,not_known,not_known", "league-summit-3,XAC"),
    ):
        add_line(small, "participations.csv", line, before=before)
        cite(small, "participations", "/".join(line.split(",")[:4]))
    edition = build(small, tmp_path / "var")
    wanted = ("year", "participant_id", "name", "name_indonesian", "summits")
    assert rows(edition, "chairs_by_year", *wanted, chaired=("league", "ring")) == [
        (2018, "XAA", "Arland", "Arlandia", 1), (2020, "XAB", "Borland", "Borlandia", 1),
    ]  # fmt: skip
    assert rows(edition, "chairs_by_year", chaired=("ring",)) == []


def test_the_chairs_of_asean(real_edition: Edition) -> None:
    """As everybody remembers them: the Philippines and Singapore in 2007, Indonesia in 2023; nobody where none is named."""
    chairs: dict[int, list[str]] = {}
    for year, chair in rows(real_edition, "chairs_by_year", "year", "participant_id", chaired=("asean",)):
        chairs.setdefault(year, []).append(chair)
    expected = {
        2007: ["PHL", "SGP"], 2016: ["LAO"], 2017: ["PHL"], 2018: ["SGP"], 2019: ["THA"], 2020: ["VNM"], 2021: ["BRN"],
        2022: ["KHM"], 2023: ["IDN"], 2024: ["LAO"], 2025: ["MYS"],
    }  # fmt: skip
    assert {year: chairs[year] for year in expected} == expected
    assert {1980, 1990, 1993}.isdisjoint(chairs)


def test_topics(small_edition: Edition) -> None:
    """By their names."""
    assert rows(small_edition, "topics") == [
        ("culture", "Culture", "Kebudayaan"),
        ("prevention", "Prevention", "Pencegahan"),
    ]


def test_topics_by_year(small_edition: Edition) -> None:
    """One meeting of 2019 has the culture of prevention on its agenda."""
    assert rows(small_edition, "topics_by_year", "topic_id", "year", "meetings") == [("prevention", 2019, 1)]


def test_meetings_by_part(small_edition: Edition) -> None:
    """A component that no meeting dealt with has a row without one."""
    found = rows(small_edition, "meetings_by_part", "position", "part_name", "event_id")
    assert found == [(1, "Light", "league-summit-1"), (2, "Oil", None)]
    assert rows(small_edition, "meetings_by_part", "event_id", year_from=2019) == [(None,), (None,)]


def test_the_components_of_the_culture_of_prevention(real_edition: Edition) -> None:
    """Six components; the third working group, which discussed all six, and the camp that it reported under the first."""
    found = rows(real_edition, "meetings_by_part", "position", "event_id")
    assert sorted({position for position, _ in found}) == [1, 2, 3, 4, 5, 6]
    assert {position for position, event in found if event == "wg-cop-3"} == {1, 2, 3, 4, 5, 6}
    assert [position for position, event in found if event == "ayic-2020-10-13"] == [1]
    assert [position for position, event in found if event == "soc-com-13"] == []


def test_known_fields(small_edition: Edition) -> None:
    """One meeting without a date; agenda or documents of three, a topic of one; participants of five."""
    assert rows(small_edition, "known_fields") == [(14, 13, 3, 1, 5, 1, 1)]


def row(**values: Any) -> Any:
    """A row of an answer."""
    return type("Row", (), values)


def figures() -> dict[str, go.Figure]:
    """Each chart with a hatched and an unfinished year, a chair and an involved pillar."""
    counts = [row(year=2018, pillar_id="ascc", meetings=2), row(year=2021, pillar_id="aec", meetings=1)]
    involved = [row(year=2018, pillar_id="aec", meetings=1)]
    names = {"aec": "Economic · 1", "ascc": "Socio-Cultural · 2"}
    lines = [Line("ascc", "Socio-Cultural", LIGHT.pillars["ascc"])]
    years = {str(year): str(year) for year in AXIS.years}
    field = Branch(("league",), "League", 0, 0, 3, LIGHT.muted, "League: 3")
    return {
        "by year": meetings_by_year(counts, NAMES, AXIS, "%{x}", LIGHT),
        "panels": pillar_charts.small_multiples(counts, involved, names, AXIS, ("a", "b", "involved"), LIGHT),
        "cells": cells(lines, years, {("ascc", "2018"): 2, ("ascc", "2019"): 1}, "%{x}", LIGHT, AXIS),
        "cells without years": cells(lines, {"aec": "Economic"}, {("ascc", "aec"): 1}, "%{x}", LIGHT),
        "branches": branches([field], ["Organization"], LIGHT, 700),
        "levels": pillar_charts.levels({("summit", "cross"): 3}, {"summit": "Summit"}, NAMES, "%{x}", LIGHT),
    }


@pytest.mark.parametrize("name", list(figures()))
def test_the_figures_are_ones_that_plotly_accepts(name: str) -> None:
    """Every property is known to plotly and has a value that it takes."""
    figure = figures()[name]
    assert go.Figure(figure.to_dict()).to_dict().keys() == {"data", "layout"}


@pytest.mark.parametrize("name", ["by year", "panels", "cells"])
def test_time_charts_hatch_thin_years_and_name_the_chair(name: str) -> None:
    """The ground of 2019 and 2021 is hatched, whatever was counted there; the band has one field, for 2018."""
    data = go.Figure(figures()[name].to_dict()).data
    (ground,) = [trace for trace in data if trace.type == "bar" and trace.marker.pattern.size == 7]
    assert (list(ground.x), ground.marker.pattern.shape) == (["2019", "2021"], "/")
    (fields, texts) = [trace for trace in data if list(trace.x) == ["2018"] and trace.y[0] == 1 and trace.type == "bar"]
    assert (fields.hovertext[0], texts.text[0]) == ("2018: Arland, Borland", "XAA/XAB")


def test_involved_pillars_are_a_second_mark() -> None:
    """A mark over the bar that says how many, named in the legend; the bars do not hold it."""
    data = go.Figure(figures()["panels"].to_dict()).data
    (mark,) = [trace for trace in data if trace.type == "scatter"]
    assert (list(mark.x), list(mark.text), mark.name, mark.showlegend) == (["2018"], ["1"], "involved", True)
    assert mark.y[0] > 0
    bars = {tuple(trace.y) for trace in data if trace.customdata and trace.type == "bar"}
    assert bars == {(0, 0, 0, 1), (2, 0, 0, 0)}


def test_cells_of_hatched_years_stand_inset() -> None:
    """So that the hatched ground is seen around them."""
    (shown, _texts) = [trace for trace in go.Figure(figures()["cells"].to_dict()).data if trace.yaxis == "y2"]
    assert list(shown.x) == ["2018", "2019"]
    assert shown.width[0] > 0.9
    assert shown.width[1] < 0.7


def test_colours_mix_and_stay_readable() -> None:
    """Half of black on white is grey; ink on light fields, paper on dark ones, in both themes."""
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"
    assert readable("#f0f0f0", LIGHT) == LIGHT.ink
    assert readable(LIGHT.pillars["apsc"], LIGHT) == LIGHT.paper
    assert readable(DARK.pillars["aec"], DARK) == DARK.paper


def test_where_no_link_can_say_what_is_counted_there_is_none() -> None:
    """Meetings that another pillar leads but a chosen one is involved in; a topic beside a chosen one; others beside one."""
    both = View().with_(pillars=("ascc",), is_involvement_counted=True)
    assert pillar_links.of_pillar(both, "cross") is None
    assert pillar_links.of_pillar(both, "ascc") == View(pillars=("ascc",))
    assert pillar_links.of_pillar_in_any_role(View(pillars=("ascc",)), "aec") is None
    assert pillar_links.of_topic(View(topics=("youth",)), "climate") is None
    assert pillar_links.of_presence(View(participants=("TLS",)), "soc-com", ("x",)) is None
    assert pillar_links.of_involvement(both, "soc-com", "aec") is None
    assert pillar_links.of_year(None, 2018) is pillar_links.of_year(View(), None) is None


def test_a_branch_above_the_chosen_bodies_leads_to_them_alone() -> None:
    """Of a council only the chosen officials are in view; a body below a chosen one is whole."""
    below = {"council": {"council", "officials", "group"}, "officials": {"officials", "group"}, "group": {"group"}}
    chosen = View(bodies=("officials",))
    branch = pillar_links.of_branch(chosen, "league", "ascc", "council", below)
    assert branch
    assert branch.bodies == ("officials",)
    within = pillar_links.of_branch(View(bodies=("council", "group")), "league", "ascc", "officials", below)
    assert within
    assert within.bodies == ("officials",)
    alone = pillar_links.of_branch(View(bodies=("council",), is_without_sub_bodies=True), "league", "ascc", "council", below)
    assert alone
    assert (alone.bodies, alone.is_without_sub_bodies) == (("council",), True)
