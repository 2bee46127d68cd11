"""Which meetings?"""

import streamlit as st

from sidang import filters, meetings
from sidang.frame import current, draw_filters_in_view, draw_sources, guarded
from sidang.tables import meeting_rows, pillar_names

page = current()
_ = page.language.text
st.title(_("Which meetings?"), anchor=False)


def table() -> None:
    """Answer, search, table, download."""
    events = page.ask("event_list")
    st.markdown(meetings.sentence(page, events))
    draw_filters_in_view(page)
    filters.draw_search(page.view, page.language)
    if events.empty:
        st.info(_("No meeting is in view. Reset the filters or search for fewer words."))
        return
    rows = meeting_rows(events, pillar_names(page.ask("pillar_options"), page.language), page.language)
    st.dataframe(
        rows,
        hide_index=True,
        height=meetings.height(len(rows)),
        column_config=meetings.columns(page.language),
        alt=_("Table of the meetings in view, latest first"),
    )
    st.markdown(meetings.reconciled(page, events))
    draw_sources(page)
    meetings.draw_download(page, rows)


guarded(table, _("Meetings"))
