"""The parts of the plain page of a record: the words of its page, without chart, map and script."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from markupsafe import Markup

from sidang import body_page, document_page, event_page, participant_meetings, participant_page, participant_path, record
from sidang.behind import cited, records_of_body, records_of_document, records_of_meeting, records_of_participant
from sidang.cited import Cited
from sidang.evidence import basis_of, conflicts_in_words
from sidang.frame import Page
from sidang.language import Language
from sidang.markdown import literal
from sidang.names import meeting_name, organization_name, where
from sidang.plain_text import html, line, listed, paragraph, tabled
from sidang.questions import one
from sidang.record import ANCHOR, DISPUTED, Lines, link
from sidang.series_words import missing_in_words, series_in_words
from sidang.standing import span_in_words
from sidang.status_words import standing_at_meeting, status_word
from sidang.words import attendance_words, role_words


@dataclass(frozen=True)
class Part:
    """A part of the page: its heading, its text, and the anchor by which links within the page reach it."""

    heading: str
    text: Markup
    anchor: str = ""


@dataclass(frozen=True)
class Told:
    """All that a plain page tells of a record: the name in any language, other names, the answer, parts; its row."""

    names: Callable[[Language], str]
    other_names: Markup
    answer: Markup
    parts: tuple[Part, ...]
    row: Any


def told(page: Page, kind: str, record_id: str) -> Told | None:
    """What the plain page of a record tells; None where the edition has none of that id."""
    return TELLERS[kind](page, record_id)


def _event(page: Page, event_id: str) -> Told | None:
    found = page.ask("meeting", event_id=event_id)
    if not found:
        return None
    _, meeting = page.language.text, one(found)
    evidence = cited(page, records_of_meeting(page, meeting))
    heads, people = event_page.participants_of(page, meeting, evidence)
    missing = _("Only those whom a source names. A participant that is missing here says nothing about attendance.")
    topics = event_page.topics_of(page, meeting, evidence)
    documents = event_page.documents_of(page, meeting, evidence)
    chain = event_page.chain_in_words(page, page.ask("chain_of_meeting", event_id=event_id), evidence)
    parts = [
        Part(_("Facts"), tabled(*record.facts_in_table(page, event_page.facts_of(page, meeting), evidence))),
        Part(
            _("Who took part"),
            tabled(heads, people) + _remark(missing)
            if people
            else paragraph(_("No participant is recorded; who took part is not known.")),
        ),
        Part(
            _("Agenda and outcome"),
            listed(topics) if topics else paragraph(_("No topic is recorded; what was discussed is not known.")),
        ),
        Part(_("Documents"), listed(documents) if documents else paragraph(_("No document is recorded."))),
        *([Part(_("Meetings around it"), listed(chain))] if chain else []),
        _series(page, meeting.body_id, event_id),
        *_end(page, evidence),
    ]
    names = paragraph(event_page.other_names(page, meeting))
    return Told(
        lambda other: meeting_name(meeting, other), names, line(event_page.answer(page, meeting)), tuple(parts), meeting
    )


def _body(page: Page, body_id: str) -> Told | None:
    found = page.ask("body", body_id=body_id)
    if not found:
        return None
    _, body = page.language.text, one(found)
    evidence = cited(page, records_of_body(page, body))
    places, below = body_page.places_of(page, body), body_page.bodies_below(page, body)
    known, chairs = body_page.chairs_of(page, body)
    meetings = _meetings(page, body_id)
    parts = [
        Part(_("Facts"), tabled(*record.facts_in_table(page, body_page.facts_of(page, body), evidence))),
        *([Part(_("Where it met"), paragraph(" · ".join(places)))] if places else []),
        *([Part(_("Chairs"), _remark(known) + listed(chairs))] if chairs else []),
        *([Part(_("Bodies below it"), tabled(*below))] if below[1] else []),
        *([_series(page, body_id)] if meetings[1] else []),
        Part(_("Meetings"), tabled(*meetings) if meetings[1] else paragraph(_("No meeting of this body is in view."))),
        *_end(page, evidence),
    ]
    names = paragraph(body_page.other_names(page, body))
    return Told(lambda other: other.name(body), names, line(body_page.answer(page, body)), tuple(parts), body)


def _participant(page: Page, participant_id: str) -> Told | None:
    found = page.ask("participant", participant_id=participant_id)
    if not found:
        return None
    _, who = page.language.text, one(found)
    evidence = cited(page, records_of_participant(page, who))
    rows = participant_meetings.recorded(page, who)
    statuses, documents = _statuses(page, who, evidence), participant_page.documents_about(page, who)
    is_led = participant_path.is_led(page, who)
    steps = participant_path.steps_in_words(page, participant_path.way_of(page, who)[0]) if is_led else []
    at_home = participant_meetings.national(page, who)
    parts = [
        *([Part(_("The way into ASEAN"), listed(steps, is_numbered=True))] if steps else []),
        Part(_("Statuses"), tabled(*statuses) if statuses[1] else paragraph(_("No status is recorded."))),
        Part(
            _("Meetings at which it is recorded"),
            tabled(*_roles(page, who, rows, evidence)) + _remark(participant_meetings.reconciled(rows, page.language))
            if rows
            else paragraph(_("It is recorded at no meeting in view.")),
        ),
        *([Part(_("National coordination"), tabled(*_roles(page, who, at_home, evidence)))] if at_home else []),
        *([Part(_("Documents that name it"), listed(documents))] if documents else []),
        Part(_("Not known"), listed(participant_page.gaps(page, who))),
        *_end(page, evidence, _named(page, who, (*rows, *at_home))),
    ]
    about = paragraph(participant_page.about(page, who))
    return Told(lambda other: other.name(who), about, line(participant_page.answer(page, who)), tuple(parts), who)


def _document(page: Page, document_id: str) -> Told | None:
    found = page.ask("document", document_id=document_id)
    if not found:
        return None
    _, document = page.language.text, one(found)
    evidence = cited(page, records_of_document(page, document))
    pieces = document_page.parts_of(page, document, evidence)
    meetings = document_page.meetings_of(page, document, evidence)
    none = paragraph(_("No meeting is recorded that prepared, adopted or discussed it."))
    parts = [
        Part(_("Facts"), tabled(*record.facts_in_table(page, document_page.facts_of(page, document), evidence))),
        *([Part(_("Parts"), html("\n".join(pieces)))] if pieces else []),
        Part(_("Meetings"), tabled(*meetings) if meetings[1] else none),
        *_end(page, evidence),
    ]
    names = paragraph(record.other_names(document, page.language))
    answer = line(document_page.answer(page, document))
    return Told(lambda other: other.name(document), names, answer, tuple(parts), document)


TELLERS: dict[str, Callable[[Page, str], Told | None]] = {
    "event": _event,
    "body": _body,
    "participant": _participant,
    "document": _document,
}


def _remark(text: str) -> Markup:
    return Markup('<p class="remark">{}</p>').format(line(text))


def _series(page: Page, body_id: str, event_id: str | None = None) -> Part:
    told = Markup("\n").join(paragraph(text) for text in series_in_words(page, body_id, event_id))
    missing = missing_in_words(page, body_id)
    return Part(page.language.text("Series"), told + (_remark(missing) if missing else Markup("")))


def _meetings(page: Page, body_id: str) -> Lines:
    """All meetings of the body itself, the latest first."""
    language, _ = page.language, page.language.text
    lines = [
        (
            link(page, "event", row.event_id, meeting_name(row, language)),
            language.dates(row.start_date, row.end_date),
            literal(where(row, language)),
        )
        for row in reversed(page.ask("series_of_body", body_id=body_id))
    ]
    return (_("Meeting"), _("Date"), _("Where")), lines


def _statuses(page: Page, who: Any, evidence: Cited) -> Lines:
    """All its statuses, each with its first and last day, the act and the pages behind it."""
    language, _ = page.language, page.language.text
    lines = []
    for row in page.ask("status_spans", participants=(who.participant_id,), organizations=()):
        start, end = span_in_words(language, row)
        behind = record.marks(evidence.marks(f"statuses:{row.status_id}"))
        name = literal(organization_name(row, language))
        lines.append((name, status_word(language, row), start, end, literal(basis_of(row, language)), behind))
    return (_("Organization"), _("Status"), _("Since"), _("Until"), _("By which act"), _("Sources")), lines


def _roles(page: Page, who: Any, rows: Any, evidence: Cited) -> Lines:
    """Meetings with the role that a source gives and the standing on that day."""
    language, _ = page.language, page.language.text
    roles, presence = role_words(language), attendance_words(language)
    lines = []
    for _key, found in groupby(rows, key=lambda row: (row.event_id, row.role, row.representative)):
        together = list(found)
        row = together[0]
        standing = standing_at_meeting(language, together)
        lines.append(
            (
                link(page, "event", row.event_id, meeting_name(row, language)),
                language.dates(row.start_date, row.end_date),
                roles[row.role],
                f"{literal(organization_name(row, language))}: {standing}" if standing else "–",
                "; ".join(part for part in (literal(row.representative), presence[row.attendance]) if part),
                record.marks(
                    evidence.marks(f"participations:{row.event_id}/{who.participant_id}/{row.role}/{row.representative}")
                ),
            )
        )
    heads = (
        _("Meeting"), _("Date"), _("Role by source"), _("Standing that day"), _("Represented by"), _("Sources"),
    )  # fmt: skip
    return heads, lines


def _named(page: Page, who: Any, rows: Any) -> dict[str, str]:
    """What to call each status of a participant, milestone and part in a meeting where a page says otherwise of it."""
    language, own = page.language, who.participant_id
    names = {
        f"statuses:{row.status_id}": f"{literal(organization_name(row, language))}, {status_word(language, row)}"
        for row in page.ask("status_spans", participants=(own,), organizations=())
    }
    for row in page.ask("milestones_of_participant", participant_id=own):
        names[f"milestones:{row.milestone_id}"] = literal(language.name(row, "summary"))
    for row in rows:
        names[f"participations:{row.event_id}/{own}/{row.role}/{row.representative}"] = literal(meeting_name(row, language))
    return names


def _said_otherwise(page: Page, evidence: Cited, names: dict[str, str]) -> list[str]:
    """What pages say otherwise, of each record that has a name under that name."""
    found = record.said_otherwise(page.language, evidence.without(names))
    for name, told in names.items():
        found += [f"{told}: {text}" for text in record.said_otherwise(page.language, evidence.only(name))]
    return found


def _end(page: Page, evidence: Cited, names: dict[str, str] | None = None) -> list[Part]:
    """On what sources disagree, and all pages that stand behind the record."""
    language, _ = page.language, page.language.text
    against = _said_otherwise(page, evidence, names or {})
    told = [paragraph(first) + listed(rest) for first, *rest in conflicts_in_words(page, evidence.claims)]
    if against:
        told.append(listed(against))
    pages = [record.page_line(row, language) for row in evidence.pages.values()]
    sources = listed(pages, is_numbered=True) + (_remark(_("No second source is known.")) if len(pages) == 1 else Markup(""))
    disputed = [Part(_("Disputed between sources"), Markup("\n").join(told), DISPUTED)] if told else []
    return [*disputed, Part(_("Sources"), sources, ANCHOR)]
