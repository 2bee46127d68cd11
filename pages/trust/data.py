"""How far can this be trusted?"""

from collections.abc import Callable

import streamlit as st

from sidang import (
    data_codebook,
    data_conflicts,
    data_coverage,
    data_downloads,
    data_editions,
    data_page,
    data_sources,
    ways,
)
from sidang.export_tables import TABLES
from sidang.frame import Page, current, guarded, is_embedded

SECTIONS: dict[str, Callable[[Page, str], None]] = {
    "coverage": data_coverage.draw,
    "fields": data_sources.draw_fields,
    "sources": data_sources.draw_sources,
    "conflicts": data_conflicts.draw,
    "codebook": data_codebook.draw,
    "editions": data_editions.draw,
    "downloads": data_downloads.draw,
}
page = current()
_ = page.language.text
st.title(_("How far can this be trusted?"), anchor=False)
guarded(page, data_page.draw_answer, _("Sentence"))
if not is_embedded():
    data_page.draw_switch(page, page.key)
guarded(page, SECTIONS[page.view.section], data_page.section_names(page.language)[page.view.section])
if page.view.section in TABLES:
    ways.draw_downloads(page, page.view.section)
