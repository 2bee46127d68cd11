"""The page of statuses: the day from which it is seen, the answer, the matrix, and the evidence behind a cell."""

import datetime
from dataclasses import replace
from typing import Any
from zlib import crc32

import streamlit as st

from sidang import filters, table_view, view_controls
from sidang.dates import today
from sidang.evidence import draw_evidence
from sidang.filters import draw_jump
from sidang.frame import KEPT_PARTS, Page
from sidang.matrix import Cell, Matrix, in_words, legend, matrix_of, styled
from sidang.names import meeting_name, organization_name
from sidang.standing import step
from sidang.status_words import absence_word, standing_count, status_word
from sidang.view import FIRST_DAY, LAST_DAY, View, to_query

MOST_MEETINGS = 300
MOST_NAMED = 5
DAY = datetime.timedelta(days=1)


@st.cache_data(max_entries=KEPT_PARTS, show_spinner=False)
def draw_answer(_page: Page, key: str) -> None:
    """The answer in one sentence: how many hold which standing on the day of the view."""
    st.markdown(sentence(_page))


def sentence(page: Page) -> str:
    """How many members each organization in view has on the day; of a single organization all standings."""
    language, _ = page.language, page.language.text
    rows = page.ask("standing_counts")
    day = language.date(page.as_of.isoformat())
    if not rows:
        return _("**No standing** is recorded in view on {day}.", day=day)
    by_organization: dict[str, list[Any]] = {}
    for row in rows:
        by_organization.setdefault(row.organization_id, []).append(row)
    if len(by_organization) == 1:
        (counts,) = by_organization.values()
        first = next((row for row in counts if row.status == "member"), counts[0])
        rest = [_counted(page, row) for row in counts if row is not first]
        name = language.short_name(first) or language.name(first)
        answer = _("**{count}** in {organization} on {day}", count=_counted(page, first), organization=name, day=day)
        return (answer + "; " + _("beside it {others}", others=language.listing(rest)) if rest else answer) + "."
    holders = {row.participant_id for row in page.ask("standing_matrix") if row.track == "standing" and row.status}
    members = [
        f"{language.short_name(row) or language.name(row)} {_counted(page, row)}"
        for counts in by_organization.values()
        for row in counts
        if row.status == "member"
    ]
    answer = language.count(
        "**{n} participant** with a standing in {organizations} organizations on {day}",
        "**{n} participants** with a standing in {organizations} organizations on {day}",
        len(holders), organizations=language.number(len(by_organization)), day=day,
    )  # fmt: skip
    if len(members) > MOST_NAMED:
        more = len(members) - MOST_NAMED
        members = [*members[:MOST_NAMED], language.count("and {n} more", "and {n} more", more)]
    return f"{answer}: {'; '.join(members)}." if members else f"{answer}."


def _counted(page: Page, row: Any) -> str:
    language, _ = page.language, page.language.text
    if not row.certain:
        return _("possibly {status}", status=standing_count(language, row.status, row.member_term, row.possible))
    text = standing_count(language, row.status, row.member_term, row.certain)
    if not row.is_complete and not page.view.participants:
        text = _("at least {count}", count=text)
    if row.possible:
        text += " " + language.count("(and {n} whose day is not known)", "(and {n} whose days are not known)", row.possible)
    return text


def draw_days(page: Page, key: str) -> None:
    """The day from which the view is seen, and ways to move it: by a day, by a change, to a meeting, to today."""
    language, _ = page.language, page.language.text
    days = [row.day for row in page.ask("change_days")]
    before = max((day for day in days if day < page.as_of), default=None)
    after = min((day for day in days if day > page.as_of), default=None)
    meetings = {row.event_id: row for row in page.ask("event_list", most=MOST_MEETINGS) if len(row.start_date or "") == 10}
    with st.container(key="controls_days", horizontal=True, gap="small", vertical_alignment="bottom"):
        view_controls.draw_day(
            _("As of"),
            "as_of",
            page.as_of,
            _("The day on which the statuses are shown, any since 1967. It is part of the link."),
        )
        moves = (
            ("day_before", _("Day before"), ":material/chevron_left:", page.as_of - DAY),
            ("day_after", _("Day after"), ":material/chevron_right:", page.as_of + DAY),
            ("change_before", _("Previous change"), ":material/first_page:", before),
            ("change_after", _("Next change"), ":material/last_page:", after),
            ("today", _("Today"), ":material/today:", today()),
        )
        for name, label, icon, day in moves:
            is_dead = day is None or not FIRST_DAY <= day <= LAST_DAY or day == page.as_of
            target = page.view if is_dead else seen_from(page.view, day)
            draw_jump(label, target, name, icon=icon, disabled=is_dead)
        if meetings:
            st.selectbox(
                _("Or the day of a meeting"),
                list(meetings),
                index=None,
                key="meeting_day",
                format_func=lambda code: (
                    f"{meeting_name(meetings[code], language)} · {language.date(meetings[code].start_date)}"
                ),
                placeholder=_("Choose one of the meetings in view"),
                on_change=lambda: _take_meeting(page.view, meetings),
                width=420,
            )


def seen_from(view: View, day: datetime.date | None) -> View:
    """The view seen from another day; today is not written into the link."""
    return view.with_(as_of=None if day is None or day == today() else day.isoformat())


def _take_meeting(view: View, meetings: dict[str, Any]) -> None:
    chosen = st.session_state["meeting_day"]
    st.session_state["meeting_day"] = None
    if chosen:
        filters.go(view.with_(as_of=meetings[chosen].start_date))


def draw_matrix(page: Page, key: str) -> None:
    """The matrix, of which a cell leads to its evidence, and what its letters mean."""
    language, _ = page.language, page.language.text
    matrix = matrix_of(page)
    if not matrix.cells:
        st.info(_("None of the organizations in view has a column in the matrix; what is known of them is listed below."))
        return
    table_key = f"matrix_{crc32(key.encode())}"
    table_view.draw_table(
        styled(matrix, language, page.theme),
        _("Matrix of statuses; the list below says the same"),
        {
            _("Participant"): st.column_config.Column(width=190, pinned=True),
            **{title: st.column_config.Column(width=74, alignment="center") for title in matrix.organizations.values()},
        },
        language,
        key=table_key,
        selection_mode="single-cell",
        on_select=lambda: _cell_chosen(table_key, matrix, page.view),
    )
    st.caption(legend(matrix, language))
    st.caption(
        _(
            "A cell leads to its evidence (by keyboard: arrow keys, then Enter). “no”: the list of members is complete for "
            "that day. Of the filters, organization and “recorded as taking part” choose columns and lines here; the others "
            "concern meetings. Edition {edition}.",
            edition=page.edition.id,
        )
    )


def _cell_chosen(key: str, matrix: Matrix, view: View) -> None:
    cells = st.session_state[key].selection.cells
    if not cells:
        return
    line, title = cells[0]
    participant = list(matrix.names)[line]
    codes = {name: code for code, name in matrix.organizations.items()}
    record = matrix.cells[participant, codes[title]].record if title in codes else participant.lower()
    filters.go(view.with_(record=None if view.record == record else record))


def cell_meant(page: Page) -> tuple[str | None, str | None]:
    """The participant and the organization that the record of the view names; None for what it does not."""
    name, _, organization = (page.view.record or "").lower().partition(".")
    return page.codes.listed["with"].get(name), page.codes.listed["org"].get(organization)


def draw_record(page: Page, key: str) -> None:
    """The evidence behind the chosen cell, or all statuses of the chosen participant."""
    if not page.view.record:
        return
    language, _ = page.language, page.language.text
    participant, organization = cell_meant(page)
    if participant is None or (organization is None and "." in page.view.record):
        st.warning(
            _("`id={id}` names no participant and organization of this page, such as `tls.asean`.", id=page.view.record)
        )
        return
    titles = {row.organization_id: row for row in page.ask("organizations")}
    chosen = page.view.with_(participants=(participant,), organizations=(organization,) if organization else ())
    own = matrix_of(replace(page, view=chosen))
    name = own.names[participant] if own.names else language.name(page.ask("participant", participant_id=participant)[0])
    day = language.date(page.as_of.isoformat())
    with st.container(border=True):
        if organization:
            row = titles[organization]
            place = language.short_name(row) or language.name(row)
            st.subheader(_("{participant} in {organization}", participant=name, organization=place), anchor=False)
            cell = own.cells.get((participant, organization))
            words = in_words(cell, language, row.member_term) if cell else held_in_words(page, participant, organization)
            st.markdown(_("On {day}: {status}.", day=day, status=f"**{words}**"))
            _draw_beginning(page, cell, row, participant)
            draw_evidence(page, participant, organization)
        else:
            st.subheader(name, anchor=False)
            for held in page.ask("held_statuses", participants=(participant,), organizations=()):
                st.markdown(f"- {organization_name(held, language)}: {step(page, held)}")
        with st.container(key="controls_record"):
            st.page_link(
                "pages/status/participant.py",
                label=_("Everything about {participant}", participant=name),
                query_params=link_to(page, participant),
                icon=":material/arrow_forward:",
            )
            draw_jump(_("Close"), page.view.with_(record=None), "close_record", icon=":material/close:", type="tertiary")


def held_in_words(page: Page, participant: str, organization: str) -> str:
    """The statuses of the day in an organization that has no column, in words."""
    language, _ = page.language, page.language.text
    held = page.ask("held_statuses", participants=(participant,), organizations=(organization,))
    words = [status_word(language, row) for row in held]
    sure = [row.is_certain for row in held]
    said = [word if is_sure else _("possibly {status}", status=word) for word, is_sure in zip(words, sure, strict=True)]
    return "; ".join(said) or absence_word(language, "not_known")


def _draw_beginning(page: Page, cell: Cell | None, organization: Any, participant: str) -> None:
    language, _ = page.language, page.language.text
    if cell and not cell.standings and cell.absence == "organization_not_yet":
        st.markdown(_("Founded: {day}.", day=language.date(organization.founded)))
    if cell and not cell.standings and cell.absence == "state_not_yet":
        (who,) = page.ask("participant", participant_id=participant)
        st.markdown(_("The state has been independent since {day}.", day=language.date(who.independent_from)))


def link_to(page: Page, participant: str) -> dict[str, str]:
    """The query of the link to a participant's page from a view."""
    return to_query(page.view.elsewhere.with_(record=participant.lower()))
