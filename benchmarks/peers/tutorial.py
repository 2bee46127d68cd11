"""As tutorials build it: Streamlit, the whole table kept in pandas, filtered anew for each figure, stock server."""

import plotly.express as px
import streamlit as st

from benchmarks.peers.rows import meetings


@st.cache_data
def load():  # noqa: ANN201
    """The table, once."""
    return meetings()


st.set_page_config(layout="wide")
table = load()
st.title("Meetings")
first, last = st.sidebar.slider("Years", 1967, 2027, (1967, 2027))
pillars = st.sidebar.multiselect("Pillar", sorted(table["pillar"].unique()))
bodies = st.sidebar.multiselect("Body", sorted(table["body"].unique()))
shown = table[table["year"].between(first, last)]
if pillars:
    shown = shown[shown["pillar"].isin(pillars)]
if bodies:
    shown = shown[shown["body"].isin(bodies)]
one, two, three = st.columns(3)
one.metric("Meetings", len(shown))
two.metric("Bodies", shown["body"].nunique())
three.metric("Cities", shown["city"].nunique())
by_year = shown.groupby(["year", "pillar"]).size().reset_index(name="meetings")
st.plotly_chart(px.bar(by_year, x="year", y="meetings", color="pillar"))
by_city = shown[shown["city"] != ""].groupby("city").size().nlargest(20).reset_index(name="meetings")
st.plotly_chart(px.bar(by_city, x="meetings", y="city", orientation="h"))
st.dataframe(shown.sort_values("start_date", ascending=False).head(1000))
