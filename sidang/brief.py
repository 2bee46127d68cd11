"""A brief of a view or a record: its question, its answer, picture, table, conflicts and sources, in blocks.

What it says is what the page says; how it looks is decided by brief_pdf.py and brief_docx.py. It is cut to fit on two pages:
each cut says how much was left out, and the link leads to all of it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from sidang import (
    body_page,
    conflict_words,
    data_coverage,
    data_page,
    event_page,
    membership,
    overview,
    participant_meetings,
    participant_path,
    pillar_links,
    pillars,
    registers,
    status_bars,
    venues,
)
from sidang import meetings as meeting_list
from sidang.behind import cited
from sidang.blocks import Block, Items, Paragraph, Run, Table, blocks_of
from sidang.chips import filters_in_words
from sidang.cited import Cited
from sidang.coverage import QUESTION, series_in
from sidang.evidence import basis_of, source_line
from sidang.frame import Page
from sidang.language import Language
from sidang.links import address as link_address
from sidang.links import record_address
from sidang.markdown import literal
from sidang.names import meeting_name, organization_name, where
from sidang.options import level_names, pillar_names
from sidang.participation import recorded_sentence
from sidang.picture import Shown
from sidang.pictures import address_of
from sidang.plain_parts import told
from sidang.plain_text import listed, paragraph, tabled
from sidang.questions import one
from sidang.record import ANCHOR, DISPUTED, Lines, page_line
from sidang.standing import span_in_words
from sidang.status_words import status_word
from sidang.tables import remarks, state_of, status_names
from sidang.venue_marks import Venues
from sidang.venue_words import reconciled as venues_reconciled
from sidang.venue_words import sentence as venues_sentence

# How many rows of tables, items of lists, conflicts and sources a brief holds at first, and then with less and less room.
FITS = ((24, 24, 6, 24), (16, 16, 5, 16), (11, 11, 4, 12), (8, 8, 3, 9), (5, 5, 2, 6), (3, 3, 1, 4))
LEADING_SOURCES = 24
MOST_LINES = 24


@dataclass(frozen=True)
class Section:
    """A part of a brief under its heading; `kind` says what may be cut of it: table, disputes or sources."""

    heading: str
    blocks: tuple[Block, ...]
    kind: str = "table"


@dataclass(frozen=True)
class Brief:
    """A brief in the language of its page.

    `language` is its code; `title` the question or the record's name; `address` where its figures are found again.
    """

    language: str
    title: str
    subtitle: str
    answer: tuple[Block, ...]
    shown: Shown | None
    sections: tuple[Section, ...]
    address: str
    foot: str
    day: str


@dataclass(frozen=True)
class ViewKind:
    """What the brief of a page is made of: its question, its answer as Markdown, its picture and its sections."""

    path: str
    question: Callable[[Language], str]
    answer: Callable[[Page], list[str]]
    shown: Callable[[Page], Shown | None]
    sections: Callable[[Page, str], list[Section]]


def brief_of_view(page: Page, name: str, base: str) -> Brief:
    """The brief of a page with its view; `name` is one of VIEWS, `base` the address of the server."""
    kind = VIEWS[name]
    return Brief(
        page.language.code,
        kind.question(page.language),
        filters_in_words(page),
        _paragraphs(kind.answer(page), base),
        kind.shown(page),
        tuple(kind.sections(page, base)),
        address_of(page, kind.path, base),
        foot_of(page),
        page.as_of.isoformat(),
    )


def brief_of_record(page: Page, kind: str, record_id: str, base: str) -> Brief | None:
    """The brief of a record (event, body, participant, document); None where the edition has none of that id."""
    found = told(page, kind, record_id)
    if found is None:
        return None
    sections = []
    for part in found.parts:
        is_kind = {ANCHOR: "sources", DISPUTED: "disputes"}.get(part.anchor, "table")
        sections.append(Section(part.heading, blocks_of(str(part.text), base), is_kind))
    shown = RECORD_PICTURES[kind](page, found.row) if kind in RECORD_PICTURES else None
    other_names = blocks_of(str(found.other_names), base)
    narrowed = filters_in_words(page) if page.view.is_filtered else ""
    view = page.view.with_(record=record_id.lower())
    return Brief(
        page.language.code,
        found.names(page.language),
        narrowed,
        (*other_names, *blocks_of(f"<p>{found.answer}</p>", base)),
        shown,
        tuple(section for section in sections if section.blocks),
        address_of(replace(page, view=view), f"/{kind}", base),
        foot_of(page),
        page.as_of.isoformat(),
    )


def foot_of(page: Page) -> str:
    """Edition, day, days of the sources and licence, as a line of text."""
    language = page.language
    return language.text(
        "Edition {edition}. As of {as_of}. Sources were read up to {day}. "
        "Data: CC BY 4.0, the Sidang maintainers; each fact names its source.",
        edition=page.edition.id,
        as_of=language.date(page.as_of.isoformat()),
        day=language.date(page.edition.data_until.isoformat()),
    )


def cut(brief: Brief, fit: int, language: Language) -> Brief:
    """The brief with only so many rows, items, conflicts and sources as FITS allows; each cut says how much is left out."""
    rows, items, disputes, sources = FITS[fit]
    most = {"table": (rows, items), "disputes": (disputes, disputes), "sources": (sources, sources)}

    def shorter(block: Block, kind: str) -> Block:
        of_rows, of_items = most[kind]
        if isinstance(block, Table):
            hidden = block.hidden + max(0, len(block.rows) - of_rows)
            return replace(block, rows=block.rows[:of_rows], hidden=hidden, more=_more(hidden, language))
        if isinstance(block, Items):
            hidden = block.hidden + max(0, len(block.items) - of_items)
            return replace(block, items=block.items[:of_items], hidden=hidden, more=_more(hidden, language))
        return block

    sections = []
    for section in brief.sections:
        blocks = tuple(shorter(block, section.kind) for block in section.blocks)
        # A conflict is a paragraph with the list of its sides.
        if section.kind == "disputes" and len(blocks) > 2 * disputes:
            hidden = (len(blocks) - 2 * disputes + 1) // 2
            blocks = (*blocks[: 2 * disputes], Paragraph((Run(_more(hidden, language)),), is_remark=True))
        sections.append(replace(section, blocks=blocks))
    return replace(brief, sections=tuple(sections))


def _more(hidden: int, language: Language) -> str:
    return language.count("{n} more under the link.", "{n} more under the link.", hidden) if hidden else ""


def _paragraphs(texts: Iterable[str], base: str) -> tuple[Block, ...]:
    return tuple(block for text in texts for block in blocks_of(str(paragraph(text)), base))


def _table(heading: str, lines: Lines, base: str, *remarks: str) -> Section:
    """A section of one table, whose heads and cells are Markdown, and of remarks under it."""
    notes = tuple(replace(block, is_remark=True) for block in _paragraphs(remarks, base) if isinstance(block, Paragraph))
    return Section(heading, (*blocks_of(str(tabled(*lines)), base), *notes))


def _framed(table: pd.DataFrame, *columns: str) -> Lines:
    """Columns of a table for reading as Markdown."""
    kept = table[[column for column in columns if column in table]]
    return list(kept.columns), [[literal(str(cell)) for cell in row] for row in kept.to_numpy()]


def _meeting_lines(page: Page, rows: Sequence[Any]) -> tuple[Lines, Cited]:
    """Meetings with day, place, body, status and the numbers of the pages behind them."""
    language, _ = page.language, page.language.text
    evidence = cited(page, [f"events:{row.event_id}" for row in rows])
    states = status_names(language)
    lines = []
    for row in rows:
        notes = [states[state_of(row)]] if state_of(row) != "held" else []
        said = "; ".join([*notes, *remarks(row, language)])
        name = f"[{literal(meeting_name(row, language))}]({record_address('event', row.event_id, page.view)})"
        lines.append(
            (
                name + (f" (*{literal(said)}*)" if said else ""),
                language.dates(row.start_date, row.end_date),
                literal(where(row, language)),
                literal(language.name(row, "body_name")),
                evidence.marks(f"events:{row.event_id}"),
            )
        )
    return ((_("Meeting"), _("Date"), _("Where"), _("Body"), _("Sources")), lines), evidence


def _numbered_sources(page: Page, evidence: Cited, base: str) -> Section:
    pages = [page_line(row, page.language) for row in evidence.pages.values()]
    return Section(
        page.language.text("Sources of the rows shown"), blocks_of(str(listed(pages, is_numbered=True)), base), "sources"
    )


def _leading_sources(page: Page, base: str) -> Section:
    """The pages behind most meetings in view."""
    language, _ = page.language, page.language.text
    rows = page.ask("leading_sources", most=LEADING_SOURCES)
    total = sum(row.sources for row in page.ask("sources_in_view", state="held"))
    lines = [
        source_line(row, language) + " · " + language.count("{n} meeting", "{n} meetings", row.meetings) for row in rows
    ]
    said = language.count(
        "{n} page stands behind the meetings in view; these stand behind most of them.",
        "{n} pages stand behind the meetings in view; these stand behind most of them.",
        total,
    )
    blocks = (*_paragraphs([said] if rows else [], base), *blocks_of(str(listed(lines, is_numbered=True)), base))
    return Section(_("Sources"), blocks if rows else (), "sources")


def _conflicts(page: Page, base: str, is_of_all: bool = False) -> list[Section]:
    """On what sources disagree about meetings in view, or about everything."""
    found = conflict_words.conflicts_in(page.ask("conflict_list"))
    own = [conflict for conflict in found if conflict.is_of_meeting or is_of_all]
    return _disputes(own, page.language, base)


def _disputes(conflicts: Sequence[conflict_words.Conflict], language: Language, base: str) -> list[Section]:
    _ = language.text
    lines = [
        "**" + literal(f"{conflict_words.about(conflict, language)}, {conflict_words.field_of(conflict, language)}") + "**: "
        + literal(conflict_words.sides_in_words(conflict, language))
        + " " + _("Kept: {value}.", value=literal(conflict_words.kept(conflict, language) or _("no value")))
        for conflict in conflicts
    ]  # fmt: skip
    if not lines:
        return []
    return [Section(_("Disputed between sources"), blocks_of(str(listed(lines)), base), "disputes")]


def _listed_meetings(page: Page, base: str, heading: str, is_of_held: bool = False) -> list[Section]:
    """The meetings in view in its order, or of those held the latest."""
    figures, most = one(page.ask("view_figures")), FITS[0][0]
    total = figures.meetings
    if is_of_held:
        shown = tuple(row for row in page.ask("event_list", most=most) if row.is_held)
    else:
        total += figures.announced + figures.upcoming + figures.other
        shown = page.ask("events_in_order", sort=page.view.sort, language=page.language.code, most=most, skipped=0)
    lines, evidence = _meeting_lines(page, shown)
    section = _with_hidden(_table(heading, lines, base), total - len(shown))
    return [section, *_conflicts(page, base), _numbered_sources(page, evidence, base)] if shown else []


def _with_hidden(section: Section, hidden: int) -> Section:
    """A section whose table leaves out so many rows already."""
    blocks = tuple(replace(block, hidden=hidden) if isinstance(block, Table) else block for block in section.blocks)
    return replace(section, blocks=blocks)


def _overview_answer(page: Page) -> list[str]:
    recorded = recorded_sentence(page)
    return [overview.sentence(page), *([recorded] if recorded else [])]


def _overview(page: Page, base: str) -> list[Section]:
    """The figures with their definitions, and the latest meetings."""
    _ = page.language.text
    lines = [
        (f"[{figure.value}]({figure.address})", literal(figure.label), literal(figure.definition))
        for figure in overview.figures(page)
    ]
    figures = _table(_("Figures"), ((_("Number"), _("Figure"), _("What it counts")), lines), base)
    return [figures, *_listed_meetings(page, base, _("Latest meetings"), is_of_held=True)]


def _venues(page: Page, base: str) -> list[Section]:
    own, _ = Venues(page), page.language.text
    table = venues.table_of_view(own)
    shown = table.drop(columns=[name for name in (_("First"), _("Planned")) if name in table])
    heading = _("Countries and areas") if own.is_by_country else _("Places")
    section = _table(heading, _framed(shown, *shown.columns), base, venues_reconciled(own))
    return [section, *_conflicts(page, base), _leading_sources(page, base)]


def _pillar_years(page: Page) -> Shown | None:
    axis = pillars.years_of(page)
    return pillars.panels(page, axis) if axis else None


def _pillars(page: Page, base: str) -> list[Section]:
    """Levels by pillar, as on the page."""
    _, counts = page.language.text, pillars.by_level(page)
    levels, names = level_names(page.language), pillar_names(page.edition, page.language)
    shown = [code for code in names if any(pillar == code for _level, pillar in counts)]
    lines = []
    for level in (code for code in levels if any(found == code for found, _pillar in counts)):
        of_level = [page.language.number(counts.get((level, pillar), 0)) for pillar in shown]
        total = sum(n for (found, _pillar), n in counts.items() if found == level)
        whole = page.language.number(total)
        target = pillar_links.of_level(page.view, level)
        lines.append(
            (levels[level], *of_level, whole if target is None else f"[{whole}]({link_address('/events', target)})")
        )
    table = _table(_("On which level"), ((_("Level"), *(names[code] for code in shown), _("All")), lines), base)
    return [table, *_conflicts(page, base), _leading_sources(page, base)]


def _membership_picture(page: Page) -> Shown | None:
    """The steps of one organization; where several or participants are in view, the bars."""
    rows = status_bars.charted(page)
    organizations = {row.organization_id for row in rows}
    if len(organizations) == 1 and not page.view.participants:
        return status_bars.counted_steps(page, next(iter(organizations)))
    return status_bars.bars_in_view(page, most=MOST_LINES)


def _membership(page: Page, base: str) -> list[Section]:
    """The statuses of the day, each with the pages behind it, and the conflicts about them."""
    language, _ = page.language, page.language.text
    rows = page.ask("held_statuses")
    if not page.view.organizations and not page.view.participants:
        rows = tuple(row for row in rows if row.organization_id == status_bars.FIRST_SHOWN)
    shown = rows[: FITS[0][0]]
    evidence = cited(page, [f"statuses:{row.status_id}" for row in shown])
    lines = [
        (
            literal(organization_name(row, language)),
            literal(language.name(row)),
            status_word(language, row) if row.is_certain else _("possibly {status}", status=status_word(language, row)),
            language.date(row.from_date) if row.from_date else _("start not known"),
            span_in_words(language, row)[1],
            literal(basis_of(row, language)),
            evidence.marks(f"statuses:{row.status_id}"),
        )
        for row in shown
    ]
    heads = (
        _("Organization"), _("Participant"), _("Status"), _("Since"), _("Until"), _("By which act"), _("Sources")
    )  # fmt: skip
    table = _with_hidden(_table(_("Statuses on the day"), (heads, lines), base), len(rows) - len(shown))
    return [table, *_disputed_statuses(page, rows, base), _numbered_sources(page, evidence, base)] if rows else []


def _disputed_statuses(page: Page, rows: Sequence[Any], base: str) -> list[Section]:
    language, _ = page.language, page.language.text
    holders = {(row.participant_id, row.organization_id) for row in rows}
    found = [
        conflict
        for conflict in conflict_words.conflicts_in(page.ask("conflict_list"))
        if (conflict.row.participant_id, conflict.row.organization_id) in holders
    ]
    return _disputes(found, language, base)


def _meetings(page: Page, base: str) -> list[Section]:
    return _listed_meetings(page, base, page.language.text("Meetings"))


def _register(lines: Callable[[Page], Lines], heading: Callable[[Language], str]) -> Callable[[Page, str], list[Section]]:
    def sections(page: Page, base: str) -> list[Section]:
        found = lines(page)
        table = [_table(heading(page.language), found, base)] if found[1] else []
        return [*table, _leading_sources(page, base)]

    return sections


def _data(page: Page, base: str) -> list[Section]:
    """Coverage by body, and every conflict."""
    language, _ = page.language, page.language.text
    table = data_coverage.by_body(page, series_in(page.ask(QUESTION), language))
    columns = (_("Body"), _("Meetings"), _("Expected"), _("Found"), _("Missing numbers"), _("Years"))
    section = [_table(_("By body"), _framed(table, *columns), base, data_coverage.reconciled(page))] if len(table) else []
    return [*section, *_conflicts(page, base, is_of_all=True), _leading_sources(page, base)]


VIEWS: Mapping[str, ViewKind] = {
    kind.path.removeprefix("/") or "overview": kind
    for kind in (
        ViewKind(
            "/", lambda language: language.text("What has the region met about, where and with whom?"),
            _overview_answer, overview.by_year, _overview,
        ),
        ViewKind(
            "/venues", lambda language: language.text("Where do they meet?"),
            lambda page: [venues_sentence(Venues(page))], venues.map_as_picture, _venues,
        ),
        ViewKind(
            "/pillars", lambda language: language.text("How is the work spread over the pillars?"),
            lambda page: [pillars.sentence(page)], _pillar_years, _pillars,
        ),
        ViewKind(
            "/membership", lambda language: language.text("Who holds which status, since when?"),
            lambda page: [membership.sentence(page)], _membership_picture, _membership,
        ),
        ViewKind(
            "/events", lambda language: language.text("Which meetings?"),
            lambda page: [meeting_list.sentence(page), meeting_list.reconciled(page)], overview.by_year, _meetings,
        ),
        ViewKind(
            "/bodies", lambda language: language.text("Which bodies are there?"),
            lambda page: [registers.bodies_in_words(page)], lambda page: None,
            _register(registers.bodies_in_lines, lambda language: language.text("Bodies")),
        ),
        ViewKind(
            "/participants", lambda language: language.text("Which participants are there?"),
            lambda page: [registers.participants_in_words(page)], lambda page: None,
            _register(registers.participants_in_lines, lambda language: language.text("Participants")),
        ),
        ViewKind(
            "/documents", lambda language: language.text("Which documents are there?"),
            lambda page: [registers.documents_in_words(page)], lambda page: None,
            _register(registers.documents_in_lines, lambda language: language.text("Documents")),
        ),
        ViewKind(
            "/data", lambda language: language.text("How far can this be trusted?"),
            lambda page: [data_page.sentence(page)], data_coverage.picture, _data,
        ),
    )
}  # fmt: skip


def _way_or_meetings(page: Page, who: Any) -> Shown | None:
    if participant_path.is_led(page, who):
        return replace(participant_path.shown_path(page, who), below=())
    return participant_meetings.shown_by_year(page, who)


RECORD_PICTURES: Mapping[str, Callable[[Page, Any], Shown | None]] = {
    "event": event_page.around,
    "body": body_page.by_year,
    "participant": _way_or_meetings,
}
