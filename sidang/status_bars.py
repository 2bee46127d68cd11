"""Statuses over time on a page: bars of each holder, counts as steps."""

import datetime
import textwrap
from dataclasses import dataclass
from typing import Any

import streamlit as st

from sidang import status_charts
from sidang.clicks import draw_shown
from sidang.evidence import basis_of
from sidang.frame import KEPT_PARTS, Page
from sidang.names import organization_name
from sidang.picture import Shown
from sidang.questions import Rows
from sidang.standing import step

MOST_LINES = 60
FIRST_SHOWN = "asean"
MOST_STEPS = 3
LONGEST_LINE = 27


def charted(page: Page) -> Rows:
    """The statuses of the organizations or participants in view; without either those of ASEAN."""
    organizations = page.view.organizations or (() if page.view.participants else (FIRST_SHOWN,))
    return page.ask("status_spans", organizations=organizations)


@st.cache_data(max_entries=KEPT_PARTS, show_spinner=False)
def draw_timeline(_page: Page, key: str) -> None:
    """Bars of every status with the acts that changed it, and the number of holders over time."""
    language, _ = _page.language, _page.language.text
    rows = charted(_page)
    if not rows:
        return
    organizations = list(dict.fromkeys(row.organization_id for row in rows))
    titles = {row.organization_id: organization_name(row, language) for row in rows}
    st.subheader(_("Statuses over time: {organizations}", organizations=language.listing(titles.values())), anchor=False)
    if not _page.view.organizations and not _page.view.participants:
        st.caption(_("Choose an organization or a participant in the panel to see another one."))
    for code in organizations[:MOST_STEPS]:
        steps = counted_steps(_page, code)
        if steps and not _page.view.participants:
            draw_shown(
                _page,
                "standings",
                steps,
                view=_page.view.without("record", "at").with_(organizations=(code,)),
                is_minor=True,
            )
    draw_bars(_page, rows, is_of_many=len(organizations) > 1)


def counted_steps(page: Page, code: str) -> Shown | None:
    """How many held each standing in an organization over time; None where no day is certain."""
    _, rows = page.language.text, page.ask("status_spans", organizations=(code,))
    counts = status_charts.counts_over_time(rows, until(page))
    if not counts:
        return None
    organization = organization_name(rows[0], page.language)
    return Shown(
        _("Holders of a standing in {organization} over time", organization=organization),
        status_charts.steps(counts, group_names(page), page.theme, page.as_of),
        (_("Those of whom the day is certain. Dotted line: the day of the view."),),
        alt=_("Number of members, observers and partners over time; the list above counts them on the day."),
    )


def bars_in_view(page: Page, most: int = MOST_LINES) -> Shown | None:
    """Bars of the statuses of the organizations or participants in view; None where there are none."""
    rows = charted(page)
    return shown_bars(page, rows, len({row.organization_id for row in rows}) > 1, most=most) if rows else None


def shown_bars(
    page: Page, rows: Rows, is_of_many: bool, is_of_one_participant: bool = False, most: int = MOST_LINES
) -> Shown:
    """Bars of statuses, a line a holder, or an organization on the page of one participant; so many lines at the most."""
    language, _ = page.language, page.language.text
    bars = bars_of(page, rows, is_of_many, is_of_one_participant, most)
    notes = [_("Hatched: possibly. Dotted line: the day of the view.")]
    if bars.is_cut:
        notes.append(language.count("The first {n} line is drawn.", "The first {n} lines are drawn.", len(bars.lines)))
    return Shown(
        _("Statuses over time"),
        status_charts.timeline(bars.spans, bars.lines, group_names(page), page.theme, page.as_of),
        below=tuple(notes),
        alt=_("Bars of the statuses over time; the lists on this page say the same."),
    )


def draw_bars(page: Page, rows: Rows, is_of_many: bool, participant_id: str = "") -> None:
    """Bars of statuses, all in view or those of one participant, beneath a heading that the page has given."""
    shown = shown_bars(page, rows, is_of_many, is_of_one_participant=bool(participant_id))
    name = "participant-statuses" if participant_id else "statuses"
    draw_shown(page, name, shown, record=participant_id, has_title=False)
    st.caption(page.language.text("Drag to look closer, double-click to see all."))


@dataclass(frozen=True)
class Bars:
    """The bars of a timeline, its lines from the top down, and whether there are more lines than these."""

    spans: list[status_charts.Span]
    lines: list[str]
    is_cut: bool


def bars_of(page: Page, rows: Rows, is_of_many: bool, is_of_one_participant: bool = False, most: int = MOST_LINES) -> Bars:
    """The bars of statuses, a line a holder, or an organization of one participant; names broken by <br>."""
    language = page.language

    def line(row: Any) -> str:
        organization = organization_name(row, language)
        if is_of_one_participant:
            return organization
        return f"{organization} · {language.name(row)}" if is_of_many else language.name(row)

    lines = {row.status_id: "<br>".join(textwrap.wrap(line(row), LONGEST_LINE)) for row in rows}
    shown = list(dict.fromkeys(lines.values()))[:most]
    kept = tuple(row for row in rows if lines[row.status_id] in shown)
    words = {row.status_id: step(page, row) + (f"<br>{basis_of(row, language)}" if row.basis else "") for row in kept}
    spans = status_charts.spans_of(kept, lines, words, until(page))
    return Bars(spans, shown, len(set(lines.values())) > most)


def group_names(page: Page) -> dict[str, str]:
    """What the groups of standings are called, in the order of legends."""
    _ = page.language.text
    return {
        "member": _("Members"),
        "observer": _("Observers"),
        "partner": _("Partners and associates"),
        "former": _("Former members"),
        "accession": _("On the way: applied, agreed in principle"),
    }


def until(page: Page) -> datetime.date:
    """The day at which bars end that no source ends."""
    return max(page.as_of, page.edition.data_until)
