"""The matrix of statuses: who has which in which organization on the day of the view, a letter or a mark a cell."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pandas as pd
from pandas.io.formats.style import Styler

from sidang.frame import Page
from sidang.language import Language
from sidang.options import short_name
from sidang.questions import Rows
from sidang.status_words import GROUPS, absence_marks, absence_word, letters, standing_word, status_word
from sidang.theme import Theme

START_NOT_KNOWN = "°"
APPLICANT, IN_PRINCIPLE = "▷", "▶"


@dataclass(frozen=True)
class Cell:
    """One participant in one organization on the day of the view; `former` is the standing that it has given up or lost."""

    participant_id: str
    organization_id: str
    absence: str
    standings: tuple[Any, ...]
    accessions: tuple[Any, ...]
    former: str | None = None

    @property
    def record(self) -> str:
        """The id by which a link names the cell."""
        return f"{self.participant_id.lower()}.{self.organization_id}"

    @property
    def group(self) -> str:
        """member, observer, partner or former for a certain standing; possible; else what its absence means."""
        if not self.standings:
            return self.absence
        return GROUPS[self.standings[0].status] if self.standings[0].is_certain else "possible"


@dataclass(frozen=True)
class Matrix:
    """The cells by line and column, with the names of both."""

    names: dict[str, str]
    organizations: dict[str, str]
    cells: dict[tuple[str, str], Cell]


def matrix_of(page: Page) -> Matrix:
    """The matrix of the view: participants in alphabetical order of their English names, organizations in their order."""
    rows = page.ask("standing_matrix")
    titles = {row.organization_id: short_name(row, page.language) for row in page.ask("organizations")}
    ended = _ended(page)
    cells = {(cell.participant_id, cell.organization_id): cell for cell in _cells(rows, ended)}
    columns = {row.organization_id: row.matrix_position for row in rows}
    return Matrix(
        {row.participant_id: page.language.name(row) for row in rows},
        {name: titles[name] for name in sorted(columns, key=lambda name: columns[name])},
        cells,
    )


def mark_of(cell: Cell, language: Language) -> str:
    """What stands in a cell: letter of the standing, bracketed where it is only possible; then the step of accession."""
    known, parts = letters(language), []
    certain = [_letter(row, known) for row in cell.standings if row.is_certain]
    possible = [_letter(row, known) for row in cell.standings if not row.is_certain]
    parts += certain or ([f"({'/'.join(dict.fromkeys(possible))})"] if possible else [])
    for row in cell.accessions:
        arrow = (APPLICANT if row.status == "applicant" else IN_PRINCIPLE) + known[row.sought]
        parts.append(arrow if row.is_certain else f"({arrow})")
    if not cell.standings:
        parts.insert(0, absence_marks()[cell.absence])
        if cell.former:
            parts.insert(1, language.text("ex {letter}", letter=known[cell.former]))
    return " ".join(parts)


def styled(matrix: Matrix, language: Language, theme: Theme) -> Styler:
    """The matrix as a table: a line a participant, a column an organization."""
    codes = list(matrix.organizations)
    table = pd.DataFrame(
        [
            [name, *(mark_of(matrix.cells[participant, code], language) for code in codes)]
            for participant, name in matrix.names.items()
        ],
        columns=[language.text("Participant"), *matrix.organizations.values()],
    )
    looks = pd.DataFrame(
        [["", *(_look(matrix.cells[participant, code].group, theme) for code in codes)] for participant in matrix.names],
        columns=table.columns,
    )
    return table.style.apply(lambda _: looks, axis=None)


def legend(matrix: Matrix, language: Language) -> str:
    """What the letters and marks mean, of those that stand in the matrix."""
    _ = language.text
    used = {row.status for cell in matrix.cells.values() for row in cell.standings}
    terms = [
        f"**{letter}** {standing_word(language, status)}" for status, letter in letters(language).items() if status in used
    ]
    sought = {row.status for cell in matrix.cells.values() for row in cell.accessions}
    if "applicant" in sought:
        terms.append(f"**{APPLICANT}** " + _("applied for"))
    if "in_principle" in sought:
        terms.append(f"**{IN_PRINCIPLE}** " + _("agreed in principle"))
    if any(row.from_date is None for cell in matrix.cells.values() for row in cell.standings):
        terms.append(f"**{START_NOT_KNOWN}** " + _("start not known"))
    if any(cell.former for cell in matrix.cells.values()):
        terms.append(_("**ex** held before and ended"))
    if any(cell.group == "possible" for cell in matrix.cells.values()):
        terms.append("**( )** " + _("possibly, since the day is not known exactly"))
    absent = {cell.absence for cell in matrix.cells.values() if not cell.standings}
    terms += [f"**{mark}** {absence_word(language, name)}" for name, mark in absence_marks().items() if name in absent]
    return " · ".join(terms)


def in_words(cell: Cell, language: Language, member_term: str) -> str:
    """A cell in words: "observer; agreed in principle: membership", "not known"."""
    _ = language.text
    words = []
    for row in cell.standings:
        word = standing_word(language, row.status, member_term)
        words.append(word if row.is_certain else _("possibly {status}", status=word))
    if not words:
        words.append(absence_word(language, cell.absence))
        if cell.former:
            words.append(_("formerly {status}", status=standing_word(language, cell.former, member_term)))
    words += [
        status_word(language, row) if row.is_certain else _("possibly {status}", status=status_word(language, row))
        for row in cell.accessions
    ]
    return "; ".join(words)


def _ended(page: Page) -> dict[tuple[str, str], str]:
    """The last standing that ended before the day, by participant and organization."""
    spans = page.ask("status_spans", participants=(), organizations=())
    past = [row for row in spans if row.track == "standing" and row.possible_until and row.possible_until <= page.as_of]
    past.sort(key=lambda row: row.possible_until)
    return {(row.participant_id, row.organization_id): row.status for row in past}


def _cells(rows: Rows, ended: dict[tuple[str, str], str]) -> Iterator[Cell]:
    for (participant, organization), found in groupby(rows, key=lambda row: (row.participant_id, row.organization_id)):
        together = tuple(found)
        standings = tuple(row for row in together if row.track == "standing" and row.status)
        yield Cell(
            participant,
            organization,
            together[0].absence,
            standings,
            tuple(row for row in together if row.track == "accession"),
            None if standings else ended.get((participant, organization)),
        )


def _letter(row: Any, known: dict[str, str]) -> str:
    return known[row.status] + ("" if row.from_date else START_NOT_KNOWN)


def _look(group: str, theme: Theme) -> str:
    if group in ("member", "observer", "partner"):
        return f"background-color: {theme.standings[group]}; color: {theme.paper}; text-align: center"
    if group in ("possible", "former"):
        return f"color: {theme.ink}; text-align: center"
    return f"color: {theme.unknown if group == 'not_known' else theme.muted}; text-align: center"
