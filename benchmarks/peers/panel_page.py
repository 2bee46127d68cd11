"""As Panel builds it: figures, charts and a table bound to the filters, the table in pandas, under its own server."""

import sys

import panel as pn
import plotly.express as px

from benchmarks.peers.rows import meetings

pn.extension("plotly", "tabulator")
table = meetings()


def page():  # noqa: ANN201
    """The page of one session."""
    years = pn.widgets.IntRangeSlider(name="Years", start=1967, end=2027, value=(1967, 2027))
    pillars = pn.widgets.MultiChoice(name="Pillar", options=sorted(table["pillar"].unique()))
    bodies = pn.widgets.MultiChoice(name="Body", options=sorted(table["body"].unique()))
    earlier = pn.widgets.Button(name="1990 to 2020")
    steps = iter(range(1990, 2020))
    earlier.on_click(lambda _: years.param.update(value=(next(steps), 2020)))

    def shown(years, pillars, bodies):  # noqa: ANN001, ANN202
        found = table[table["year"].between(*years)]
        if pillars:
            found = found[found["pillar"].isin(pillars)]
        if bodies:
            found = found[found["body"].isin(bodies)]
        return found

    rows = pn.bind(shown, years, pillars, bodies)

    def figures(rows):  # noqa: ANN001, ANN202
        return f"{len(rows)} meetings, {rows['body'].nunique()} bodies, {rows['city'].nunique()} cities"

    def by_year(rows):  # noqa: ANN001, ANN202
        counted = rows.groupby(["year", "pillar"]).size().reset_index(name="meetings")
        return px.bar(counted, x="year", y="meetings", color="pillar")

    def by_city(rows):  # noqa: ANN001, ANN202
        counted = rows[rows["city"] != ""].groupby("city").size().nlargest(20).reset_index(name="meetings")
        return px.bar(counted, x="meetings", y="city", orientation="h")

    def listed(rows):  # noqa: ANN001, ANN202
        return pn.widgets.Tabulator(
            rows.sort_values("start_date", ascending=False).head(1000), pagination="remote", page_size=25
        )

    return pn.Row(
        pn.Column(years, pillars, bodies, earlier),
        pn.Column(
            pn.pane.Markdown("# Meetings"),
            pn.panel(pn.bind(figures, rows)),
            pn.pane.Plotly(pn.bind(by_year, rows)),
            pn.pane.Plotly(pn.bind(by_city, rows)),
            pn.panel(pn.bind(listed, rows)),
        ),
    )


if __name__ == "__main__":
    pn.serve(page, port=int(sys.argv[1]), address="127.0.0.1", show=False, title="Meetings")
