"""What the pillars work on, and with whom: meetings across pillars, topics over time, the parts of a declaration."""

from collections import Counter, defaultdict
from dataclasses import replace
from typing import Any

import streamlit as st

from sidang import charted_years, pillar_links
from sidang.cell_chart import Line, cells
from sidang.charted_years import known_line
from sidang.clicks import draw_shown, linked, table_of
from sidang.frame import KEPT_PARTS, Page
from sidang.links import record_address
from sidang.markdown import literal
from sidang.names import meeting_name, short_body_name
from sidang.options import pillar_names, short_name
from sidang.picture import Shown
from sidang.pillars import TABLE_PIXELS, years_of
from sidang.questions import one
from sidang.view import View

MOST_TOPICS = 18
PROPER = ("apsc", "aec", "ascc")


def across(page: Page) -> Shown | None:
    """Which bodies met with which other pillars, as cells; None where no source tells of any."""
    language, _ = page.language, page.language.text
    rows, known = page.ask("cross_pillar_meetings"), one(page.ask("known_fields"))
    if not rows:
        return None
    names, bodies = pillar_names(page.edition, language), {row.body_id: row for row in rows}
    lines = [Line(code, short_name(row, language), page.theme.pillars[row.lead_id]) for code, row in bodies.items()]
    figure = cells(
        lines,
        {code: names[code] for code in PROPER},
        {(row.body_id, row.pillar_id): row.meetings for row in rows},
        _("{body} with {pillar}: {n}", body="%{customdata[2]}", pillar="%{x}", n="%{hovertext}") + "<extra></extra>",
        page.theme,
    )
    return Shown(
        _("Across the pillars"),
        figure,
        (_("Meetings of each body at which a source names another pillar, or records a body of one."),),
        (
            known_line(page, _("Involved pillars"), known.involvement),
            known_line(page, _("Participants"), known.participants),
            _("A meeting that is missing here may still have had other pillars at the table."),
        ),
        _("Cells of bodies and the other pillars with which they met; the table below says the same with links."),
    )


def draw_cross(page: Page, key: str) -> None:
    """Which bodies met with which other pillars: cells, and the table that tells on what each figure rests."""
    language, _ = page.language, page.language.text
    rows, shown = page.ask("cross_pillar_meetings"), across(page)
    if shown is None:
        known = one(page.ask("known_fields"))
        st.subheader(_("Across the pillars"), anchor=False)
        st.caption(
            _("No source names another pillar at a meeting in view, nor a body of one among those who took part.")
            + " "
            + known_line(page, _("Involved pillars"), known.involvement)
            + " "
            + known_line(page, _("Participants"), known.participants)
        )
    else:
        names = pillar_names(page.edition, language)
        by_codes = {(row.body_id, row.pillar_id): row for row in rows}
        draw_shown(page, "cross", shown, lambda codes: _met(page, by_codes[codes[0], codes[1]]))
        table = [
            [
                literal(language.name(row)), names[row.lead_id], names[row.pillar_id], language.number(row.meetings),
                linked(page, row.involved, pillar_links.of_involvement(page.view, row.body_id, row.pillar_id)),
                linked(page, row.present, pillar_links.of_presence(page.view, row.body_id, row.participant_ids.split())),
            ]
            for row in rows
        ]  # fmt: skip
        heads = dict.fromkeys((_("Body"), _("Lead pillar"), _("Met with")), False) | dict.fromkeys(
            (_("Meetings"), _("the pillar named as involved"), _("a body of the pillar recorded")), True
        )
        st.markdown(table_of(heads, table))


def _met(page: Page, row: Any) -> View | None:
    if row.involved:
        return pillar_links.of_involvement(page.view, row.body_id, row.pillar_id)
    return pillar_links.of_presence(page.view, row.body_id, row.participant_ids.split())


def topics_of(page: Page) -> tuple[Counter[str], dict[str, str], dict[tuple[str, str], int]]:
    """Meetings by topic, names of topics, and meetings by topic and year."""
    totals: Counter[str] = Counter()
    names, counts = {}, {}
    for row in page.ask("topics_by_year"):
        totals[row.topic_id] += row.meetings
        names[row.topic_id] = page.language.name(row)
        if row.year:
            counts[row.topic_id, str(row.year)] = row.meetings
    return totals, names, counts


def topics(page: Page) -> Shown | None:
    """The topics with most meetings over the years, as cells; None where no source names a topic."""
    language, _ = page.language, page.language.text
    totals, names, counts = topics_of(page)
    axis, known = years_of(page), one(page.ask("known_fields"))
    if not totals or axis is None:
        return None
    if not page.view.years:
        axis = replace(axis, first=min((int(year) for _topic, year in counts), default=axis.first))
    notes = [
        _(
            "A meeting has a topic where its agenda, its outcomes or the names of its documents hold its words; "
            "one with several topics counts for each. An empty cell: no such word is known, not that nobody met on it."
        ),
        *charted_years.notes_of(page, axis),
    ]
    shown = [code for code, _count in totals.most_common(MOST_TOPICS)]
    lines = [Line(code, f"{names[code]} · {language.number(totals[code])}", page.theme.accent) for code in shown]
    kept = {(code, year): n for (code, year), n in counts.items() if code in shown}
    years = {str(year): str(year) for year in axis.years}
    more = len(totals) - MOST_TOPICS
    rest = language.count("{n} more topic is in the table.", "{n} more topics are in the table.", more) if more > 0 else ""
    return Shown(
        _("Topics over time"),
        cells(lines, years, kept, "%{customdata[2]}, %{x}: %{hovertext}<extra></extra>", page.theme, axis),
        tuple(notes),
        (
            known_line(page, _("Agenda, outcomes or documents"), known.agenda),
            language.count("{n} of these names a topic.", "{n} of these name a topic.", known.topics),
            *([rest] if rest else []),
        ),
        _("Cells of topics by year; the table below gives each figure with a link."),
    )


@st.cache_data(max_entries=KEPT_PARTS, show_spinner=False)
def _topics(_page: Page, key: str) -> Shown | None:
    return topics(_page)


def draw_topics(page: Page, key: str) -> None:
    """Topics over time, from agenda and documents, with the table whose figures lead to the meetings."""
    _, shown = page.language.text, _topics(page, key)
    if shown is None:
        st.subheader(_("Topics over time"), anchor=False)
        known = known_line(page, _("Agenda, outcomes or documents"), one(page.ask("known_fields")).agenda)
        st.caption(f"{known} " + _("None names a topic."))
        return
    draw_shown(
        page, "topics", shown,
        lambda codes: pillar_links.of_year(pillar_links.of_topic(page.view, codes[0]), int(codes[1])),
    )  # fmt: skip
    draw_topic_table(page, key)


@st.cache_data(max_entries=KEPT_PARTS, show_spinner=False)
def draw_topic_table(_page: Page, key: str) -> None:
    """Each topic with its meetings, and its years, as links."""
    _ = _page.language.text
    totals, names, counts = topics_of(_page)
    years: dict[str, list[str]] = defaultdict(list)
    for (topic, year), n in counts.items():
        link = linked(_page, n, pillar_links.of_year(pillar_links.of_topic(_page.view, topic), int(year)))
        years[topic].append(f"{year}: {link}")
    rows = [
        [literal(names[code]), linked(_page, n, pillar_links.of_topic(_page.view, code)), " · ".join(years[code])]
        for code, n in totals.most_common()
    ]
    with st.container(height=TABLE_PIXELS):
        st.markdown(table_of({_("Topic"): False, _("Meetings"): True, _("Years"): False}, rows))


@st.cache_data(max_entries=KEPT_PARTS, show_spinner=False)
def draw_parts(_page: Page, key: str) -> None:
    """The components of a declaration, that on the Culture of Prevention, each with who met on it and when."""
    language, _ = _page.language, _page.language.text
    rows = _page.ask("meetings_by_part")
    documents = {row.document_id: language.name(row, "document_name") for row in rows}
    for document, title in documents.items():
        st.subheader(_("What met on each component"), anchor=False)
        st.markdown(literal(title))
        parts = {row.position: language.name(row, "part_name") for row in rows if row.document_id == document}
        table = []
        for position, name in parts.items():
            of_part = [row for row in rows if (row.document_id, row.position) == (document, position) and row.event_id]
            bodies = sorted({literal(short_body_name(row, language)) for row in of_part})
            met = [_met_on(_page, row) for row in of_part] or [_("nothing is known")]
            count = language.number(len(of_part)) if of_part else ""
            table.append([f"{position}. {literal(name)}", count, ", ".join(bodies), "; ".join(met)])
        heads = {_("Component"): False, _("Meetings"): True, _("Bodies"): False, _("Met on it"): False}
        st.markdown(table_of(heads, table))
    if documents:
        notes = _(
            "A meeting is listed where a source says that it dealt with the component, by name or as one of all. Where a "
            "source tells of the declaration as a whole, the meeting stands under the topic alone."
        )
        st.caption(
            known_line(_page, _("The components with which a meeting dealt"), one(_page.ask("known_fields")).parts)
            + f" {notes}"
        )


def _met_on(page: Page, row: Any) -> str:
    """A meeting with its day, as a link to its page."""
    name = meeting_name(row, page.language)
    text = name if not row.name and row.ordinal is None else f"{name}, {page.language.date(row.start_date)}"
    return f"[{literal(text)}]({record_address('event', row.event_id, page.view)})"
