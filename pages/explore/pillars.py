"""How is the work spread over the pillars?"""

import streamlit as st

from sidang import advice, overview, pillar_topics, pillar_tree, pillars
from sidang.frame import current, guarded

page = current()
_ = page.language.text
st.title(_("How is the work spread over the pillars?"), anchor=False)
guarded(page, pillars.draw_answer, _("Sentence"))
if overview.is_empty(page):
    guarded(page, lambda page, _: advice.draw_empty(page), _("Filters"))
else:
    guarded(page, pillars.draw_years, _("Year by year, in each pillar"))
    guarded(page, pillar_tree.draw_hierarchy, _("From organization to sub-body"))
    guarded(page, pillars.draw_levels, _("On which level"))
    guarded(page, pillar_topics.draw_cross, _("Across the pillars"))
    guarded(page, pillar_topics.draw_topics, _("Topics over time"))
    guarded(page, pillar_topics.draw_parts, _("Components"))
