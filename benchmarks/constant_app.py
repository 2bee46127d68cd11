"""A page of as many constant charts as BENCHMARK_CHARTS says, and a slider to rerun it: what Streamlit itself costs."""

import os

import plotly.graph_objects as go
import streamlit as st

YEARS = (1967, 2026)

st.set_page_config(layout="wide")
st.sidebar.slider("Years", *YEARS, value=YEARS, key="filter_years")
st.title("Constant charts")
for number in range(int(os.environ.get("BENCHMARK_CHARTS", "1"))):
    figure = go.Figure(layout={"template": None, "barmode": "stack", "height": 420})
    for pillar in range(5):
        figure.add_bar(x=list(range(*YEARS)), y=[(year * (pillar + 1)) % 17 for year in range(*YEARS)], name=f"{pillar}")
    st.plotly_chart(figure, theme=None, key=f"chart_{number}")
