"""The page of pillars, run as Streamlit runs it: each part, each sentence, and every figure that is a link."""

import json
import re
import urllib.parse
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from sidang.build import build
from sidang.codes import codes_of
from sidang.edition import Edition
from sidang.parameters import parameters_of
from sidang.questions import ask, one
from sidang.view import View, from_query
from tests.pages.reading import APP, figures
from tests.pages.test_venues import checked, linked_texts, texts
from tests.small import edit
from tests.test_queries import DAY

PAGE, OVERVIEW = "pages/explore/pillars.py", "pages/explore/overview.py"
LINK = re.compile(r"\[([\d.,]+)\]\(/events\?([^)]*)\)")
CHARTS = ("pillar-panels", "pillar-cells", "hierarchy", "levels", "cross", "topics")


@pytest.fixture
def var(small_edition: Edition, monkeypatch: pytest.MonkeyPatch) -> Edition:
    """The small edition, as the application finds it."""
    monkeypatch.setenv("SIDANG_VAR", str(small_edition.path.parent.parent))
    return small_edition


@pytest.fixture
def real(real_edition: Edition, monkeypatch: pytest.MonkeyPatch) -> Edition:
    """The edition of data/, as the application finds it."""
    monkeypatch.setenv("SIDANG_VAR", str(real_edition.path.parent.parent))
    return real_edition


def opened(page: str = PAGE, **query: str) -> AppTest:
    """A page opened by a link, seen from the day of the small dataset."""
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.run()
    app.switch_page(page)
    app.query_params.clear()
    app.query_params.update({"as_of": DAY.isoformat()} | query)
    return checked(app.run())


def charts(app: AppTest) -> dict[str, Any]:
    """The charts of the page by their names, as the browser gets them."""
    found: dict[str, Any] = {}
    for chart in app.get("plotly_chart"):
        name = next(name for name in CHARTS if f"-{name}_" in chart.proto.id)
        found[name] = json.loads(chart.proto.spec)
    found.update(("by_year", drawn["figure"]) for drawn in figures(app) if drawn["kind"] == "bars")
    return found


def linked(app: AppTest) -> list[tuple[int, str]]:
    """Every figure of the page that leads to meetings, with the query of its link."""
    found = LINK.findall("\n".join(str(element.value) for element in app.markdown))
    return [(int(re.sub(r"\D", "", number)), query) for number, query in found]


def miscounted(edition: Edition, app: AppTest) -> list[tuple[int, str, Any]]:
    """The figures that differ from the meetings in view where they lead, or lead to a link that is not understood."""
    codes, wrong = codes_of(edition), []
    for number, query in linked(app):
        view, problems = from_query(dict(urllib.parse.parse_qsl(query)), codes)
        meetings = one(ask(edition, "view_figures", parameters_of(edition, view, view.seen_from(DAY)))).meetings
        if meetings != number or problems or view == View():
            wrong.append((number, query, meetings))
    return wrong


@pytest.mark.usefixtures("var")
def test_the_sentence_answers() -> None:
    """The count in view first, then the pillars that lead, then the meetings that name further ones."""
    assert (
        "**14 meetings** in view, by the pillar that leads: Socio-Cultural 5, Outside the pillars 4, Cross-pillar 3 and "
        "Economic 2. At 1 of them a source names further pillars as involved." in texts(opened())
    )
    said = texts(opened(lang="id", pillar="aec"))
    assert "**2 pertemuan** dalam tampilan, menurut pilar utamanya: Ekonomi 2." in said


@pytest.mark.usefixtures("var")
def test_every_part_has_its_chart() -> None:
    """Panels, cells, branches, levels, meetings across pillars, topics."""
    found = charts(opened())
    assert set(found) == set(CHARTS)
    titles = [note["text"] for note in found["pillar-panels"]["layout"]["annotations"]]
    assert titles == [
        "<b>Economic · 2</b>", "<b>Socio-Cultural · 5</b>", "<b>Cross-pillar · 3</b>", "<b>Outside the pillars · 4</b>",
    ]  # fmt: skip


@pytest.mark.usefixtures("var")
def test_bars_count_the_lead_pillar_so_that_they_add_up() -> None:
    """The sum of all bars and of all cells is that of the dated meetings; the involved pillar is a mark of its own."""
    found = charts(opened())
    panels = [trace for trace in found["pillar-panels"]["data"] if trace["type"] == "bar" and "customdata" in trace]
    assert sum(sum(trace["y"]) for trace in panels) == 13
    cells = [trace for trace in found["pillar-cells"]["data"] if "customdata" in trace]
    assert sum(int(number) for trace in cells for number in trace["hovertext"]) == 13
    (mark,) = [trace for trace in found["pillar-panels"]["data"] if trace["type"] == "scatter"]
    assert (mark["name"], mark["x"], mark["text"]) == ("named as involved", ["2018"], ["1"])
    assert "14 meetings in view = 5 Socio-Cultural + 4 Outside the pillars + 3 Cross-pillar + 2 Economic." in texts(opened())


@pytest.mark.usefixtures("var")
def test_every_chart_says_of_how_many_meetings_its_field_is_known() -> None:
    """Of thirteen the year, of all body, pillar and level, of one the involved pillars, of three the agenda."""
    said = texts(opened())
    for line in (
        "Year: known of 13 of the 14 meetings in view. Lead pillar: known of 14 of the 14 meetings in view. "
        "Involved pillars: known of 1 of the 14 meetings in view.",
        "Year and lead pillar: known of 13 of the 14 meetings in view.",
        "Organization, pillar and body: known of 14 of the 14 meetings in view.",
        "Level: known of 14 of the 14 meetings in view.",
        "Involved pillars: known of 1 of the 14 meetings in view. Participants: known of 5 of the 14 meetings in view.",
        "Agenda, outcomes or documents: known of 3 of the 14 meetings in view. 1 of these names a topic.",
        "The components with which a meeting dealt: known of 1 of the 14 meetings in view.",
    ):
        assert line in said
    assert "Year: known of 13 of the 14 meetings in view." in texts(opened(OVERVIEW))


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"lang": "id", "year": "2018-2020"},
        {"pillar": "ascc", "pillar_role": "any"},
        {"pillar": "aec", "pillar_role": "any"},
        {"body": "culture-officials,league-summit"},
        {"body": "culture-council", "sub_bodies": "no"},
        {"org": "league", "with": "xab", "status": "all"},
        {"org": "arland-national"},
        {"topic": "prevention"},
    ],
)
def test_every_figure_leads_to_as_many_meetings(var: Edition, query: dict[str, str]) -> None:
    """Each linked figure of the tables is the count of the view to which it leads."""
    app = opened(**query)
    assert linked(app)
    assert miscounted(var, app) == []


@pytest.mark.parametrize(
    ("query", "least"),
    [
        ({}, 600),
        ({"pillar": "aec", "pillar_role": "any", "lang": "id"}, 150),
        ({"body": "soca,amm", "year": "2015-2025"}, 60),
        ({"org": "apt,eas,cica", "level": "ministerial"}, 60),
        ({"topic": "culture-of-prevention,youth"}, 40),
        ({"with": "tls"}, 100),
    ],
)
def test_every_figure_of_the_real_data_leads_to_as_many_meetings(real: Edition, query: dict[str, str], least: int) -> None:
    """Hundreds of cells, branches, levels, topics."""
    app = opened(**query)
    assert len(linked(app)) >= least
    assert miscounted(real, app) == []


def test_every_cell_of_year_and_pillar_is_linked(real: Edition) -> None:
    """No figure of the table of years stands there without its link."""
    app = opened()
    cells = ask(real, "meetings_by_year", parameters_of(real, View(), DAY))
    queries = [dict(urllib.parse.parse_qsl(link)) for _number, link in linked(app)]
    pairs = {(query["year"], query["pillar"]) for query in queries if query.keys() == {"year", "pillar", "as_of"}}
    assert pairs == {(str(cell.year), cell.pillar_id) for cell in cells}


def test_the_hierarchy_goes_from_organization_to_sub_body(var: Edition) -> None:
    """Each field as high as its meetings, within the one left of it."""
    (fields,) = charts(opened())["hierarchy"]["data"]
    found = list(zip(fields["x"], fields["text"], fields["base"], fields["y"], strict=True))
    assert found[:8] == [
        (0, "LOL", 0, 10), (1, "Socio-Cultural", 0, 5), (2, "CC", 0, 5), (3, "SOC", 0, 3), (1, "Cross-pillar", 5, 3),
        (2, "League Summit", 5, 3), (1, "Economic", 8, 2), (2, "TC", 8, 2),
    ]  # fmt: skip
    assert fields["customdata"][3] == ["league", "ascc", "culture-officials"]


@pytest.mark.usefixtures("var")
def test_who_met_across_the_pillars() -> None:
    """The body, its pillar, the one it met with, and on what that rests; a view without any says so."""
    said = linked_texts(opened())
    assert "| Senior Officials on Culture | Socio-Cultural | Economic | 1 | [1](/events?body=culture-officials" in said
    assert "No source names another pillar at a meeting in view" in texts(opened(org="ring"))


@pytest.mark.usefixtures("var")
def test_components_show_who_met_on_them_and_where_nothing_is_known() -> None:
    """Never a nought: nothing known is said in words."""
    said = texts(opened())
    met = "[1st League Summit, 10 May 2018](/event?as_of=2026-05-10&id=league-summit-1"
    assert f"| 1. Light | 1 | League Summit | {met}" in said
    assert "| 2. Oil |  |  | nothing is known |" in said


def test_a_meeting_on_a_component_is_found_by_its_link(real: Edition) -> None:
    """Each link of the table of components leads to the page of a meeting that there is."""
    found = set(re.findall(r"\]\(/event\?as_of=[\d-]*&id=([^)&]*)\)", texts(opened())))
    assert len(found) >= 5
    assert all(ask(real, "meeting", {"event_id": event_id}) for event_id in found)


@pytest.mark.parametrize("page", [PAGE, OVERVIEW])
def test_both_pages_hatch_the_same_thin_years(
    page: str, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Numbers missing between 2019 and 2020, and years that no series spans: hatched on either page, and said."""
    edit(small, "events.csv", "league-summit-3,league-summit,3,", "league-summit-3,league-summit,9,")
    build(small, tmp_path / "var")
    monkeypatch.setenv("SIDANG_VAR", str(tmp_path / "var"))
    app = opened(page, org="league", year="2016-2021")
    shown = [chart for name, chart in charts(app).items() if name in ("by_year", "pillar-panels", "pillar-cells")]
    assert shown
    for chart in shown:
        grounds = [trace for trace in chart["data"] if trace["marker"].get("pattern", {}).get("size") == 7]
        assert [trace["x"] for trace in grounds] == [["2016", "2017", "2019", "2020"]]
    assert "Hatched ground: coverage is thin" in texts(app)
    if page == PAGE:
        assert "thin: 2 found, about 3 missing" in texts(app)
        assert "not told by numbers" in texts(app)


def test_the_band_names_the_chair_of_each_year(real: Edition) -> None:
    """On both pages; a year whose summits name nobody has no field; another organization has its own chairs."""
    for page, name in ((OVERVIEW, "by_year"), (PAGE, "pillar-panels"), (PAGE, "topics")):
        chart = charts(opened(page))[name]
        (band,) = [trace for trace in chart["data"] if "2023: Indonesia" in trace.get("hovertext", [])]
        assert {"2006", "2008", "1990"}.isdisjoint(band["x"])
    (band,) = [trace for trace in charts(opened(org="cica"))["pillar-panels"]["data"] if "2010: Türkiye" in str(trace)][:1]
    assert set(band["x"]) <= {"2002", "2006", "2010", "2014", "2019", "2022"}
    assert real


@pytest.mark.usefixtures("var")
def test_an_empty_view_offers_a_way_out() -> None:
    """As on every page."""
    app = opened(year="2003")
    assert "No meeting held is in view." in app.info[0].value
    assert charts(app) == {}


@pytest.mark.usefixtures("var")
def test_a_topic_is_a_filter_like_any_other() -> None:
    """Chosen by a link it is a chip, and the panel shows it."""
    app = opened(topic="prevention")
    assert [button.label for button in app.button if button.key == "chip_topics_prevention"] == ["Prevention"]
    assert app.multiselect(key="filter_topics").value == ["prevention"]
    assert "**1 meeting** in view" in texts(app)
