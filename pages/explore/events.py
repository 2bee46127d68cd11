"""Which meetings?"""

import streamlit as st

from sidang import advice, meetings, subscriptions, view_controls, ways
from sidang.frame import Page, current, draw_sources, guarded, is_embedded
from sidang.participation import recorded_sentence

page = current()
_ = page.language.text
st.title(_("Which meetings?"), anchor=False)


def table(page: Page, key: str) -> None:
    """Answer, search, table, reconciling line, download."""
    rows = meetings.meetings_in_table(page)
    st.markdown(meetings.sentence(page))
    recorded = recorded_sentence(page)
    if recorded:
        st.markdown(recorded)
    if rows.empty:
        advice.draw_empty(page)
        return
    if not is_embedded():
        view_controls.draw_sort(page.view, page.language)
    meetings.draw_table(page, key)
    st.markdown(meetings.reconciled(page))
    cut = meetings.cut_in_words(page)
    if cut:
        st.caption(cut)
    gaps = meetings.missing_numbers(page)
    if gaps:
        st.caption(gaps)
    draw_sources(page, None)
    meetings.draw_download(page, rows)
    ways.draw_downloads(page, "meetings")
    subscriptions.draw_subscriptions(page)


guarded(page, table, _("Meetings"))
