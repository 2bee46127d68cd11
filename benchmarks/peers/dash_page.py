"""As Dash builds it: one callback for figures, charts and table, the table in pandas, under its own production server."""

import sys

import plotly.express as px
from dash import Dash, Input, Output, dash_table, dcc, html

from benchmarks.peers.rows import meetings

table = meetings()
app = Dash(__name__, serve_locally=True)
app.layout = html.Div(
    [
        html.H1("Meetings"),
        dcc.RangeSlider(1967, 2027, 1, value=[1967, 2027], id="years", marks=None),
        dcc.Dropdown(sorted(table["pillar"].unique()), multi=True, id="pillars"),
        dcc.Dropdown(sorted(table["body"].unique()), multi=True, id="bodies"),
        html.Div(id="figures"),
        dcc.Graph(id="by_year"),
        dcc.Graph(id="by_city"),
        dash_table.DataTable(id="rows", page_size=25),
        html.Button("1990 to 2020", id="earlier"),
    ]
)


@app.callback(
    Output("figures", "children"),
    Output("by_year", "figure"),
    Output("by_city", "figure"),
    Output("rows", "data"),
    Input("years", "value"),
    Input("pillars", "value"),
    Input("bodies", "value"),
)
def answer(years, pillars, bodies):  # noqa: ANN001, ANN201
    """All outputs for the filters."""
    shown = table[table["year"].between(*years)]
    if pillars:
        shown = shown[shown["pillar"].isin(pillars)]
    if bodies:
        shown = shown[shown["body"].isin(bodies)]
    by_year = shown.groupby(["year", "pillar"]).size().reset_index(name="meetings")
    by_city = shown[shown["city"] != ""].groupby("city").size().nlargest(20).reset_index(name="meetings")
    figures = f"{len(shown)} meetings, {shown['body'].nunique()} bodies, {shown['city'].nunique()} cities"
    rows = shown.sort_values("start_date", ascending=False).head(1000).to_dict("records")
    bars = px.bar(by_city, x="meetings", y="city", orientation="h")
    return figures, px.bar(by_year, x="year", y="meetings", color="pillar"), bars, rows


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(sys.argv[1]), debug=False)
