"""The pages as Streamlit runs them, on the small edition: every expected figure is counted in tests/fixtures/small."""

import datetime
import shutil
from pathlib import Path
from types import ModuleType

import duckdb
import pytest
import streamlit as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.testing.v1 import AppTest

from sidang import overview, query_files, standing, together
from sidang.asked import Asked
from sidang.build import build
from sidang.charted_years import coverage_of_years
from sidang.codes import codes_of
from sidang.edition import Edition
from sidang.filters import MORE
from sidang.frame import page_of
from sidang.language import Language
from sidang.parameters import parameters_of
from sidang.periods import periods
from sidang.questions import ask
from sidang.view import View
from tests.pages.reading import figures, without_links
from tests.small import copy_small, edit

APP = Path(__file__).resolve().parent.parent.parent / "app.py"
OVERVIEW, EVENTS = "pages/explore/overview.py", "pages/explore/events.py"


@pytest.fixture
def var(small_edition: Edition, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the small edition, as the application finds it."""
    folder = small_edition.path.parent.parent
    monkeypatch.setenv("SIDANG_VAR", str(folder))
    return folder


def opened(page: str = OVERVIEW, **query: str) -> AppTest:
    """A page opened by a link; any exception on it fails the test."""
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.query_params.update(query)
    app.run()
    if page != OVERVIEW:
        app.switch_page(page)
        app.query_params.update(query)
        app.run()
    return checked(app)


def checked(app: AppTest) -> AppTest:
    """The page, if it shows no exception."""
    assert [box.value for box in app.exception] == []
    return app


def texts(app: AppTest) -> str:
    """What the page says outside its widgets, in one text."""
    elements = [*app.title, *app.markdown, *app.caption, *app.warning, *app.info]
    return without_links("\n".join(str(element.value) for element in elements))


def chips(app: AppTest) -> list[str]:
    """What the chips above the page say."""
    return [button.label for button in app.button if str(button.key).startswith("chip_")]


def with_more_filters(app: AppTest) -> AppTest:
    """The page with "More filters" opened."""
    app.session_state["filter_more"] = True
    return checked(app.run())


def more_filters(app: AppTest) -> list[str]:
    """The keys of the filters under "More filters" that are drawn."""
    drawn = [str(widget.key) for widget in [*app.button_group, *app.multiselect, *app.toggle]]
    return [f"filter_{name}" for name in MORE if f"filter_{name}" in drawn]


def link(app: AppTest) -> dict[str, str]:
    """The query of the address after the run."""
    return {key: value if isinstance(value, str) else ",".join(value) for key, value in app.query_params.items()}


@pytest.mark.usefixtures("var")
def test_overview_answers_with_figures() -> None:
    """The sentence begins with the count in view, and the figures are those counted by hand."""
    app = opened(as_of="2026-05-10")
    assert "**14 meetings** of 6 bodies, 2002–2021. Most often in Arville (5) and Bortown (4)." in texts(app)
    assert [(figure.label, figure.value[1:].partition("]")[0]) for figure in app.metric] == [
        ("Meetings", "14"), ("Bodies", "6"), ("Cities and areas", "3"),
        ("Online", "1"), ("City not known", "3"), ("Announced", "1"),
    ]  # fmt: skip
    assert "14 meetings in view = 10 in a known city or area + 1 online + 3 in a city not known." in texts(app)


@pytest.mark.usefixtures("var")
@pytest.mark.parametrize(("as_of", "hatched"), [("2020-06-01", ["2020", "2021"]), ("2026-05-10", [])])
def test_the_day_of_the_view_decides_which_year_is_unfinished(as_of: str, hatched: list[str]) -> None:
    """The year of that day and later ones are hatched."""
    bars = figures(opened(as_of=as_of))[0]["figure"]["data"]
    for bar in bars:
        assert [year for year, shape in zip(bar["x"], bar["marker"]["pattern"]["shape"], strict=True) if shape] == hatched


@pytest.mark.parametrize(
    ("as_of", "said"),
    [
        ("2011-03-03", "On 3 Mar 2011: **no status recorded**."),
        ("2011-03-04", "On 4 Mar 2011: **applied for: membership**."),
        ("2014-06-01", "On 1 Jun 2014: possibly **observer** and **applied for: membership**."),
        ("2022-11-11", "On 11 Nov 2022: **observer** and **agreed in principle: membership**."),
        ("2025-10-25", "On 25 Oct 2025: **observer** and **agreed in principle: membership**."),
        ("2025-10-26", "On 26 Oct 2025: **member**."),
    ],
)
@pytest.mark.usefixtures("var")
def test_the_standing_on_the_day_of_the_view(monkeypatch: pytest.MonkeyPatch, as_of: str, said: str) -> None:
    """The strip tells what holds on that day, marks what only possibly holds, and ends a status on its last day."""
    monkeypatch.setattr(standing, "TIMOR_LESTE_IN_ASEAN", {"participant_id": "XAC", "organization_id": "league"})
    standing.draw_timor_leste.clear()
    page = texts(opened(as_of=as_of))
    standing.draw_timor_leste.clear()
    assert said in page
    assert "Accession: applied for: membership (4 Mar 2011 to 10 Nov 2022) → agreed in principle: membership" in page
    assert "observer (2014 to 25 Oct 2025) → member (since 26 Oct 2025)" in page


@pytest.mark.usefixtures("var")
def test_every_figure_is_defined() -> None:
    """No number stands without saying what it counts."""
    assert all(figure.help for figure in opened().metric)


@pytest.mark.usefixtures("var")
def test_upcoming_meetings_come_next_first() -> None:
    """Seen from 2025 two meetings are still to come; the nearer one leads, and the latest held one leads its list."""
    told = [text.value for text in opened(as_of="2025-11-30").markdown]
    latest, upcoming = [text for text in told if "/briefs/" not in text][-2:]
    assert upcoming.index("4th SOC") < upcoming.index("5th SOC")
    assert latest.index("2nd Ring Summit") < latest.index("2nd TC")


@pytest.mark.usefixtures("var")
def test_a_link_narrows_the_page() -> None:
    """Years and a body with its sub-bodies, taken from the address alone."""
    app = opened(year="2018-2020", body="culture-council")
    assert "**4 meetings** of 2 bodies, 2018–2020." in texts(app)
    assert chips(app) == ["2018–2020", "CC and sub-bodies"]
    assert link(app) == {"year": "2018-2020", "body": "culture-council"}


@pytest.mark.usefixtures("var")
def test_two_clicks_filter_by_year() -> None:
    """Choosing a year sets both ends of the span and writes the link."""
    app = opened()
    app.selectbox(key="filter_period").select("2018").run()
    assert link(checked(app)) == {"year": "2018"}
    assert app.slider(key="filter_years").value == (2018, 2018)
    assert "**3 meetings**" in texts(app)


@pytest.mark.usefixtures("var")
def test_the_slider_and_the_year_show_the_same() -> None:
    """A span that is no named period is called the chosen span; back at all years nothing is written."""
    app = opened()
    app.slider(key="filter_years").set_range(2018, 2020).run()
    assert (link(checked(app)), app.selectbox(key="filter_period").value) == ({"year": "2018-2020"}, "2018–2020")
    app.selectbox(key="filter_period").select("all").run()
    assert link(checked(app)) == {}


@pytest.mark.usefixtures("var")
def test_a_body_is_chosen_by_a_name_it_also_bears() -> None:
    """Typing an acronym in any case chooses the body; a name that nobody bears is said and changes nothing."""
    app = opened()
    app.multiselect(key="filter_bodies").set_value(["culture council"]).run()
    assert link(checked(app)) == {"body": "culture-council"}
    app.multiselect(key="filter_bodies").set_value(["culture-council", "Nobody"]).run()
    assert link(checked(app)) == {"body": "culture-council"}
    assert "No body is called “Nobody”" in texts(app)


@pytest.mark.usefixtures("var")
def test_a_slip_of_the_pen_chooses_the_body_and_says_so() -> None:
    """One near name is taken; where several are near they are offered."""
    app = opened()
    app.multiselect(key="filter_bodies").set_value(["Trade Counsil"]).run()
    assert link(checked(app)) == {"body": "trade-council"}
    assert "“Trade Counsil” was read as TC." in texts(app)
    app.multiselect(key="filter_bodies").set_value(["trade-council", "officials"]).run()
    assert "Did you mean" in texts(checked(app))
    app.button(key="meant_0_ring-officials").click().run()
    assert link(checked(app)) == {"body": "ring-officials,trade-council"}


@pytest.mark.usefixtures("var")
def test_a_chip_removes_itself() -> None:
    """One value a chip, each a click."""
    app = opened(year="2018", pillar="ascc,cross", lang="en")
    assert chips(app) == ["2018", "Socio-Cultural", "Cross-pillar"]
    app.button(key="chip_pillars_ascc").click().run()
    assert link(checked(app)) == {"year": "2018", "pillar": "cross", "lang": "en"}


@pytest.mark.usefixtures("var")
def test_every_filter_of_the_panel_is_in_the_link() -> None:
    """Whatever is set by hand is written, in the order of the contract."""
    app = with_more_filters(opened())
    app.pills(key="filter_levels").set_value(["summit"])
    app.multiselect(key="filter_countries").set_value(["XAA"])
    app.multiselect(key="filter_participants").set_value(["XAC"])
    app.pills(key="filter_modes").set_value(["in_person"])
    app.toggle(key="filter_is_planned_charted").set_value(True)
    app.text_input(key="filter_search").set_value("arville").run()
    assert list(link(checked(app)).items()) == [
        ("level", "summit"), ("country", "xaa"), ("with", "xac"), ("mode", "in_person"), ("q", "arville"), ("status", "all"),
    ]  # fmt: skip
    assert "Recorded as taking part at 1; participants are known for 1 of the 2 meetings" in texts(app)
    assert "**1 meeting**" in texts(app)


@pytest.mark.usefixtures("var")
def test_filters_out_of_sight_are_drawn_when_they_are_opened_or_used() -> None:
    """Seven fields that most readers never open; closed again they go on filtering, and a link that uses one opens them."""
    app = opened()
    assert more_filters(app) == []
    with_more_filters(app)
    assert len(more_filters(app)) == 7
    app.pills(key="filter_levels").set_value(["summit"]).run()
    app.session_state["filter_more"] = False
    app.run()
    assert (more_filters(app), chips(checked(app)), link(app)) == ([], ["Summit"], {"level": "summit"})
    with_more_filters(app)
    assert app.pills(key="filter_levels").value == ["summit"]
    assert len(more_filters(opened(mode="virtual"))) == 7
    elsewhere = opened()
    elsewhere.query_params["mode"] = "virtual"
    assert len(more_filters(checked(elsewhere.run()))) == 7


@pytest.mark.usefixtures("var")
def test_a_body_without_its_sub_bodies() -> None:
    """The chip and the link say so, and the count is the body's own."""
    app = opened(body="culture-council")
    app.toggle(key="filter_is_without_sub_bodies").set_value(True).run()
    assert link(checked(app)) == {"body": "culture-council", "sub_bodies": "no"}
    assert chips(app) == ["CC", "Without sub-bodies"]
    assert "**2 meetings**" in texts(app)


@pytest.mark.usefixtures("var")
def test_planned_meetings_are_charted_where_asked_for() -> None:
    """Outlined beside the held ones; no figure changes."""
    app = opened(status="all", as_of="2026-05-10")
    bars = [trace for trace in figures(app)[0]["figure"]["data"] if trace["type"] == "bar"]
    (planned,) = [trace for trace in bars if trace.get("name") == "Planned"]
    assert {year: n for year, n in zip(planned["x"], planned["y"], strict=True) if n} == {"2025": 1, "2026": 1}
    assert "**14 meetings**" in texts(app)


@pytest.mark.usefixtures("var")
def test_the_order_of_the_table_is_in_the_link() -> None:
    """A colleague sees the rows in the same order."""
    app = opened(EVENTS, as_of="2026-05-10")
    app.selectbox(key="filter_sort").select("oldest").run()
    assert link(checked(app)) == {"as_of": "2026-05-10", "sort": "oldest"}
    assert app.dataframe[0].value["Id"].tolist()[0] == "ring-summit-1"


@pytest.mark.usefixtures("var")
def test_reset_drops_every_filter_and_keeps_the_language() -> None:
    """One button leads back to everything."""
    app = opened(year="2018", body="league-summit", pillar="ascc", lang="id")
    app.button(key="reset").click().run()
    assert link(checked(app)) == {"lang": "id"}
    assert "**14 pertemuan**" in texts(app)


@pytest.mark.usefixtures("var")
def test_the_day_of_a_view_is_named_and_reset() -> None:
    """A link from another day says so among the filters, and the button leads back to today."""
    app = opened(as_of="2020-01-01")
    assert chips(app) == ["As of 1 Jan 2020"]
    app.button(key="reset").click().run()
    assert link(checked(app)) == {}


@pytest.mark.usefixtures("var")
def test_places_that_were_used_once_are_listed_without_a_count() -> None:
    """With one meeting each, "most often" would say too much."""
    assert "**2 meetings** of 2 bodies, 2021. Held in Arville and Bortown." in texts(opened(pillar="ascc,aec", year="2021"))


@pytest.mark.usefixtures("var")
def test_numbers_missing_in_a_series_are_said(monkeypatch: pytest.MonkeyPatch, small: Path, tmp_path: Path) -> None:
    """Where one body is chosen, its gaps stand beneath the table."""
    edit(small, "events.csv", "league-summit-2,league-summit,2,source", "league-summit-2,league-summit,5,source")
    build(small, tmp_path / "var")
    monkeypatch.setenv("SIDANG_VAR", str(tmp_path / "var"))
    assert "Numbers of League Summit not known to have met: 2, 4." in texts(opened(EVENTS, body="league-summit"))
    assert "not known to have met" not in texts(opened(EVENTS))
    assert "Nomor KTT Liga yang tidak diketahui berlangsung: 2, 4." in texts(opened(EVENTS, body="league-summit", lang="id"))


@pytest.mark.usefixtures("var")
def test_a_broken_link_is_named_and_the_rest_applies() -> None:
    """Each part that is not understood is in the notice; what is right filters."""
    app = opened(body="ring-summit,nobody", year="1800", colour="red")
    notice = app.warning[0].value
    assert all(part in notice for part in ("`nobody`", "`year=1800`", "`colour`"))
    assert "**4 meetings**" in texts(app)


@pytest.mark.usefixtures("var")
def test_a_link_cannot_write_on_the_page() -> None:
    """What a link says is shown as text, in one line, never as markup of the page."""
    app = opened(colour="`<b>x</b>`\n# Title", body="`](http://elsewhere.example)")
    notice = app.warning[0].value
    assert "\n#" not in notice
    assert notice.count("`") % 2 == 0
    (label,) = chips(opened(q="[read this](http://elsewhere.example) `"))
    assert label.startswith("“\\[read this\\](http")


@pytest.mark.usefixtures("var")
def test_the_switch_changes_the_language_and_nothing_else() -> None:
    """The view stays, the link says the language, and texts and numbers change."""
    app = opened(year="2018")
    app.button(key="language_id").click().run()
    assert link(checked(app)) == {"year": "2018", "lang": "id"}
    assert app.title[0].value == "Kawasan ini bertemu tentang apa, di mana, dan dengan siapa?"
    assert "**3 pertemuan**" in texts(app)
    app.button(key="language_en").click().run()
    assert link(checked(app)) == {"year": "2018"}


@pytest.mark.usefixtures("var")
def test_nothing_in_view_is_said() -> None:
    """An empty result is a sentence, not an empty picture."""
    app = opened(year="2003")
    assert "**0 meetings** in view." in texts(app)
    assert "No meeting held is in view" in texts(app)
    app = opened(EVENTS, year="2003", pillar="aec")
    assert app.button(key="drop_years").label == "Drop “Year”: 2 meetings"
    app.button(key="drop_years").click().run()
    assert link(checked(app)) == {"pillar": "aec"}
    assert "none of them alone is the reason" in texts(opened(year="2003", pillar="apsc"))


@pytest.mark.usefixtures("var")
def test_a_meeting_without_a_date_is_said_to_have_none() -> None:
    """No year is made up, and nothing reads "None"."""
    assert "**1 meeting** of 1 body, date not known." in texts(opened(q="founding session"))


@pytest.mark.usefixtures("var")
def test_a_table_is_no_longer_than_a_screen_can_use(monkeypatch: pytest.MonkeyPatch) -> None:
    """With room for five of 17 rows the table holds the first five in order, and a line says where the others are."""
    whole = opened(EVENTS, as_of="2026-05-10", sort="oldest").dataframe[0].value
    monkeypatch.setattr("sidang.meetings.MOST_ROWS", 5)
    st.cache_data.clear()
    app = opened(EVENTS, as_of="2026-05-10", sort="oldest")
    assert list(app.dataframe[0].value["Id"]) == list(whole["Id"])[:5]
    said = "The table holds the first 5 of 17 rows; filters bring up the others."
    assert [caption.value.startswith(said) for caption in app.caption].count(True) == 1
    st.cache_data.clear()


@pytest.mark.usefixtures("var")
def test_a_known_year_is_asked_for_once_whatever_the_years(small_edition: Edition) -> None:
    """What is known of each year does not depend on years, places, participants, modes, topics or words."""
    day = datetime.date(2026, 5, 10)
    whole = ask(small_edition, "coverage_of_years", parameters_of(small_edition, View(pillars=("ascc",)), day))
    narrowed = View(
        pillars=("ascc",), years=(2018, 2019), places=("arville-xaa",), participants=("XAA",), modes=("virtual",), search="x"
    )
    assert ask(small_edition, "coverage_of_years", parameters_of(small_edition, narrowed, day)) == whole
    asked = Asked(small_edition, narrowed, Language("en"), day, {})
    assert coverage_of_years(page_of(asked)) == whole


@pytest.mark.usefixtures("var")
def test_the_meetings_page_lists_what_is_in_view() -> None:
    """Held ones are the count; announced, upcoming and cancelled ones are counted beside it, and all stand in the table."""
    app = opened(EVENTS, as_of="2026-05-10")
    assert "**14 meetings**; 1 more announced but not confirmed; 1 upcoming; 1 cancelled or postponed." in texts(app)
    assert "17 rows = 14 held + 1 announced, not confirmed + 1 upcoming + 1 cancelled or postponed." in texts(app)
    assert len(app.dataframe[0].value) == 17


@pytest.mark.usefixtures("var")
def test_searching_writes_the_link_and_narrows_the_table() -> None:
    """A search is part of the view."""
    app = opened(EVENTS)
    app.text_input(key="filter_search").set_value("water").run()
    assert link(checked(app)) == {"q": "water"}
    assert app.dataframe[0].value["Id"].tolist() == ["ring-officials-2021-10-10"]


def test_a_failing_query_costs_its_own_part_only(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The page says which part is missing; the rest stands. The edition is one of which no answer is kept yet."""
    data = copy_small(tmp_path / "data")
    edit(data, "body_names.csv", "Council of Arts", "Arts Council")
    build(data, tmp_path / "var")
    monkeypatch.setenv("SIDANG_VAR", str(tmp_path / "var"))
    folder = tmp_path / "queries"
    shutil.copytree(query_files.QUERIES, folder)
    edit(folder, "chairs_by_year.sql", "participations.role = 'chair'", "no_such_column = 'chair'")
    monkeypatch.setattr(query_files, "QUERIES", folder)
    query_files.question.cache_clear()
    app = opened(as_of="2026-05-09")
    query_files.question.cache_clear()
    assert "“Meetings a year, by pillar” cannot be shown just now." in app.error[0].value
    assert "**14 meetings**" in texts(app)


@pytest.mark.parametrize(
    ("part", "of", "name", "way"),
    [
        (overview, "draw_map", "Map", "All venues, on a large map"),
        (standing, "draw_timor_leste", "Timor-Leste", "The way into ASEAN, step by step"),
    ],
)
@pytest.mark.usefixtures("var")
def test_the_way_on_stands_beside_a_part_that_fails(
    monkeypatch: pytest.MonkeyPatch, part: ModuleType, of: str, name: str, way: str
) -> None:
    """The link under it leads on all the same."""

    def failing(*_: object) -> None:
        raise query_files.QuestionFailed("no answer")

    monkeypatch.setattr(part, of, failing)
    app = opened()
    assert [f"“{name}” cannot be shown just now." in box.value for box in app.error] == [True]
    assert way in [link.proto.label for link in app.get("page_link")]


@pytest.mark.usefixtures("var")
def test_a_period_is_offered_with_its_meetings(small_edition: Edition) -> None:
    """Beside each decade and year stand as many meetings as its view holds; undated ones count in all years alone."""
    app = opened(as_of="2026-05-09")
    box = app.selectbox(key="filter_period")
    codes = codes_of(small_edition)
    spans = periods(codes, codes.years)
    assert box.options[0] == "All years (14)"
    for label, (first, last) in zip(box.options, spans.values(), strict=True):
        view = View() if (first, last) == codes.years else View(years=(first, last))
        (figures,) = ask(small_edition, "view_figures", parameters_of(small_edition, view, datetime.date(2026, 5, 9)))
        assert label.endswith(f"({figures.meetings})"), label
    assert sum(int(label.partition("(")[2][:-1]) for label in box.options if label[:4].isdigit() and label[4] == " ") == 13


def test_the_first_start_builds_an_edition(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without an edition the page makes one from the dataset."""
    monkeypatch.setenv("SIDANG_VAR", str(tmp_path / "var"))
    monkeypatch.setenv("SIDANG_DATA", str(copy_small(tmp_path / "data")))
    assert "**14 meetings**" in texts(opened())
    assert (tmp_path / "var" / "current").is_file()


def test_a_dataset_with_faults_gives_a_page_that_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No edition and none can be built: no traceback, but the command that lists the faults."""
    data = copy_small(tmp_path / "data")
    edit(data, "places.csv", ",city,Arville", ",village,Arville")
    monkeypatch.setenv("SIDANG_VAR", str(tmp_path / "var"))
    monkeypatch.setenv("SIDANG_DATA", str(data))
    app = opened()
    assert app.title[0].value == "There are no data to show yet"
    assert "python -m sidang check" in app.error[0].value


@pytest.mark.usefixtures("var")
def test_a_page_says_all_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every element of it is held back until the page is whole (sidang/together.py)."""
    held = []
    hold = together._Held.hold

    def counting(self: together._Held, message: ForwardMsg) -> None:
        held.append(message.WhichOneof("type"))
        hold(self, message)

    monkeypatch.setattr(together._Held, "hold", counting)
    page = opened()
    assert held.count("delta") > len([*page.markdown, *page.caption, *page.metric]) > 10


def test_a_missing_dataset_gives_a_page_that_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No edition and no dataset either: what is missing, and the command."""
    monkeypatch.setenv("SIDANG_VAR", str(tmp_path / "var"))
    monkeypatch.setenv("SIDANG_DATA", str(tmp_path / "nowhere"))
    app = opened()
    assert app.title[0].value == "There are no data to show yet"
    assert "python -m sidang build" in app.error[0].value
    assert "nowhere" in texts(app)


def test_a_damaged_edition_gives_a_page_that_says_what_to_do(
    small_edition: Edition, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A served file that is no edition: no traceback, but the command that makes a new one."""
    folder = tmp_path / "editions"
    folder.mkdir()
    (folder / small_edition.path.name).write_bytes(b"not a database")
    (tmp_path / "current").write_text(small_edition.id + "\n")
    monkeypatch.setenv("SIDANG_VAR", str(tmp_path))
    app = opened(lang="id")
    assert app.title[0].value == "Data tidak dapat dibuka"
    assert "python -m sidang build" in app.error[0].value


@pytest.mark.usefixtures("var")
def test_an_open_page_takes_up_a_new_edition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small_edition: Edition
) -> None:
    """The next rerun shows what was published meanwhile."""
    data = copy_small(tmp_path / "data")
    monkeypatch.setenv("SIDANG_VAR", str(tmp_path / "var"))
    build(data, tmp_path / "var")
    app = opened()
    assert "**14 meetings**" in texts(app)
    edit(data, "events.csv", "trade-council-3,trade-council,3,source,,,,2022-06,,source,sitting,unknown,,,,,cancelled,",
         "trade-council-3,trade-council,3,source,,,,2022-06,,source,sitting,unknown,,,,,held,")  # fmt: skip
    build(data, tmp_path / "var")
    assert "**15 meetings**" in texts(checked(app.run()))


def test_editions_are_read_only(small_edition: Edition) -> None:
    """A page could not change an edition if it tried."""
    with pytest.raises(duckdb.Error), duckdb.connect(str(small_edition.path), read_only=True) as connection:
        connection.execute("delete from events")
