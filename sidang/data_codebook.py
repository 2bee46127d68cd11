"""The section of the codebook: every table and field with type, meaning, constraints and example, from the descriptor."""

import pandas as pd
import streamlit as st

from sidang.codebook import DescribedTable, codebook_of
from sidang.frame import Page
from sidang.markdown import literal

ROW_PIXELS = 30
LINE_PIXELS = 22


def draw(page: Page, key: str) -> None:
    """Every table with its fields, as the edition's own descriptor tells them, in English on every page."""
    language, _ = page.language, page.language.text
    st.subheader(_("Codebook"), anchor=False)
    book = codebook_of(page.edition)
    if book is None:
        st.info(_("This edition carries no description of its tables."))
        return
    fields = sum(len(table.fields) for table in book)
    st.markdown(
        language.count("{n} table", "{n} tables", len(book))
        + ", "
        + language.count("{n} field", "{n} fields", fields)
        + ", "
        + language.count("{n} row.", "{n} rows.", sum(table.rows for table in book))
    )
    st.caption(
        _(
            "From datapackage.json of edition {edition}, which describes its tables in English. An empty cell means not "
            "known or not applicable, never “no”.",
            edition=page.edition.id,
        )
    )
    for table in book:
        _draw_table(page, table)


def _draw_table(page: Page, table: DescribedTable) -> None:
    language, _ = page.language, page.language.text
    mark = language.mark_of_english
    rows = language.count("{n} row", "{n} rows", table.rows)
    with st.expander(f"**{table.name}** · {rows}"):
        st.markdown(literal(table.description + mark))
        cited = _("each row has a source") if table.is_cited else _("reference table")
        st.caption(_("Key: {key}; {cited}.", key=literal(table.key), cited=cited))
        st.table(
            pd.DataFrame(
                [
                    {
                        _("Field"): f"`{field.name}`",
                        _("Type"): field.type,
                        _("Meaning"): literal(field.description + mark),
                        _("Constraints"): literal(field.constraints + (mark if field.constraints else "")),
                        _("Filled"): language.percent(field.filled / table.rows) if table.rows else "–",
                        _("Example"): literal(field.example),
                    }
                    for field in table.fields
                ]
            ),
            hide_index=True,
            border="horizontal",
        )
