"""Which meetings?"""

import streamlit as st

from sidang import filters, meetings
from sidang.frame import Page, current, draw_filters_in_view, draw_sources, guarded

page = current()
_ = page.language.text
st.title(_("Which meetings?"), anchor=False)


def table(page: Page, key: str) -> None:
    """Answer, search, table, reconciling line, download."""
    rows = meetings.meetings_in_table(page)
    st.markdown(meetings.sentence(page))
    draw_filters_in_view(page)
    filters.draw_search(page.view, page.language)
    if rows.empty:
        st.info(_("No meeting is in view. Reset the filters or search for fewer words."))
        return
    meetings.draw_table(page, key)
    st.markdown(meetings.reconciled(page))
    gaps = meetings.missing_numbers(page)
    if gaps:
        st.caption(gaps)
    draw_sources(page, None)
    meetings.draw_download(page, rows)


guarded(page, table, _("Meetings"))
