"""What has the region met about, where, with whom?"""

import streamlit as st

from sidang import charts, overview
from sidang.frame import current, draw_filters_in_view, draw_sources, guarded
from sidang.tables import pillar_names

page = current()
_ = page.language.text
st.title(_("What has the region met about, where and with whom?"), anchor=False)


def figures() -> None:
    """The answer in one sentence, the figures with their definitions, and how they add up."""
    st.markdown(overview.sentence(page))
    draw_filters_in_view(page)
    with st.container(horizontal=True, gap="medium"):
        for figure in overview.figures(page):
            st.metric(figure.label, figure.value, help=figure.definition, width="content")


def by_year() -> None:
    """Meetings a year by lead pillar, and the line that reconciles the figures."""
    rows = page.ask("meetings_by_year")
    st.subheader(_("Meetings a year, by pillar"), anchor=False)
    if rows.empty:
        st.info(_("No meeting held is in view. Reset the filters or choose fewer of them."))
        return
    st.caption(
        _(
            "Number of meetings known to be held, by year of their first day. Totals show what was collected, not what "
            "happened; hatched: the year is not wholly collected yet."
        )
    )
    years = page.view.years or (int(rows["year"].min()), int(rows["year"].max()))
    hover = "%{x}: %{y} · %{fullData.name}<extra></extra>"
    names = pillar_names(page.ask("pillar_options"), page.language)
    figure = charts.meetings_by_year(rows, names, years, page.edition.data_until.year, hover, page.theme)
    st.plotly_chart(figure, theme=None, config={"displayModeBar": False}, alt=overview.chart_in_words(page, rows))
    draw_sources(page)
    st.markdown(overview.reconciled(page))


def timor_leste() -> None:
    """Timor-Leste's standing in ASEAN on the day of the view, and how it came there."""
    overview.draw_timor_leste(page)


def latest() -> None:
    """The latest meetings held, and those that are still to come."""
    left, right = st.columns(2, gap="large")
    overview.draw_meetings(page, left, _("Latest meetings"), overview.latest(page))
    overview.draw_meetings(page, right, _("Upcoming meetings"), overview.upcoming(page))


guarded(figures, _("Figures"))
guarded(by_year, _("Meetings a year, by pillar"))
guarded(timor_leste, "Timor-Leste")
guarded(latest, _("Latest meetings"))
