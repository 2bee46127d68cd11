"""Who holds which status, since when?"""

import streamlit as st

from sidang import membership, status_bars, status_tables, ways
from sidang.frame import current, guarded, is_embedded

page = current()
_ = page.language.text
st.title(_("Who holds which status, since when?"), anchor=False)
guarded(page, membership.draw_answer, _("Sentence"))
if not is_embedded():
    guarded(page, membership.draw_days, _("As of"))
guarded(page, membership.draw_matrix, _("Matrix of statuses"))
ways.draw_downloads(page, "matrix")
guarded(page, membership.draw_record, _("Evidence"))
guarded(page, status_tables.draw_list, _("Statuses on the day"))
ways.draw_downloads(page, "statuses")
guarded(page, status_bars.draw_timeline, _("Statuses over time"))
guarded(page, status_tables.draw_changes, _("What changed"))
ways.draw_downloads(page, "changes")
