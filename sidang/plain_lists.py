"""The lists of the plain pages: the records of a kind in view, so many on a page, each leading to its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from sidang.frame import Page
from sidang.markdown import literal
from sidang.names import meeting_name, organization_name, where
from sidang.plain_text import line, tabled
from sidang.questions import one
from sidang.record import link
from sidang.search import documents_in_view
from sidang.words import document_words, kind_words

PAGE_SIZE = 500


@dataclass(frozen=True)
class Listed:
    """A page of a list: its heading, how many records there are in all, in words and as a number, and the table."""

    heading: str
    answer: Markup
    total: int
    table: Markup


def listed_records(page: Page, kind: str, skipped: int) -> Listed:
    """The records of a kind in view after the first `skipped` ones."""
    return {"event": _events, "body": _bodies, "participant": _participants, "document": _documents}[kind](page, skipped)


def _events(page: Page, skipped: int) -> Listed:
    """Meetings of any status, the latest first; the answer counts those held, as everywhere."""
    language, _ = page.language, page.language.text
    figures = one(page.ask("view_figures"))
    total = figures.meetings + figures.announced + figures.upcoming + figures.other
    said = language.count("{n} meeting held", "{n} meetings held", figures.meetings)
    if total > figures.meetings:
        rest = total - figures.meetings
        said += ", " + language.count(
            "{n} more planned, announced or cancelled", "{n} more planned, announced or cancelled", rest
        )
    rows = page.ask("events_in_order", sort=page.view.sort, language=language.code, most=PAGE_SIZE, skipped=skipped)
    lines = [
        (
            link(page, "event", row.event_id, meeting_name(row, language)),
            language.dates(row.start_date, row.end_date),
            literal(where(row, language)),
        )
        for row in rows
    ]
    return _listed(_("Meetings"), said, total, (_("Meeting"), _("Date"), _("Where")), lines)


def _bodies(page: Page, skipped: int) -> Listed:
    language, _ = page.language, page.language.text
    rows = page.ask("body_register")
    lines = [
        (
            link(page, "body", row.body_id, language.name(row)),
            literal(organization_name(row, language)),
            language.number(row.meetings),
        )
        for row in rows[skipped : skipped + PAGE_SIZE]
    ]
    said = language.count("{n} body", "{n} bodies", len(rows))
    return _listed(_("Bodies"), said, len(rows), (_("Body"), _("Organization"), _("Meetings")), lines)


def _participants(page: Page, skipped: int) -> Listed:
    language, _ = page.language, page.language.text
    rows, kinds = page.ask("participant_register"), kind_words(language)
    lines = [
        (link(page, "participant", row.participant_id, language.name(row)), kinds[row.kind], language.number(row.meetings))
        for row in rows[skipped : skipped + PAGE_SIZE]
    ]
    said = language.count("{n} participant", "{n} participants", len(rows))
    heads = (_("Participant"), _("Kind"), _("Meetings at which it is recorded"))
    return _listed(_("Participants"), said, len(rows), heads, lines)


def _documents(page: Page, skipped: int) -> Listed:
    language, _ = page.language, page.language.text
    rows, kinds = documents_in_view(page), document_words(language)
    lines = [
        (
            link(page, "document", row.document_id, language.name(row)),
            kinds[row.kind],
            language.date(row.adopted_date) if row.adopted_date else _("not known"),
        )
        for row in rows[skipped : skipped + PAGE_SIZE]
    ]
    said = language.count("{n} document", "{n} documents", len(rows))
    return _listed(_("Documents"), said, len(rows), (_("Document"), _("Kind"), _("Adopted")), lines)


def _listed(heading: str, said: str, total: int, heads: tuple[str, ...], lines: Iterable[Any]) -> Listed:
    rows = list(lines)
    return Listed(heading, line(said), total, tabled(heads, rows) if rows else Markup(""))
