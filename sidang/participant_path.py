"""The way of a participant into ASEAN: its steps from the data, in one picture and in words."""

import urllib.parse
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from zlib import crc32

import streamlit as st

from sidang import status_charts
from sidang.clicks import draw_ways_to_picture
from sidang.frame import Page
from sidang.language import Language
from sidang.markdown import literal
from sidang.names import meeting_name, organization_name
from sidang.path_chart import NARROW_COLUMNS, WIDE_COLUMNS, Waypoint, path
from sidang.picture import Shown
from sidang.standing import step
from sidang.status_bars import group_names
from sidang.status_words import GROUPS, status_word
from sidang.view import View, to_query
from sidang.words import role_words

ASEAN = "asean"


def is_led(page: Page, who: Any) -> bool:
    """Whether the participant ever asked to become a member of ASEAN, so that its page is led by its way there."""
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
            found.append(Waypoint(row.possible_from, _dated(row.from_date, label, language), group, evidence_of(page, row)))
    everything = replace(page, view=View())
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


def draw_path(page: Page, key: str, who: Any) -> None:
    """The way into ASEAN as one picture, and its steps in words."""
    st.subheader(page.language.text("The way into ASEAN"), anchor=False)
    for width, columns in (("wide", WIDE_COLUMNS), ("narrow", NARROW_COLUMNS)):
        with st.container(key=f"only_{width}"):
            shown = shown_path(page, who, columns)
            st.plotly_chart(
                shown.chart, theme=None, config={"displayModeBar": False, "scrollZoom": False}, alt=shown.alt,
                key=f"path_{width}_{crc32(key.encode())}",
            )  # fmt: skip
    draw_ways_to_picture(page, "way", page.view.with_(record=who.participant_id.lower()))
    points = way_of(page, who)[0]
    st.markdown("\n".join(f"{number}. {line}" for number, line in enumerate(steps_in_words(page, points), 1)))


def shown_path(page: Page, who: Any, columns: int = WIDE_COLUMNS) -> Shown:
    """The way into ASEAN as one picture of so many columns, numbered as its steps in words."""
    _ = page.language.text
    points, bars = way_of(page, who)
    return Shown(
        _("The way into ASEAN"),
        path(points, bars, group_names(page), page.theme, page.as_of, columns),
        below=tuple(f"{number}. {point.label}" for number, point in enumerate(points, 1)),
        alt=_("Timeline of the steps into ASEAN; the numbered list below says the same."),
    )


def way_of(page: Page, who: Any) -> tuple[list[Waypoint], list[status_charts.Span]]:
    """The steps of the way up to the day of the view, and the bars of its tracks."""
    _ = page.language.text
    spans = page.ask("status_spans", participants=(who.participant_id,), organizations=(ASEAN,))
    lines = {row.status_id: _("Accession") if row.track == "accession" else _("Standing") for row in spans}
    words = {row.status_id: step(page, row) for row in spans}
    until = max(page.as_of, page.edition.data_until)
    bars = status_charts.spans_of(spans, lines, words, until)
    return [point for point in waypoints(page, who) if point.day <= until], bars


def steps_in_words(page: Page, points: Sequence[Waypoint]) -> list[str]:
    """The steps with what each rests on, as Markdown."""
    source = page.language.text("source")
    return [
        literal(point.label)
        + (f" [{source}]({point.link})" if point.link else f" ({literal(point.source)})" if point.source else "")
        for point in points
    ]


def evidence_of(page: Page, row: Any) -> str:
    """Where the evidence of a status stands: its cell of the matrix."""
    target = page.view.elsewhere.with_(record=f"{row.participant_id.lower()}.{row.organization_id}")
    return f"/membership?{urllib.parse.urlencode(to_query(target), safe=',')}"
