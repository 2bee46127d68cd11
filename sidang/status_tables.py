"""Tables of statuses: those of a day, by organization or by participant, and what changed between two days."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from sidang import table_view, view_controls
from sidang.evidence import basis_of
from sidang.frame import Page, current, is_embedded
from sidang.names import organization_name
from sidang.questions import Rows
from sidang.standing import span_in_words
from sidang.status_words import standing_word, status_word


def draw_table(table: pd.DataFrame, columns: Mapping[str, Any], alt: str) -> None:
    """A table for reading, on the screen and on paper; columns by their width in pixels or as Streamlit configures them."""
    configured = {
        name: st.column_config.Column(width=column) if isinstance(column, int) else column
        for name, column in columns.items()
    }
    table_view.draw_table(table, alt, configured, current().language)


def draw_list(page: Page, key: str) -> None:
    """All statuses of the day in words, by organization or by participant."""
    language, _ = page.language, page.language.text
    st.subheader(_("Statuses on the day"), anchor=False)
    if not is_embedded():
        view_controls.draw_setting(
            _("Read by"), "read", {"organization": _("Organization"), "participant": _("Participant")}, page.view
        )
    rows = page.ask("held_statuses")
    if not rows:
        st.caption(_("No status is recorded in view on this day."))
        return
    table = list_table(rows, page)
    draw_table(
        table,
        {
            _("Organization"): 110,
            _("Participant"): 190,
            _("Status"): 210,
            _("Since"): 110,
            _("Until"): 110,
            _("By which act"): 300,
            _("Sources"): 70,
            _("Conflicts"): 80,
        },
        _("Table of the statuses on the day"),
    )
    possible = sum(not row.is_certain for row in rows)
    line = language.count("{n} status", "{n} statuses", len(rows))
    terms = [language.count("{n} certain", "{n} certain", len(rows) - possible)]
    if possible:
        terms.append(language.count("{n} possible", "{n} possible", possible))
    st.markdown(f"{line} = {' + '.join(terms)}.")


def list_table(rows: Rows, page: Page) -> pd.DataFrame:
    """The statuses of a day as a table for reading."""
    language, _ = page.language, page.language.text
    if page.view.read == "participant":
        rows = tuple(sorted(rows, key=lambda row: (row.name, row.participant_id)))
    table = []
    for row in rows:
        word = status_word(language, row)
        organization = organization_name(row, language)
        names = {_("Organization"): organization, _("Participant"): language.name(row)}
        if page.view.read == "participant":
            names = dict(reversed(names.items()))
        table.append(
            {
                **names,
                _("Status"): word if row.is_certain else _("possibly {status}", status=word),
                _("Since"): language.date(row.from_date) if row.from_date else _("start not known"),
                _("Until"): span_in_words(language, row)[1],
                _("By which act"): basis_of(row, language),
                _("Sources"): row.sources,
                _("Conflicts"): row.conflicts,
            }
        )
    first = [_("Organization"), _("Participant")]
    rest = (_("Status"), _("Since"), _("Until"), _("By which act"), _("Sources"), _("Conflicts"))
    return pd.DataFrame(table, columns=[*(reversed(first) if page.view.read == "participant" else first), *rest])


def draw_changes(page: Page, key: str) -> None:
    """What changed between two days, as a list."""
    language, _ = page.language, page.language.text
    since = page.view.compared_with(page.as_of)
    st.subheader(_("What changed between two days"), anchor=False)
    if not is_embedded():
        view_controls.draw_day(_("Since"), "since", since, _("The changes after this day, up to the day of the view."))
    rows = page.ask("status_changes", since=since)
    span = {"since": language.date(since.isoformat()), "day": language.date(page.as_of.isoformat())}
    if since > page.as_of:
        st.warning(_("{since} lies after the day of the view, {day}.", **span))
        return
    if not rows:
        st.caption(_("No change is recorded in view from {since} to {day}.", **span))
        return
    st.markdown(
        language.count("**{n} change** from {since} to {day}.", "**{n} changes** from {since} to {day}.", len(rows), **span)
    )
    table = change_table(rows, page)
    draw_table(
        table,
        {
            _("Day"): 110,
            _("Participant"): 190,
            _("Organization"): 110,
            _("Change"): 330,
            _("By which act"): 300,
        },
        _("Table of the changes between the two days"),
    )


def change_table(rows: Iterable[Any], page: Page) -> pd.DataFrame:
    """Changes of statuses as a table for reading."""
    language, _ = page.language, page.language.text
    table = []
    for row in rows:
        word = status_word(language, row)
        if row.change == "ended":
            change = _("{status}: ended", status=word)
        elif row.before_status and row.track == "standing":
            before = standing_word(language, row.before_status, row.member_term)
            change = _("{before} → {status}", before=before, status=word)
        else:
            change = _("{status}: began", status=word)
        table.append(
            {
                _("Day"): language.date(row.date),
                _("Participant"): language.name(row),
                _("Organization"): organization_name(row, language),
                _("Change"): change,
                _("By which act"): basis_of(row, language) if row.basis and row.change == "began" else "",
            }
        )
    heads = (_("Day"), _("Participant"), _("Organization"), _("Change"), _("By which act"))
    return pd.DataFrame(table, columns=list(heads))
