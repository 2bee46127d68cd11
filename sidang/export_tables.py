"""The tables that can be taken away: "shown" is what the page shows, "everything" all that is known of each row.

Of what is shown the rows and columns are those of the page's own function. Everything has the names in the reader's language
with the codes beside them, and comes in portions, so that its length does not matter.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from sidang import data_conflicts, data_coverage, meetings, participant_meetings, registers, status_tables, venues
from sidang.api_kinds import KINDS
from sidang.conflict_words import conflicts_in
from sidang.coverage import QUESTION, cell_in_words, missing_in_words, series_in, state_words
from sidang.evidence import basis_of
from sidang.frame import Page
from sidang.language import Language
from sidang.markdown import plain_text
from sidang.matrix import matrix_of, styled
from sidang.meeting_state import remarks_of
from sidang.names import meeting_name, organization_name, where
from sidang.options import level_names, mode_names, pillar_names, short_name
from sidang.parameters import parameters_of
from sidang.questions import Rows, one, portions
from sidang.record import Lines
from sidang.search import documents_in_view
from sidang.status_words import status_word
from sidang.tables import status_names
from sidang.validity import validity
from sidang.venue_marks import Venues
from sidang.venue_tables import place_table
from sidang.words import document_words, grade_words, kind_headings, level_words

MOST_PLACES = 1_000_000
Cells = Sequence[Any]


@dataclass(frozen=True)
class Export:
    """A table on its way: its heads, its rows in portions, how many there are."""

    heads: Sequence[str]
    portions: Iterator[Sequence[Cells]]
    total: int


@dataclass(frozen=True)
class Kind:
    """A table: the page on which it stands, what is shown there, and everything where there is more.

    `like` is the list for machines that takes the same filters (api_kinds.py), `record` the kind of record whose table
    it is, `state` that of the meetings whose sources stand behind it (held), None for any.
    """

    path: str
    title: Callable[[Language], str]
    shown: Callable[..., Export]
    everything: Callable[[Page], Export] | None = None
    like: str = "events"
    record: str = ""
    state: str | None = "held"

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of a link that change its rows: those of the same list for machines."""
        return KINDS[self.like].keys


def _framed(table: pd.DataFrame) -> Export:
    """A table for reading, its links left out: a file is no page."""
    kept = table.drop(columns=[name for name in table if _is_of_addresses(table[name])])
    rows = kept.astype(object).where(kept.notna(), None).to_numpy().tolist()
    return Export(list(map(str, kept.columns)), iter([rows]), len(rows))


def _is_of_addresses(column: pd.Series) -> bool:
    filled = [cell for cell in column if isinstance(cell, str) and cell]
    return bool(filled) and all(cell.startswith("/") for cell in filled)


def _lined(lines: Lines, group: str) -> Export:
    """A register whose groups have a line of their own on the page: in a file they are a column of it."""
    heads, told = lines
    rows, current = [], ""
    for line in told:
        if line[0].startswith("**") and not any(line[1:]):
            current = plain_text(line[0])
        else:
            rows.append([current, *(_number(plain_text(cell)) for cell in line)])
    if not current:
        return Export(list(heads), iter([[row[1:] for row in rows]]), len(rows))
    return Export([group, *heads], iter([rows]), len(rows))


def _number(text: str) -> Any:
    """A number of a register as a number: separators of thousands are those of the reader's language."""
    plain = text.replace(",", "").replace(".", "")
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 10 else text


def _coded(language: Language, label: str) -> str:
    return language.text("{label} (code)", label=label)


def _listed(heads: Sequence[str], rows: Sequence[Cells]) -> Export:
    return Export(heads, iter([rows]), len(rows))


def _meetings(page: Page) -> Export:
    """All that is known of each meeting in view, of any status."""
    language, _ = page.language, page.language.text
    figures = one(page.ask("view_figures"))
    total = figures.meetings + figures.announced + figures.upcoming + figures.other
    settings = {"sort": page.view.sort, "language": language.code, "most": None, "skipped": 0}
    found = portions(page.edition, "events_in_order", parameters_of(page.edition, page.view, page.as_of) | settings)
    states, pillars, levels = status_names(language), pillar_names(page.edition, language), level_words(language)
    modes = mode_names(language)

    def code(label: str) -> str:
        return _coded(language, label)

    columns: dict[str, Callable[[Any], Any]] = {
        _("Id"): lambda row: row.event_id,
        _("Meeting"): lambda row: meeting_name(row, language),
        _("Number"): lambda row: row.ordinal,
        _("From"): lambda row: row.start_date,
        _("To"): lambda row: row.end_date,
        _("First day"): lambda row: row.first_day,
        _("Last day"): lambda row: row.last_day,
        _("Status"): lambda row: states[row.state],
        code(_("Status")): lambda row: row.state,
        _("Body"): lambda row: language.name(row, "body_name"),
        code(_("Body")): lambda row: row.body_id,
        _("Organization"): lambda row: language.name(row, "organization_name"),
        code(_("Organization")): lambda row: row.organization_id,
        _("Pillar"): lambda row: pillars[row.pillar_id],
        code(_("Pillar")): lambda row: row.pillar_id,
        _("Level"): lambda row: levels[row.level],
        code(_("Level")): lambda row: row.level,
        _("Mode"): lambda row: modes[row.mode],
        code(_("Mode")): lambda row: row.mode,
        _("Where"): lambda row: where(row, language),
        _("City or area"): lambda row: language.name(row, "place_name") if row.place_name else None,
        code(_("City or area")): lambda row: row.place_id,
        _("Country"): lambda row: language.name(row, "country_name") if row.country_name else None,
        code(_("Country")): lambda row: row.country_id,
        _("Venue"): lambda row: row.venue,
        _("Latitude"): lambda row: row.latitude,
        _("Longitude"): lambda row: row.longitude,
        _("Remarks"): lambda row: "; ".join(text for texts in remarks_of(row, language).values() for text in texts),
        _("Note"): lambda row: row.note,
        _("Participants recorded"): lambda row: row.recorded_participants,
        _("Sources"): lambda row: row.sources,
    }
    cells = list(columns.values())
    told = ([[cell(row) for cell in cells] for row in rows] for rows in found)
    return Export(list(columns), told, total)


def _places(page: Page) -> Export:
    """Every place in view, however many, with codes and the point of each."""
    language, _ = page.language, page.language.text
    own = Venues(page)
    rows = page.ask("meetings_by_whereabouts", most=MOST_PLACES, is_planned_shown=page.view.is_planned_charted)
    table = place_table(own, rows)
    table.insert(1, _coded(language, _("Place")), [row.whereabouts for row in rows])
    table.insert(3, _coded(language, _("Country")), [row.country_id for row in rows])
    table[_("Latitude")] = [row.latitude for row in rows]
    table[_("Longitude")] = [row.longitude for row in rows]
    return _framed(table)


def _statuses(page: Page) -> Export:
    """Every status ever held by those in view, with its days as sources tell them and as they are derived."""
    language, _ = page.language, page.language.text
    rows = page.ask("status_spans")
    heads = (
        _("Id"), _("Participant"), _coded(language, _("Participant")), _("Organization"),
        _coded(language, _("Organization")), _("Status"), _coded(language, _("Status")), _("Track (code)"),
        _("Asked for (code)"), _("From"), _("Until, exclusive"), _("Listed from"), _("Listed until"), _("Certain from"),
        _("Certain until, exclusive"), _("Possible from"), _("Possible until, exclusive"), _("By which act"),
    )  # fmt: skip
    return _listed(
        heads,
        [
            (
                row.status_id, language.name(row), row.participant_id, organization_name(row, language), row.organization_id,
                status_word(language, row), row.status, row.track, row.sought, row.from_date, row.until_date,
                row.attested_from, row.attested_until, row.certain_from, row.certain_until, row.possible_from,
                row.possible_until, basis_of(row, language),
            )
            for row in rows
        ],
    )  # fmt: skip


def _held(page: Page) -> Export:
    return _framed(status_tables.list_table(page.ask("held_statuses"), page))


def _matrix(page: Page) -> Export:
    table: Any = styled(matrix_of(page), page.language, page.theme)
    return _framed(table.data)


def _changes(page: Page) -> Export:
    since = page.view.compared_with(page.as_of)
    return _framed(status_tables.change_table(page.ask("status_changes", since=since), page))


def _bodies(page: Page) -> Export:
    """Each body in view with its names in both languages and its codes."""
    language, _ = page.language, page.language.text
    levels, pillars = level_names(language), pillar_names(page.edition, language)
    heads = (
        _("Id"), _("Body"), _("Name in English"), _("Name in Indonesian"), _("Acronym"), _("Part of"),
        _coded(language, _("Part of")), _("Organization"), _coded(language, _("Organization")), _("Level"),
        _coded(language, _("Level")), _("Pillar"), _coded(language, _("Pillar")), _("Meetings"), _("With bodies below"),
    )  # fmt: skip
    rows = page.ask("body_register")
    by_id = {row.body_id: row for row in rows}
    return _listed(
        heads,
        [
            (
                row.body_id, language.name(row), row.name, row.name_indonesian, row.acronym,
                language.name(by_id[row.parent_body_id]) if row.parent_body_id in by_id else None, row.parent_body_id,
                language.name(row, "organization_name"), row.organization_id, levels[row.level], row.level,
                pillars[row.pillar_id], row.pillar_id, row.meetings, row.with_sub_bodies,
            )
            for row in rows
        ],
    )  # fmt: skip


def _participants(page: Page) -> Export:
    """Each participant with its names in both languages and its codes."""
    language, _, kinds = page.language, page.language.text, kind_headings(page.language)
    heads = (
        _("Id"), _("Participant"), _("Name in English"), _("Name in Indonesian"), _("Kind"), _coded(language, _("Kind")),
        _("Meetings at which it is recorded"),
    )  # fmt: skip
    return _listed(
        heads,
        [
            (row.participant_id, language.name(row), row.name, row.name_indonesian, kinds[row.kind], row.kind, row.meetings)
            for row in page.ask("participant_register")
        ],
    )


def _documents(page: Page) -> Export:
    """Each document with its names in both languages, its days and its codes."""
    language, _ = page.language, page.language.text
    kinds, pillars = document_words(language), pillar_names(page.edition, language)
    heads = (
        _("Id"), _("Document"), _("Name in English"), _("Name in Indonesian"), _("Kind"), _coded(language, _("Kind")),
        _("Adopted"), _("In force from"), _("In force until"), _("Validity"), _("Organization"),
        _coded(language, _("Organization")), _("Pillar"), _coded(language, _("Pillar")), _("Meetings"),
    )  # fmt: skip
    return _listed(
        heads,
        [
            (
                row.document_id, language.name(row), row.name, row.name_indonesian, kinds[row.kind], row.kind,
                row.adopted_date, row.valid_from, row.valid_to,
                validity(row, page.as_of, language) if row.valid_from or row.valid_to else None,
                organization_name(row, language), row.organization_id, pillars[row.pillar_id], row.pillar_id, row.meetings,
            )
            for row in documents_in_view(page)
        ],
    )  # fmt: skip


def _sources(page: Page) -> Export:
    """The pages behind the meetings in view, without filters all pages of the edition."""
    language, _, grades = page.language, page.language.text, grade_words(page.language)
    is_filtered = page.view.is_filtered
    settings = {"is_filtered": is_filtered, "most": None, "skipped": 0}
    found = portions(page.edition, "source_register", parameters_of(page.edition, page.view, page.as_of) | settings)
    total = one(page.ask("source_count", is_filtered=is_filtered)).sources
    heads = (
        _("Id"), _("Title"), _("Publisher"), _("Site"), _("Address"), _("Grade"), _coded(language, _("Grade")),
        _("Language (code)"), _("Published"), _("Last checked"), _("Meetings"), _("Facts"),
    )  # fmt: skip
    told = (
        [
            (
                row.source_id, row.title, row.publisher, row.host, row.url or row.file, grades[row.grade], row.grade,
                row.language, row.published, row.accessed, row.meetings, row.citations,
            )
            for row in rows
        ]
        for rows in found
    )  # fmt: skip
    return Export(heads, told, total)


def _conflicts(page: Page) -> Export:
    return _framed(data_conflicts.conflict_table(page, conflicts_in(page.ask("conflict_list"))))


def _sides(page: Page) -> Export:
    """Each side of each conflict in a row of its own, with its page."""
    language, _ = page.language, page.language.text
    found = conflicts_in(page.ask("conflict_list"))
    table = data_conflicts.conflict_table(page, found)
    heads = (
        _("Id"), *table.columns, _("Table (code)"), _("Record (code)"), _("Field (code)"), _("Kept (code)"), _("Side"),
        _("Said by"), _("Address"), _("Grade"),
    )  # fmt: skip
    grades = grade_words(language)
    rows = [
        (
            conflict.row.conflict_id, *words, side.table_name, side.record_id, side.field, side.kept_value,
            side.claimed_value, side.source_name or side.publisher or side.host, side.url,
            grades.get(side.grade) if side.grade else None,
        )
        for conflict, words in zip(found, table.itertuples(index=False), strict=True)
        for side in conflict.sides
    ]  # fmt: skip
    return _listed(heads, rows)


def _coverage(page: Page) -> Export:
    return _framed(data_coverage.by_body(page, series_in(page.ask(QUESTION), page.language)))


def _covered_years(page: Page) -> Export:
    """Every body in every year, also those beyond the picture."""
    language, _, words = page.language, page.language.text, state_words(page.language)
    heads = (
        _("Body"), _coded(language, _("Body")), _("Year"), _("State"), _coded(language, _("State")), _("Meetings"),
        _("Missing"), _("What is known"),
    )  # fmt: skip
    return _listed(
        heads,
        [
            (
                short_name(row, language), row.body_id, row.year, words[row.state], row.state, row.meetings,
                missing_in_words(row, language), cell_in_words(row, language),
            )
            for row in page.ask(QUESTION)
        ],
    )  # fmt: skip


def _meetings_of_participant(page: Page, who: Any) -> Export:
    rows: Rows = participant_meetings.recorded(page, who)
    return _framed(participant_meetings.meeting_table(rows, page.language))


TABLES: Mapping[str, Kind] = {
    "meetings": Kind(
        "/events", lambda language: language.text("Meetings"), lambda page: _framed(meetings.meetings_in_table(page)),
        _meetings, state=None,
    ),
    "places": Kind(
        "/venues", lambda language: language.text("Places"),
        lambda page: _framed(venues.table_of_view(Venues(page))), _places,
    ),
    "statuses": Kind("/membership", lambda language: language.text("Statuses on the day"), _held, _statuses, "statuses"),
    "matrix": Kind("/membership", lambda language: language.text("Matrix of statuses"), _matrix, like="statuses"),
    "changes": Kind(
        "/membership", lambda language: language.text("What changed between two days"), _changes, like="statuses"
    ),
    "bodies": Kind(
        "/bodies", lambda language: language.text("Bodies"),
        lambda page: _lined(registers.bodies_in_lines(page), page.language.text("Organization")), _bodies, "bodies",
    ),
    "participants": Kind(
        "/participants", lambda language: language.text("Participants"),
        lambda page: _lined(registers.participants_in_lines(page), page.language.text("Kind")), _participants,
        "participants",
    ),
    "documents": Kind(
        "/documents", lambda language: language.text("Documents"),
        lambda page: _lined(registers.documents_in_lines(page), ""), _documents, "documents",
    ),
    "sources": Kind("/data", lambda language: language.text("Sources"), _sources, like="sources"),
    "conflicts": Kind(
        "/data", lambda language: language.text("Where sources disagree"), _conflicts, _sides
    ),
    "coverage": Kind(
        "/data", lambda language: language.text("Coverage by body and year"), _coverage, _covered_years
    ),
    "participant-meetings": Kind(
        "/participant", lambda language: language.text("Meetings at which it is recorded"), _meetings_of_participant,
        record="participant",
    ),
}  # fmt: skip
