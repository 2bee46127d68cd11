"""Where do they meet?"""

import streamlit as st

from sidang import advice, overview, venue_controls, venues, ways
from sidang.frame import current, guarded, is_embedded
from sidang.venue_marks import Venues

page = current()
_ = page.language.text
st.title(_("Where do they meet?"), anchor=False)
guarded(page, venues.draw_answer, _("Sentence"))
if not is_embedded():
    guarded(page, venue_controls.draw_controls, _("Settings of the map"))
guarded(page, venues.draw_picture, _("Map"))
if not is_embedded():
    guarded(page, venue_controls.draw_record, _("Lines on the map"))
if overview.is_empty(page):
    guarded(page, lambda page, _: advice.draw_empty(page), _("Filters"))
elif not overview.is_empty(Venues(page).now):
    guarded(page, venues.draw_table, _("Places"))
    ways.draw_downloads(page, "places", page.view.at_moment)
    guarded(page, venues.draw_meetings, _("Meetings"))
