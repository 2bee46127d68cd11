"""The section of conflicts: each with both sides, what is kept and why; the chosen one with links to its pages."""

import urllib.parse
from zlib import crc32

import pandas as pd
import streamlit as st

from sidang import filters
from sidang.conflict_words import Conflict, about, conflicts_in, field_of, kept, sides_in_words
from sidang.evidence import draw_conflicts
from sidang.filters import draw_jump
from sidang.frame import Page
from sidang.markdown import literal
from sidang.view import View, to_query

ROW_PIXELS = 32
MOST_PIXELS = 480


def draw(page: Page, key: str) -> None:
    """Conflicts about meetings in view, then those about everything else; a row leads to its sides with their pages."""
    language, _ = page.language, page.language.text
    conflicts = conflicts_in(page.ask("conflict_list"))
    st.subheader(_("Where sources disagree"), anchor=False)
    st.caption(
        _(
            "Both sides of every conflict, the source of each with its grade, the value kept and why. A row (by keyboard: "
            "Shift+Space) shows the sides with links to their pages."
        )
    )
    _draw_chosen(page, conflicts)
    of_meetings = [conflict for conflict in conflicts if conflict.is_of_meeting]
    others = [conflict for conflict in conflicts if not conflict.is_of_meeting]
    st.markdown(
        language.count(
            "{n} conflict = {meetings} about meetings in view + {others} about statuses, documents and the like, which no "
            "filter narrows.",
            "{n} conflicts = {meetings} about meetings in view + {others} about statuses, documents and the like, which no "
            "filter narrows.",
            len(conflicts),
            meetings=language.number(len(of_meetings)),
            others=language.number(len(others)),
        )
    )
    for title, name, own in ((_("About meetings"), "meetings", of_meetings), (_("About everything else"), "others", others)):
        if own:
            st.markdown(f"**{title}**")
            _draw_table(page, f"conflicts_{name}_{crc32(key.encode())}", own, title)
    st.caption(_("Edition {edition}.", edition=page.edition.id))


def _draw_table(page: Page, table_key: str, conflicts: list[Conflict], alt: str) -> None:
    _ = page.language.text
    table = conflict_table(page, conflicts)
    st.dataframe(
        table,
        hide_index=True,
        height=min(MOST_PIXELS, ROW_PIXELS * (len(table) + 1) + 2),
        row_height=ROW_PIXELS,
        column_config={
            _("About"): st.column_config.Column(width=210, pinned=True),
            _("Field"): st.column_config.Column(width=90),
            _("Kept"): st.column_config.Column(width=120),
            _("What the sides say"): st.column_config.Column(width=520),
            _("Why"): st.column_config.Column(width=420),
        },
        key=table_key,
        selection_mode="single-row",
        on_select=lambda: _chosen(table_key, [conflict.row.conflict_id for conflict in conflicts], page.view),
        alt=alt,
    )


def conflict_table(page: Page, conflicts: list[Conflict]) -> pd.DataFrame:
    """A row a conflict."""
    language, _ = page.language, page.language.text
    return pd.DataFrame(
        [
            {
                _("About"): about(conflict, language),
                _("Field"): field_of(conflict, language),
                _("Kept"): kept(conflict, language) or _("no value"),
                _("What the sides say"): sides_in_words(conflict, language),
                _("Why"): language.name(conflict.row, "reason") if conflict.row.reason else "",
            }
            for conflict in conflicts
        ],
        columns=[_("About"), _("Field"), _("Kept"), _("What the sides say"), _("Why")],
    )


def _draw_chosen(page: Page, conflicts: list[Conflict]) -> None:
    record, _ = page.view.record, page.language.text
    if not record:
        return
    found = next((conflict for conflict in conflicts if conflict.row.conflict_id == record), None)
    if found is None:
        st.warning(_("`id={id}` names no conflict between sources in this view.", id=record))
        return
    with st.container(border=True, key="chosen_conflict"):
        title = f"**{literal(about(found, page.language))}** · {field_of(found, page.language)}"
        value = kept(found, page.language)
        outcome = _("kept: {value}", value=literal(value)) if value else _("no value kept")
        st.markdown(f"{title} · {outcome}")
        draw_conflicts(page, found.sides)
        address = record_address(page, found)
        with st.container(horizontal=True, gap="small"):
            if address:
                st.link_button(_("Open the record"), address, type="tertiary", icon=":material/arrow_forward:")
            draw_jump(_("Close"), page.view.with_(record=None), "close_conflict", icon=":material/close:", type="tertiary")


def record_address(page: Page, conflict: Conflict) -> str | None:
    """Where the record of a conflict is shown: a meeting in its list, a status in the matrix; None where none shows it."""
    row, base = conflict.row, View(as_of=page.view.as_of, edition=page.view.edition, language=page.view.language)
    if row.event_id:
        years = (row.year, row.year) if row.year else None
        path, view = "/events", base.with_(years=years, bodies=(row.body_id,), is_without_sub_bodies=True)
    elif row.participant_id and row.organization_id:
        path, view = "/membership", base.with_(record=f"{row.participant_id}.{row.organization_id}".lower())
    else:
        return None
    return f"{path}?{urllib.parse.urlencode(to_query(view), safe=',')}"


def _chosen(table_key: str, identifiers: list[str], view: View) -> None:
    rows = st.session_state[table_key].selection.rows
    record = identifiers[rows[0]] if rows else None
    filters.go(view.with_(record=None if view.record == record else record))
