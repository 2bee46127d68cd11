"""Overview with constants in the place of every answer: the same widgets, texts, figures and chart, nothing asked.

With BENCHMARK_BARE it is only a slider and the chart: what Streamlit itself costs at the least.
"""

import os

import plotly.graph_objects as go
import streamlit as st

YEARS = (1967, 2027)
BODIES = [f"Body {number} · A meeting of officials on the subject of number {number} ({number})" for number in range(210)]
PILLARS = [f"Pillar {number}" for number in range(5)]
TEXT = "The meeting of officials in a city, its day and what was agreed, in as many words as a line of the page holds."


def chart() -> None:
    """Stacked bars of five series over the years."""
    figure = go.Figure({"data": [bars(number) for number in range(5)], "layout": {"template": None, "height": 340}})
    figure.update_layout(barmode="stack")
    st.plotly_chart(figure, theme=None, key="chart")


def bars(number: int) -> dict[str, object]:
    """One series."""
    return {
        "type": "bar",
        "x": [str(year) for year in range(*YEARS)],
        "y": [(year * (number + 1)) % 17 for year in range(*YEARS)],
        "name": PILLARS[number],
        "marker": {"pattern": {"shape": [""] * (YEARS[1] - YEARS[0]), "fillmode": "replace", "size": 5}},
    }


def panel() -> None:
    """The filters."""
    with st.sidebar:
        st.subheader("Filter meetings", anchor=False)
        st.selectbox("Year", [str(year) for year in range(*YEARS)])
        slider()
        st.multiselect("Body", BODIES, help=TEXT)
        st.pills("Pillar", PILLARS, selection_mode="multi")
        st.pills("Organization", [f"Organization {number}" for number in range(11)], selection_mode="multi")
        st.button("Reset filters", width="stretch")


def slider() -> None:
    """What the benchmark moves."""
    st.slider("Years", *YEARS, value=YEARS, key="filter_years")


def bar() -> None:
    """The bar with links and languages."""
    with st.container(key="bar", horizontal=True, horizontal_alignment="distribute"):
        with st.container(horizontal=True, width="content"):
            for number in range(3):
                with st.container(key=f"bar_{number}", width="content"):
                    st.markdown("Link", width="content")
            st.popover("Menu").markdown("Link")
        st.segmented_control("Language", ["English", "Indonesia"], label_visibility="collapsed")


def answers() -> None:
    """The parts of the page."""
    st.title("Constants", anchor=False)
    st.markdown(TEXT)
    with st.container(horizontal=True):
        for number in range(6):
            st.metric(f"Figure {number}", number, help=TEXT, width="content")
    st.subheader("Chart", anchor=False)
    st.caption(TEXT)
    chart()
    st.caption(TEXT)
    st.markdown(TEXT)
    st.subheader("Standing", anchor=False)
    with st.container(border=True):
        for _ in range(3):
            st.markdown(TEXT)
        st.expander("More").markdown(TEXT * 3)
        st.caption(TEXT)
    for column in st.columns(2, gap="large"):
        column.subheader("Meetings", anchor=False)
        column.markdown("\n".join([f"- {TEXT}"] * 6))
    st.caption(TEXT)


st.set_page_config(layout="wide")
if os.environ.get("BENCHMARK_BARE"):
    slider()
    chart()
else:
    panel()
    bar()
    answers()
