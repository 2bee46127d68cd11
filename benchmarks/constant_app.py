"""Overview with constants in the place of every answer: the same widgets, texts, figures and charts, nothing asked.

With BENCHMARK_BARE it is only a slider and a chart: what Streamlit itself costs at the least. tests/test_benchmarks.py holds
the kinds and numbers of its elements to those of Overview.
"""

import os

import streamlit as st

from sidang import figure
from sidang.together import together

YEARS = (1967, 2027)
SHOWN = range(1991, 2011)
BODIES = [f"Body {number} · A meeting of officials on the subject of number {number} ({number})" for number in range(70)]
PILLARS = [f"Pillar {number}" for number in range(5)]
TEXT = "The meeting of officials in a city, its day and what was agreed, in as many words as a line of the page holds."
COMPONENT = st.components.v2.component("constant", js="export default function() {}")


def bars(number: int) -> dict[str, object]:
    """One series."""
    return {
        "type": "bar",
        "x": [str(year) for year in SHOWN],
        "y": [(year * (number + 1)) % 17 for year in SHOWN],
        "name": PILLARS[number],
        "marker": {"color": "#808080", "line": {"width": 0}},
    }


def land() -> str:
    """As many corners as the land of the small map has."""
    return "M0 0l" + " ".join(f"{at % 13} {at % 7}" for at in range(1_360))


BARS = {
    "data": list(map(bars, range(5))),
    "layout": {
        "height": 340,
        "margin": {"t": 34},
        "font": {"color": "#000000"},
        "bargap": 0.2,
        "xaxis": {"categoryarray": [str(year) for year in SHOWN], "tickvals": [], "linecolor": "#000000"},
        "yaxis": {"nticks": 6, "gridcolor": "#000000", "tickfont": {"color": "#000000", "size": 12}},
    },
}
PICTURE = {
    "width": 380,
    "height": 300,
    "fineness": 2,
    "land": land(),
    "colours": dict.fromkeys(("ocean", "land", "border", "accent", "ink"), "#808080"),
    "circles": [{"x": 9 * at, "y": 100, "r": 5, "isArea": False, "text": "Place"} for at in range(30)],
    "names": [{"x": 9 * at, "y": 200, "anchor": "start", "text": "Place"} for at in range(9)],
}
CHART = figure.told("bars", BARS, TEXT, "en")
MAP = figure.told("map", PICTURE, TEXT, "en")


def chart() -> None:
    """Stacked bars of five series over the years."""
    figure.draw(CHART, "chart")


def panel() -> None:
    """The filters."""
    with st.sidebar, st.container(key="panel"):
        st.subheader("Filter meetings", anchor=False)
        st.text_input("Search", key="filter_search")
        st.selectbox("Year", [str(year) for year in range(*YEARS)])
        slider()
        st.multiselect("Body", BODIES, help=TEXT)
        for name, codes in (("Pillar", PILLARS), ("Organization", [f"Organization {number}" for number in range(11)])):
            st.pills(name, codes, selection_mode="multi")
        st.expander("More filters", key="filter_more", on_change="rerun")


def slider() -> None:
    """What the benchmark moves."""
    st.slider("Years", *YEARS, value=YEARS, key="filter_years")


def links(count: int) -> None:
    """Links to pages."""
    for page in PAGES[:count]:
        st.page_link(page, label="A page", query_params={"year": "1990-2020"})


def bar() -> None:
    """The bar with links, menus and languages."""
    with st.container(key="bar", horizontal=True), st.container(key="bar_links", horizontal=True):
        with st.container(key="bar_brand", width="content"):
            st.markdown("Constants", width="content")
        with st.container(key="bar_wide", horizontal=True):
            links(6)
            st.popover("Registers", key="registers", on_change="rerun")
        with st.container(key="bar_narrow"):
            st.popover("Menu", key="menu", on_change="rerun")
        with st.container(key="bar_switch", horizontal=True):
            COMPONENT(key="links")
            with st.container(key="bar_languages"):
                for number in range(3):
                    st.button("Language", key=f"language_{number}")


def answers() -> None:
    """The parts of the page."""
    with st.container(key="sheet"):
        bar()
        st.title("Constants", anchor=False)
        with st.container():
            st.markdown(TEXT)
            with st.container(horizontal=True):
                for number in range(6):
                    st.metric(f"Figure {number}", f"[{number}](/events)", help=TEXT, width="content")
        with st.container(horizontal=True):
            for is_map in (False, True):
                with st.container(), st.container():
                    st.subheader("Chart", anchor=False)
                    st.caption(TEXT)
                    figure.draw(MAP if is_map else CHART, f"chart_{is_map}")
                    st.caption(TEXT)
                    for _ in range(3):
                        with st.container():
                            st.markdown(TEXT)
        with st.container():
            st.subheader("Standing", anchor=False)
            with st.container(border=True):
                for _ in range(3):
                    st.markdown(TEXT)
                with st.expander("More"):
                    st.markdown(TEXT * 3)
                with st.container():
                    links(1)
        with st.container(), st.container():
            links(1)
        with st.container():
            for column in st.columns(2, gap="large"):
                column.subheader("Meetings", anchor=False)
                column.markdown("\n".join([f"- [{TEXT}](/event)"] * 6))
        st.caption(TEXT)
        with st.container():
            st.markdown(TEXT)
        COMPONENT(key="printed")


PAGES = [st.Page(answers, title="Constants", default=True)] + [
    st.Page(lambda: None, title=f"Page {number}", url_path=f"page{number}") for number in range(13)
]
st.set_page_config(layout="wide")
if os.environ.get("BENCHMARK_BARE"):
    slider()
    chart()
else:
    st.html("<style>.st-key-bar { margin: 0; }</style>")
    with together():
        shown = st.navigation(PAGES, position="hidden")
        panel()
        shown.run()
