"""What has the region met about, where, with whom?"""

import streamlit as st

from sidang import advice, overview, small_map, standing
from sidang.frame import current, guarded

page = current()
_ = page.language.text
st.title(_("What has the region met about, where and with whom?"), anchor=False)
guarded(page, overview.draw_figures, _("Figures"))
if overview.is_empty(page):
    guarded(page, lambda page, _: advice.draw_empty(page), _("Filters"))
else:
    with st.container(horizontal=True, gap="medium"):
        guarded(page, overview.draw_by_year, _("Meetings a year, by pillar"))
        with st.container(width=small_map.WIDTH):
            guarded(page, overview.draw_map, _("Map"))
            guarded(page, overview.draw_way_to_venues, _("Map"))
guarded(page, lambda page, _: standing.draw_timor_leste(page, page.key_of_day), "Timor-Leste")
guarded(page, standing.draw_way, "Timor-Leste")
guarded(page, overview.draw_latest, _("Latest meetings"))
