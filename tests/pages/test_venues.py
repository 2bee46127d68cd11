"""The page of venues, run as Streamlit runs it, over the small dataset."""

import json
from itertools import pairwise
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Subheader, Title

from sidang.boundaries import OWN, read_boundaries
from sidang.edition import Edition
from tests.pages.reading import APP, without_links

PAGE = "pages/explore/venues.py"


@pytest.fixture
def var(small_edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of the small edition, as the application finds it."""
    monkeypatch.setenv("SIDANG_VAR", str(small_edition.path.parent.parent))


def opened(**link: str) -> AppTest:
    """The page opened by a link."""
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.run()
    app.switch_page(PAGE)
    app.query_params.clear()
    app.query_params.update(link)
    return checked(app.run())


def checked(app: AppTest) -> AppTest:
    """The page, once it shows no exception and no part is missing."""
    assert [box.value for box in app.exception] == []
    assert [box.value for box in app.error] == []
    return app


def place_in_page(app: AppTest, heading: str) -> list[int]:
    """Where the part with a heading stands: the numbers of the containers from the page inwards."""

    def search(node: Any) -> list[int] | None:
        for number, child in getattr(node, "children", {}).items():
            if isinstance(child, (Subheader, Title)) and child.value == heading:
                return [int(number)]
            below = search(child)
            if below is not None:
                return [int(number), *below]
        return None

    found = search(app.main)
    assert found is not None
    return found


def linked_texts(app: AppTest) -> str:
    """All texts of the page, with where their numbers lead."""
    return "\n".join(str(element.value) for element in [*app.markdown, *app.caption])


def texts(app: AppTest) -> str:
    """All texts of the page."""
    return without_links(linked_texts(app))


def link(app: AppTest) -> dict[str, str]:
    """The address, a value a key."""
    return {key: value if isinstance(value, str) else ",".join(value) for key, value in app.query_params.items()}


def deck(app: AppTest) -> dict[str, Any]:
    """The map as the browser gets it, its layers by id."""
    spec = json.loads(app.get("deck_gl_json_chart")[0].proto.json)
    return {layer["id"].split("-")[0]: layer for layer in spec["layers"]} | {"view": spec["initialViewState"]}


def places(app: AppTest) -> list[str]:
    """The places that can be clicked."""
    return sorted(row["key"] for row in deck(app)["places"]["data"])


def table(app: AppTest) -> pd.DataFrame:
    """The table of places."""
    return app.dataframe[0].value


@pytest.mark.usefixtures("var")
def test_the_page_answers_in_one_sentence_and_reconciles() -> None:
    """Counted in the README of the fixture: 14 meetings, 5 in Arland, 1 online, 5 in Arville."""
    app = opened()
    assert "**14 meetings** in 2002–2021: 5 in Arland and 1 online; Arville held 5." in texts(app)
    assert "14 meetings in view = 10 on the map + 1 country only + 1 online + 2 place not known." in texts(app)
    assert places(app) == ["arville-xaa", "bortown-xab", "coral-coast-xac"]


@pytest.mark.usefixtures("var")
def test_the_table_adds_up_to_the_view() -> None:
    """Places first, then what is on no city; counts, shares and dates as far as they are known."""
    found = table(opened())
    assert list(found["Place"]) == ["Arville", "Bortown", "Coral Coast", "Place not known", "City not known", "Online"]
    assert list(found["Meetings"]) == [5, 4, 1, 2, 1, 1]
    assert list(found["Share"]) == ["35.7 %", "28.6 %", "7.1 %", "14.3 %", "7.1 %", "7.1 %"]
    assert list(found["Latest"])[:3] == ["2021-06-21", "2021-10-12", "2019-11"]
    assert list(found["Country"]) == ["Arland", "Borland", "Côrland", "", "Borland", ""]


@pytest.mark.usefixtures("var")
def test_a_chosen_place_narrows_the_table_and_stays_on_the_map() -> None:
    """The map shows the others paler; the table, the sentence and the list are of the place, with its venues."""
    app = opened(place="arville-xaa")
    assert places(app) == ["arville-xaa", "bortown-xab", "coral-coast-xac"]
    assert "**5 meetings** in 2002–2021: 5 in Arland." in texts(app)
    assert list(table(app)["Meetings"]) == [5]
    assert "Venues named: Grand Hall." in texts(app)
    meetings = app.dataframe[1].value
    assert len(meetings) == 5
    assert list(meetings["Venue"]).count("Grand Hall") == 1


@pytest.mark.usefixtures("var")
def test_the_strip_chooses_what_has_no_city_and_releases_it() -> None:
    """A click on a count shows its meetings, a second one all again."""
    app = checked(opened().button(key="strip_unknown").click().run())
    assert link(app) == {"place": "unknown"}
    assert "**2 meetings**" in texts(app)
    assert link(checked(app.button(key="strip_unknown").click().run())) == {}


@pytest.mark.usefixtures("var")
def test_the_map_of_countries() -> None:
    """Countries instead of cities; what is known of the country alone counts with it."""
    app = opened(map="countries")
    assert list(table(app)["Meetings"]) == [5, 5, 1]
    assert list(table(app)["City not known"]) == [0, 1, 0]
    assert "14 meetings in view = 11 on the map + 1 online + 2 place not known." in texts(app)


@pytest.mark.usefixtures("var")
def test_the_time_control_shows_one_year() -> None:
    """The year restricts map, sentence and table, goes into the link, and leaves the filter of years alone."""
    app = opened()
    app.select_slider(key="filter_at").set_value(2021).run()
    assert link(checked(app)) == {"at": "2021"}
    assert "**4 meetings** in 2021: 3 in Borland; Bortown held 3." in texts(app)
    assert app.slider(key="filter_years").value == (2002, 2026)


@pytest.mark.usefixtures("var")
def test_play_runs_without_writing_the_address_and_pause_keeps_the_year() -> None:
    """The first year is shown, the link stays; after a pause the year is in the link."""
    app = checked(opened().button(key="play").click().run())
    assert "**1 meeting** in 2002" in texts(app)
    assert link(app) == {}
    app = checked(app.button(key="pause").click().run())
    assert link(app) == {"at": "2002"}
    assert app.button(key="play")


@pytest.mark.usefixtures("var")
def test_a_year_outside_of_the_view_is_named() -> None:
    """The link names a year that its own span leaves out."""
    app = opened(year="2018-2019", at="2021")
    assert "`at=2021` reaches beyond the years of this view, 2018 to 2019." in app.warning[0].value
    assert "**6 meetings**" in texts(app)


@pytest.mark.usefixtures("var")
def test_zoom_goes_into_the_link() -> None:
    """A step closer is half a zoom of deck.gl; extent and zoom are in the link."""
    app = opened(extent="asia")
    before = deck(app)["view"]["zoom"]
    app = checked(app.button(key="zoom_in").click().run())
    assert link(app) == {"extent": "asia", "zoom": "1"}
    assert deck(app)["view"]["zoom"] == pytest.approx(before + 0.5)


@pytest.mark.usefixtures("var")
def test_lines_on_the_map_move_no_table() -> None:
    """A meeting chosen below adds words above; a table that moved would lose the focus of the keyboard."""
    without, chosen = (opened(place="arville-xaa", **more) for more in ({}, {"id": "league-summit-1"}))
    assert "recorded as taking part" in texts(chosen)
    for heading in ("Places", next(box.value for box in chosen.subheader if str(box.value).startswith("Meetings: "))):
        assert place_in_page(without, heading) == place_in_page(chosen, heading)


@pytest.mark.usefixtures("var")
def test_lines_are_drawn_for_three_countries_and_else_explained() -> None:
    """Three recorded make lines; fewer are told by their number; a meeting that is not known is named."""
    assert "lines are drawn from 3 on" in texts(opened(id="culture-officials-1"))
    assert "**1st Culture Officials**" not in texts(opened())
    known = texts(opened(id="league-summit-1"))
    said = "3 countries are recorded as taking part: Arland (member), Borland (member) and Côrland (observer). "
    assert f"{said}Host: Arland." in known
    assert "Not drawn, since the boundary data have no such country: Borland and Côrland." in known
    assert "No meeting is called `nothing-7`" in texts(opened(id="nothing-7"))


@pytest.mark.usefixtures("var")
def test_an_empty_view_says_so_and_offers_a_way_out() -> None:
    """No table, the map without a place, the filter to drop."""
    app = opened(year="2003")
    assert "**0 meetings** in view." in texts(app)
    assert places(app) == []
    assert not app.dataframe
    assert app.button(key="drop_years")


@pytest.mark.usefixtures("var")
def test_planned_meetings_come_on_the_map_when_asked_for() -> None:
    """They are outlines, in a column of their own and in no figure."""
    app = opened(status="all")
    assert "**14 meetings**" in texts(app)
    assert list(table(app)["Planned"])[:2] == [1, 1]
    assert len(deck(app)["outlines"]["data"]) == 2


@pytest.mark.usefixtures("var")
def test_a_boundary_file_that_breaks_costs_the_map_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence and the table stand; the page says which file and what to do."""
    monkeypatch.setenv("SIDANG_BOUNDARIES", "/nowhere/own.geojson")
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.run()
    app.switch_page(PAGE)
    app.run()
    assert "'/nowhere/own.geojson' cannot be read" in app.error[0].value
    assert "**14 meetings**" in texts(app)
    assert len(app.dataframe) == 1


@pytest.mark.usefixtures("var")
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["Arville", "5 meetings · 35.7 %", "4 Jun 2002 to 21 Jun 2021", "CC, SOC, League Summit and 2 more"]),
        ("id", ["Arville [en]", "5 pertemuan · 35,7 %", "4 Jun 2002 sampai 21 Jun 2021", None]),
    ],
)
def test_a_place_tells_its_figures_under_the_pointer(language: str, said: list[str | None]) -> None:
    """Count and share, first and latest meeting, and the bodies, in both languages."""
    (arville,) = (row for row in deck(opened(lang=language))["places"]["data"] if row["key"] == "arville-xaa")
    found = [arville[name] for name in ("name", "count", "span", "bodies")]
    assert [text for text, expected in zip(found, said, strict=True) if expected] == [text for text in said if text]
    assert found[3]


@pytest.mark.usefixtures("var")
def test_the_strip_counts_what_stands_on_no_city() -> None:
    """Online, city not known, place not known, and the hybrid one; also while one of them is chosen, on both maps."""
    counts = ["Online · 1", "City not known · 1", "Place not known · 2", "Hybrid · 1"]
    for link_of_view in ({}, {"place": "online"}, {"map": "countries", "place": "online"}):
        app = opened(**link_of_view)
        assert [button.label for button in app.button if str(button.key).startswith("strip_")] == counts
    assert "Borland 1" in texts(opened())


@pytest.mark.usefixtures("var")
def test_what_the_strip_chooses_is_listed_on_both_maps() -> None:
    """The online meeting is listed beneath, by city and by country."""
    for kind in ("cities", "countries"):
        assert "Meetings: Online" in [heading.value for heading in opened(map=kind, place="online").subheader]


@pytest.mark.usefixtures("var")
def test_a_year_without_meetings_has_no_table() -> None:
    """The sentence says so; the map stays, and the time control goes on."""
    app = opened(at="2005")
    assert "**0 meetings** in 2005." in texts(app)
    assert not app.dataframe
    assert app.select_slider(key="filter_at").value == 2005


@pytest.mark.usefixtures("var")
def test_the_moment_of_the_map_is_named_on_other_pages() -> None:
    """A page that shows all years says that it leaves the year out; its page links do not carry it."""
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.query_params.update({"at": "2018"})
    app.run()
    assert "`at=2018` is a year of the map; this page shows all years of the view." in app.warning[0].value
    assert "**14 meetings**" in texts(app)


def test_countries_stand_where_they_are(real_edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each country is named inside its own land, coloured by its meetings, and the key tells the classes."""
    monkeypatch.setenv("SIDANG_VAR", str(real_edition.path.parent.parent))
    app = opened(map="countries")
    land = read_boundaries(OWN)
    found = {row["key"]: row for row in deck(app)["places"]["data"]}
    assert {key: tuple(row["at"]) for key, row in found.items()} == {key: land.points[key] for key in found}
    assert found["IDN"]["name"].startswith("Indonesia ")
    assert "properties.country_id=='IDN'" in deck(app)["land"]["getFillColor"]
    most = int(table(app)["Meetings"].max())
    (key,) = (json.loads(element.proto.json) for element in app.get("bidi_component") if '"marks"' in element.proto.json)
    labels = [mark["label"] for mark in key["marks"]]
    assert labels[-1].endswith(f"–{most}")
    assert labels[0].startswith("1")
    assert all(int(a.split("–")[-1]) + 1 == int(b.split("–")[0]) for a, b in pairwise(labels))


def test_those_who_took_part_have_their_indonesian_names(real_edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """States are called as the data call them in Indonesian, in the sentence and on the map, without the mark of a lack."""
    monkeypatch.setenv("SIDANG_VAR", str(real_edition.path.parent.parent))
    app = opened(id="asean-summit-43", lang="id")
    assert "Kepulauan Cook" in texts(app)
    assert "[en]" not in texts(app)
    assert "Kepulauan Cook" in [row["text"] for row in deck(app)["labels"]["data"]]


def test_the_real_page_says_how_2023_is_spread(real_edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the year of Indonesia's chair most meetings were there, and Jakarta held most."""
    monkeypatch.setenv("SIDANG_VAR", str(real_edition.path.parent.parent))
    app = opened(year="2023", org="asean")
    first = next(text for text in texts(app).splitlines() if " meetings** in 2023: " in text)
    assert " in Indonesia" in first
    assert "; Jakarta held " in first
