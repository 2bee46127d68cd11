"""The ways by which a table leaves a page: as CSV and as an Excel workbook, as shown and with everything."""

import streamlit as st

from sidang.downloads import ROWS, TYPES, table_address
from sidang.export_tables import TABLES
from sidang.frame import Page, has_routes, is_embedded
from sidang.view import View


def draw_downloads(page: Page, name: str, view: View | None = None) -> None:
    """Links to a table of the page as files, which the server answers without this session; none in embedded pages.

    `name` is one of export_tables.TABLES; `view` that of the table where it is not the page's own.
    """
    if not has_routes() or is_embedded():
        return
    _ = page.language.text
    own = (view or page.view).with_(edition=page.edition.id, language=page.language.code)
    # The page counts its sources; what is taken away is the sources themselves.
    labels = {
        "shown": _("All these sources") if name == "sources" else _("This table"),
        "everything": _("with all columns and codes"),
    }
    told = []
    for rows in ROWS if TABLES[name].everything else ROWS[:1]:
        ways = " · ".join(f"[{form.upper()}]({table_address(name, form, own, rows)})" for form in TYPES)
        told.append(f"{labels[rows]}: {ways}")
    with st.container(key=f"controls_downloads_{name}"):
        st.markdown(f":small[{'; '.join(told)}]")
