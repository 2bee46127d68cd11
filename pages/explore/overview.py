"""What has the region met about, where, with whom?"""

import streamlit as st

from sidang import charts, overview
from sidang.frame import current, draw_filters_in_view, guarded
from sidang.tables import pillar_names

page = current()
_ = page.language.text
st.title(_("What has the region met about, where and with whom?"), anchor=False)


def figures() -> None:
    """The answer in one sentence, and the figures with their definitions."""
    st.markdown(overview.sentence(page))
    draw_filters_in_view(page)
    for column, figure in zip(st.columns(len(overview.FIGURES)), overview.figures(page), strict=True):
        column.metric(figure.label, figure.value, help=figure.definition)


def by_year() -> None:
    """Meetings a year by lead pillar."""
    rows = page.ask("meetings_by_year")
    st.subheader(_("Meetings a year, by pillar"), anchor=False)
    if rows.empty:
        st.info(_("No meeting held is in view. Reset the filters or choose fewer of them."))
        return
    st.caption(_("Number of meetings held and known, by year of the first day. Hatched: the year is not wholly collected yet."))
    years = page.view.years or (int(rows["year"].min()), page.codes.years[1])
    hover = "%{x}: %{y} · %{fullData.name}<extra></extra>"
    figure = charts.meetings_by_year(
        rows, pillar_names(page.ask("pillar_options"), page.language), years, page.edition.data_until.year, hover, page.theme
    )
    st.plotly_chart(figure, theme=None, config={"displayModeBar": False}, alt=overview.chart_in_words(page, rows))


def latest() -> None:
    """The latest meetings held, and what is announced."""
    left, right = st.columns(2, gap="large")
    overview.draw_meetings(page, left, _("Latest meetings"), overview.latest(page))
    overview.draw_meetings(page, right, _("Upcoming meetings"), overview.upcoming(page))


def timor_leste() -> None:
    """Timor-Leste's standing in ASEAN today, and how it came there."""
    overview.draw_timor_leste(page)


guarded(figures, _("Figures"))
guarded(by_year, _("Meetings a year, by pillar"))
guarded(timor_leste, "Timor-Leste")
guarded(latest, _("Latest meetings"))
