"""The page of one participant: statuses, path, meetings with the standing of the day, what is disputed or not known."""

import urllib.parse
from collections import Counter
from dataclasses import replace
from itertools import groupby
from typing import Any, NamedTuple
from zlib import crc32

import pandas as pd
import streamlit as st

from sidang import charts, status_charts
from sidang.evidence import draw_conflicts
from sidang.frame import KEPT_TABLES, Page, guarded
from sidang.language import Language
from sidang.markdown import literal
from sidang.matrix import matrix_of
from sidang.names import meeting_name, meetings_in_view, organization_name, sum_in_words, where
from sidang.options import pillar_names
from sidang.overview import HOVER
from sidang.questions import Rows, one
from sidang.standing import step
from sidang.status_bars import draw_bars, group_names
from sidang.status_charts import Waypoint
from sidang.status_tables import list_table
from sidang.status_words import GROUPS, standing_at_meeting, status_word
from sidang.view import FILTERS, to_query
from sidang.words import attendance_words, kind_words, representation_words, role_words

ROW_PIXELS = 30
MOST_PIXELS = 560
ASEAN = "asean"


def participant_meant(page: Page) -> str | None:
    """The participant that the link names by id, former id or any name it is known by; None when there is none."""
    return page.codes.listed["with"].get((page.view.record or "").lower())


def draw(page: Page, participant_id: str | None) -> None:
    """The whole page; without a participant the list from which to choose one."""
    language, _ = page.language, page.language.text
    known = page.ask("participant", participant_id=participant_id) if participant_id else ()
    if not known or participant_id is None:
        st.title(_("Which participant?"), anchor=False)
        if participant_id or page.view.record:
            st.warning(_("No participant is called `{id}`.", id=participant_id or page.view.record))
        _draw_choice(page)
        return
    who = one(known)
    st.title(language.name(who), anchor=False)
    own = replace(page, view=page.view.with_(record=participant_id.lower()))

    def part(function: Any) -> Any:
        return lambda page, key: function(page, repr((key, participant_id)), who)

    guarded(own, part(draw_answer), _("Sentence"))
    if _is_led(own, who):
        guarded(own, part(draw_path), _("The way into ASEAN"))
    guarded(own, part(draw_statuses), _("Statuses"))
    guarded(own, part(draw_meetings), _("Meetings"))
    guarded(own, part(draw_documents), _("Documents"))
    guarded(own, part(draw_disputes), _("Disputed"))
    guarded(own, part(draw_gaps), _("Not known"))


def _draw_choice(page: Page) -> None:
    language, _ = page.language, page.language.text
    names = {row.participant_id: language.name(row) for row in page.ask("participants")}
    chosen = st.selectbox(
        _("Participant"), list(names), index=None, format_func=names.__getitem__, key="participant_choice",
        placeholder=_("Type a name"),
    )  # fmt: skip
    if chosen:
        st.query_params.from_dict(to_query(page.view.with_(record=chosen.lower())))
        st.rerun()


def draw_answer(page: Page, key: str, who: Any) -> None:
    """The answer in one sentence, and who the participant is."""
    language, _ = page.language, page.language.text
    rows = recorded(page, who)
    held = {row.event_id for row in rows if row.is_held and row.attendance != "absent"}
    statuses = page.ask("held_statuses", participants=(who.participant_id,), organizations=())
    day = language.date(page.as_of.isoformat())
    words = [
        f"{language.short_name(row, 'organization_') or language.name(row, 'organization_name')}: "
        + (status_word(language, row) if row.is_certain else _("possibly {status}", status=status_word(language, row)))
        for row in statuses
    ]
    said = _("{meetings} in view at which it is recorded.", meetings=meetings_in_view(language, len(held)))
    if words:
        said += " " + _("On {day}: {statuses}.", day=day, statuses="; ".join(words))
    st.markdown(said)
    facts = [kind_words(language)[who.kind]]
    if who.independent_from:
        facts.append(_("independent since {day}", day=language.date(who.independent_from)))
    if who.other_names:
        facts.append(_("also found as {names}", names=literal(who.other_names)))
    for code, text in (
        (who.present, _("went before {name}")),
        *((code, _("before it: {name}")) for code in (who.former or "").split()),
    ):
        if code:
            other = one(page.ask("participant", participant_id=code))
            query = urllib.parse.urlencode(to_query(page.view.with_(record=code.lower())), safe=",")
            facts.append(text.format(name=f"[{language.name(other)}](/participant?{query})"))
    st.caption(" · ".join(facts))


def _is_led(page: Page, who: Any) -> bool:
    spans = page.ask("status_spans", participants=(who.participant_id,), organizations=(ASEAN,))
    return any(row.track == "accession" and row.sought == "member" for row in spans)


def waypoints(page: Page, who: Any) -> list[Waypoint]:
    """The steps of the way into ASEAN: first meeting recorded, statuses in ASEAN and around it, milestones, documents."""
    language, _ = page.language, page.language.text
    found: list[Waypoint] = []
    for row in page.ask("status_spans", participants=(who.participant_id,), organizations=around_asean(page)):
        if row.from_date:
            group = "accession" if row.track == "accession" else GROUPS[row.status]
            label = f"{organization_name(row, language)}, {status_word(language, row)}"
            found.append(Waypoint(row.possible_from, _dated(row.from_date, label, language), group, _evidence(page, row)))
    everything = replace(page, view=page.view.without(*FILTERS))
    meetings = everything.ask("meetings_of_participant", participant_id=who.participant_id)
    dated = [row for row in meetings if row.first_day and row.is_held and row.organization_id == ASEAN]
    if dated:
        first = min(dated, key=lambda row: (row.first_day, row.event_id))
        label = _(
            "first meeting at which it is recorded: {meeting}, {role}",
            meeting=meeting_name(first, language),
            role=role_words(language)[first.role],
        )
        found.append(Waypoint(first.first_day, _dated(first.start_date, label, language), "event"))
    for row in page.ask("milestones_of_participant", participant_id=who.participant_id):
        if row.first_day:
            label = language.name(row, "summary")
            found.append(Waypoint(row.first_day, _dated(row.date, label, language), "event", row.url, row.source_name))
    for row in page.ask("documents_about_participant", participant_id=who.participant_id):
        if row.first_day:
            found.append(
                Waypoint(
                    row.first_day,
                    _dated(row.adopted_date, language.name(row), language),
                    "document",
                    row.url,
                    row.source_name,
                )
            )
    return sorted(found, key=lambda point: (point.day, point.label))


def around_asean(page: Page) -> tuple[str, ...]:
    """ASEAN, what it convenes, and its treaty: the organizations of the way into it."""
    return tuple(
        row.organization_id
        for row in page.ask("organizations")
        if ASEAN in (row.organization_id, row.convened_by) or row.kind == "treaty"
    )


def _dated(date: str, label: str, language: Language) -> str:
    return f"{language.date(date)}: {label}"


def _evidence(page: Page, row: Any) -> str:
    target = page.view.elsewhere.with_(record=f"{row.participant_id.lower()}.{row.organization_id}")
    return f"/membership?{urllib.parse.urlencode(to_query(target), safe=',')}"


def draw_path(page: Page, key: str, who: Any) -> None:
    """The way into ASEAN as one picture, and its steps in words."""
    _ = page.language.text
    st.subheader(_("The way into ASEAN"), anchor=False)
    spans = page.ask("status_spans", participants=(who.participant_id,), organizations=(ASEAN,))
    lines = {row.status_id: _("Accession") if row.track == "accession" else _("Standing") for row in spans}
    words = {row.status_id: step(page, row) for row in spans}
    until = max(page.as_of, page.edition.data_until)
    bars = status_charts.spans_of(spans, lines, words, until)
    points = [point for point in waypoints(page, who) if point.day <= until]
    names = group_names(page)
    figure = status_charts.path(points, bars, names, page.theme, page.as_of)
    alt = _("Timeline of the steps into ASEAN; the numbered list below says the same.")
    st.plotly_chart(
        figure, theme=None, config={"displayModeBar": False, "scrollZoom": False}, alt=alt, key=f"path_{crc32(key.encode())}"
    )
    source = _("source")
    st.markdown(
        "\n".join(
            f"{number}. {literal(point.label)}"
            + (f" [{source}]({point.link})" if point.link else f" ({literal(point.source)})" if point.source else "")
            for number, point in enumerate(points, 1)
        )
    )


def draw_statuses(page: Page, key: str, who: Any) -> None:
    """All statuses on the day and over time, each leading to its evidence."""
    language, _ = page.language, page.language.text
    st.subheader(_("Statuses"), anchor=False)
    spans = page.ask("status_spans", participants=(who.participant_id,), organizations=())
    if not spans:
        st.caption(_("No status is recorded."))
        return
    rows = page.ask("held_statuses", participants=(who.participant_id,), organizations=())
    if rows:
        table = list_table(rows, page).drop(columns=[_("Participant")])
        st.dataframe(
            table, hide_index=True, row_height=ROW_PIXELS, alt=_("Table of the statuses on the day"),
            column_config={_("By which act"): st.column_config.Column(width=330)},
        )  # fmt: skip
    draw_bars(page, spans, is_of_many=False, is_of_one_participant=True)
    links = dict.fromkeys(f"[{organization_name(row, language)}]({_evidence(page, row)})" for row in spans)
    st.markdown(_("Evidence, act by act: {links}.", links=" · ".join(links)))


def recorded(page: Page, who: Any) -> Rows:
    """The meetings in view at which the participant is recorded, whoever else the view asks for."""
    everybody = replace(page, view=page.view.without("participants"))
    return everybody.ask("meetings_of_participant", participant_id=who.participant_id)


def national(page: Page, who: Any) -> Rows:
    """Its meetings of national coordination, which no other count holds."""
    codes = tuple(row.organization_id for row in page.ask("organizations") if row.kind == "national")
    view = page.view.without("participants", "organizations").with_(organizations=codes)
    return replace(page, view=view).ask("meetings_of_participant", participant_id=who.participant_id) if codes else ()


def draw_meetings(page: Page, key: str, who: Any) -> None:
    """Its meetings by year and pillar, where they were, and the table with role and standing on the day."""
    language, _ = page.language, page.language.text
    st.subheader(_("Meetings at which it is recorded"), anchor=False)
    rows = recorded(page, who)
    if not rows:
        st.caption(_("It is recorded at no meeting in view."))
    else:
        meetings = {row.event_id: row for row in rows if row.is_held and row.attendance != "absent"}
        figures = one(replace(page, view=page.view.without("participants")).ask("view_figures"))
        counted = Counter((row.year, row.pillar_id) for row in meetings.values() if row.year)
        if counted:
            years = min(year for year, _pillar in counted), max(year for year, _pillar in counted)
            bars = [_Bar(year, pillar, count) for (year, pillar), count in sorted(counted.items())]
            unfinished = min(page.edition.data_until.year, page.as_of.year)
            figure = charts.meetings_by_year(
                bars, pillar_names(page.edition, language), years, unfinished, HOVER, page.theme
            )
            st.plotly_chart(
                figure, theme=None, config={"displayModeBar": False}, key=f"by_year_{crc32(key.encode())}",
                alt=_("Bar chart of its meetings a year by pillar; the table below lists them."),
            )  # fmt: skip
        st.caption(
            _(
                "Meetings held at which it is recorded, by year and lead pillar. Participants are known for {known} of the "
                "{all} meetings in view; a meeting that is missing here says nothing about attendance.",
                known=language.number(figures.with_participants),
                all=language.number(figures.meetings),
            )
        )
        st.markdown(_places(meetings.values(), language))
        _draw_table(rows, page, key)
        roles = Counter(role for _event, role in {(row.event_id, row.role) for row in rows if row.event_id in meetings})
        st.markdown(
            sum_in_words(language, len(meetings), _by_standing(rows, meetings, language))
            + " "
            + _(
                "Roles that sources give: {roles}.",
                roles=", ".join(f"{language.number(n)} {role_words(language)[role]}" for role, n in roles.most_common()),
            )
        )
    at_home = national(page, who)
    if at_home:
        st.subheader(_("National coordination"), anchor=False)
        st.caption(_("Meetings of the country's own coordination for ASEAN; no other count on these pages holds them."))
        _draw_table(at_home, page, f"{key} national")


def _by_standing(rows: Rows, meetings: dict[str, Any], language: Language) -> dict[str, int]:
    words: dict[str, str] = {}
    for event_id, found in groupby(sorted(rows, key=lambda row: row.event_id), key=lambda row: row.event_id):
        if event_id in meetings:
            words[event_id] = standing_at_meeting(language, list(found)) or language.text("no standing")
    return dict(Counter(words.values()).most_common())


class _Bar(NamedTuple):
    year: int
    pillar_id: str
    meetings: int


def _places(meetings: Any, language: Language) -> str:
    counted = Counter(where(row, language) for row in meetings)
    _, listed = language.text, ", ".join(f"{place} {language.number(n)}" for place, n in counted.most_common())
    return _("Where: {places}.", places=listed)


def meeting_table(rows: Rows, language: Language) -> pd.DataFrame:
    """Its meetings as a table for reading: role as a source gives it, and the standing on that day beside it."""
    _ = language.text
    roles, attendance, levels = role_words(language), attendance_words(language), representation_words(language)
    table = []
    for _key, found in groupby(rows, key=lambda row: (row.event_id, row.role, row.representative)):
        together = list(found)
        row = together[0]
        organization = organization_name(row, language)
        standing = standing_at_meeting(language, together)
        table.append(
            {
                _("From"): row.start_date or "",
                _("Meeting"): meeting_name(row, language),
                _("Role by source"): roles[row.role],
                _("Standing that day"): f"{organization}: {standing}" if standing else "",
                _("Where"): where(row, language),
                _("Represented by"): "; ".join(
                    part
                    for part in (row.representative, levels[row.representation] if row.representation != "not_known" else "")
                    if part
                ),
                _("Attendance"): attendance[row.attendance],
                _("Body"): language.name(row, "body_name"),
                _("Id"): row.event_id,
            }
        )
    return pd.DataFrame(table)


@st.cache_data(max_entries=KEPT_TABLES, show_spinner=False)
def _table(_page: Page, key: str, _rows: Rows) -> pd.DataFrame:
    return meeting_table(_rows, _page.language)


def _draw_table(rows: Rows, page: Page, key: str) -> None:
    _ = page.language.text
    table = _table(page, key, rows)
    st.dataframe(
        table,
        hide_index=True,
        height=min(MOST_PIXELS, ROW_PIXELS * (len(table) + 1) + 2),
        row_height=ROW_PIXELS,
        column_config={
            _("From"): st.column_config.Column(width=95),
            _("Meeting"): st.column_config.Column(width=220),
            _("Role by source"): st.column_config.Column(width=140),
            _("Standing that day"): st.column_config.Column(width=210),
            _("Where"): st.column_config.Column(width=150),
            _("Represented by"): st.column_config.Column(width=230),
            _("Attendance"): st.column_config.Column(width=95),
            _("Body"): st.column_config.Column(width=300),
            _("Id"): st.column_config.Column(width=170),
        },
        alt=_("Table of the meetings with role and standing"),
    )


def draw_documents(page: Page, key: str, who: Any) -> None:
    """Documents that name the participant."""
    language, _ = page.language, page.language.text
    rows = page.ask("documents_about_participant", participant_id=who.participant_id)
    if not rows:
        return
    st.subheader(_("Documents that name it"), anchor=False)
    lines = []
    for row in rows:
        name = literal(language.name(row))
        text = f"[{name}]({row.url})" if row.url else name
        lines.append(f"- {text} · {language.date(row.adopted_date) if row.adopted_date else _('date not known')}")
    st.markdown("\n".join(lines))


def draw_disputes(page: Page, key: str, who: Any) -> None:
    """What sources dispute about its statuses and roles, each side with its source."""
    claims = page.ask("claims_of_statuses", participant_id=who.participant_id, organization_id=None)
    if claims:
        st.subheader(page.language.text("Disputed between sources"), anchor=False)
        draw_conflicts(page, claims)


def draw_gaps(page: Page, key: str, who: Any) -> None:
    """What the dataset does not know about the participant."""
    language, _ = page.language, page.language.text
    st.subheader(_("Not known"), anchor=False)
    spans = page.ask("status_spans", participants=(who.participant_id,), organizations=())
    lines = [
        "- "
        + _(
            "Since when it is {status} in {organization}.",
            status=status_word(language, row),
            organization=organization_name(row, language),
        )
        for row in spans
        if not row.from_date
    ]
    own = replace(page, view=page.view.with_(participants=(who.participant_id,)).without("organizations"))
    matrix = matrix_of(own)
    unknown = [matrix.organizations[cell.organization_id] for cell in matrix.cells.values() if cell.group == "not_known"]
    if unknown:
        day = language.date(page.as_of.isoformat())
        lines.append(
            "- "
            + _("Whether it has a standing on {day} in {organizations}.", day=day, organizations=language.listing(unknown))
        )
    without = [
        row for row in recorded(page, who) if row.is_held and not row.representative and row.representation == "not_known"
    ]
    if without:
        count = len({row.event_id for row in without})
        lines.append(
            "- "
            + language.count(
                "Who represented it at {n} meeting at which it is recorded.",
                "Who represented it at {n} meetings at which it is recorded.",
                count,
            )
        )
    figures = one(replace(page, view=page.view.without("participants")).ask("view_figures"))
    lines.append(
        "- "
        + language.count(
            "Who took part in {n} meeting in view of which no participant is recorded.",
            "Who took part in {n} meetings in view of which no participant is recorded.",
            figures.meetings - figures.with_participants,
        )
    )
    st.markdown("\n".join(lines))
