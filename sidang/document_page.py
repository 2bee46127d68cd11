"""The page of one document: its kind, when and where it was adopted, whether it is in force, its parts, its meetings."""

from typing import Any

import streamlit as st

from sidang import record
from sidang.behind import cited, records_of_document
from sidang.cited import Cited
from sidang.frame import Page, guarded
from sidang.markdown import literal
from sidang.names import meeting_name, where
from sidang.options import pillar_names
from sidang.questions import one
from sidang.record import Fact, fact, link
from sidang.record_ids import present_id
from sidang.validity import validity
from sidang.words import document_words, relation_words

REGISTER = "pages/records/documents.py"


def draw(page: Page) -> None:
    """The whole page; without a document the way to the register."""
    _ = page.language.text
    called = page.view.record or ""
    document_id = present_id(page, "document", called)
    known = page.ask("document", document_id=document_id)
    if not known:
        st.title(_("Which document?"), anchor=False)
        record.draw_unknown(page, REGISTER, called, _("No document is called `{id}`.", id=literal(called)))
        return
    document = one(known)
    st.title(page.language.name(document), anchor=False)
    evidence = cited(page, records_of_document(page, document))
    for part, name in (
        (_draw_answer, _("Sentence")),
        (_draw_facts, _("Facts")),
        (_draw_parts, _("Parts")),
        (_draw_meetings, _("Meetings")),
        (_draw_end, _("Sources")),
    ):
        guarded(page, lambda page, key, part=part: part(page, document, evidence), name)  # type: ignore[misc]


def _draw_answer(page: Page, document: Any, evidence: Cited) -> None:
    others = record.other_names(document, page.language)
    if others:
        st.caption(others)
    st.markdown(answer(page, document))


def answer(page: Page, document: Any) -> str:
    """When it was adopted and by which meetings, and whether it is in force, as Markdown."""
    language, _ = page.language, page.language.text
    when = language.date(document.adopted_date) if document.adopted_date else _("a day not known")
    adopted = [row for row in _meetings(page, document) if row.relation == "adopted"]
    names = [link(page, "event", row.event_id, meeting_name(row, language)) for row in adopted]
    said = (
        _("**Adopted {when}** by {meetings}.", when=when, meetings=language.listing(names))
        if names
        else _("**Adopted {when}**; no meeting is recorded that adopted it.", when=when)
    )
    day = language.date(page.as_of.isoformat())
    return said + " " + _("On {day}: {state}.", day=day, state=validity(document, page.as_of, language))


def _meetings(page: Page, document: Any) -> Any:
    return page.ask("meetings_of_document", document_id=document.document_id)


def _draw_facts(page: Page, document: Any, evidence: Cited) -> None:
    record.draw_facts(page, facts_of(page, document), evidence)


def facts_of(page: Page, document: Any) -> list[Fact]:
    """The facts of a document, in their order."""
    language, _ = page.language, page.language.text
    own = f"documents:{document.document_id}"
    adopted = [row for row in _meetings(page, document) if row.relation == "adopted"]
    places = list(dict.fromkeys(where(row, language) for row in adopted))
    facts = [
        Fact(_("Kind"), document_words(language)[document.kind], own),
        fact(page, _("Adopted"), _date(page, document.adopted_date), own, "adopted_date"),
        fact(
            page,
            _("Adopted in"),
            literal(language.listing(places)) if places else None,
            f"event_documents:{adopted[0].event_id}/{document.document_id}/adopted" if adopted else "",
        ),
        Fact(_("Organization"), literal(language.name(document, "organization_name")), own),
        Fact(_("Pillar"), pillar_names(page.edition, language)[document.pillar_id], own),
        fact(page, _("Valid from"), _date(page, document.valid_from), own, "valid_from"),
        fact(page, _("Valid to"), _date(page, document.valid_to), own, "valid_to"),
    ]
    if document.note:
        facts.append(Fact(_("Remark"), literal(f"{document.note}{language.mark_of_english}"), own, ("note",)))
    return facts


def _date(page: Page, date: str | None) -> str | None:
    return page.language.date(date) if date else None


def _draw_parts(page: Page, document: Any, evidence: Cited) -> None:
    lines = parts_of(page, document, evidence)
    if lines:
        st.subheader(page.language.text("Parts"), anchor=False)
        st.markdown("\n".join(lines))


def parts_of(page: Page, document: Any, evidence: Cited) -> list[str]:
    """The parts of a document, numbered, with the pages behind each, as Markdown."""
    return [
        f"{row.position}. {literal(page.language.name(row))} "
        + record.marks(evidence.marks(f"document_parts:{document.document_id}/{row.position}"))
        for row in page.ask("parts_of_document", document_id=document.document_id)
    ]


def _draw_meetings(page: Page, document: Any, evidence: Cited) -> None:
    """Meetings that prepared, adopted and discussed it."""
    _ = page.language.text
    st.subheader(_("Meetings"), anchor=False)
    heads, lines = meetings_of(page, document, evidence)
    if not lines:
        st.caption(_("No meeting is recorded that prepared, adopted or discussed it."))
        return
    st.markdown(record.table(heads, lines))


def meetings_of(page: Page, document: Any, evidence: Cited) -> record.Lines:
    """The meetings of a document, as heads and lines of a table in Markdown."""
    language, _ = page.language, page.language.text
    relations = relation_words(language)
    heads = (_("What it did"), _("Meeting"), _("Date"), _("Where"), _("Source"))
    lines = [
        (
            relations[row.relation],
            link(page, "event", row.event_id, meeting_name(row, language)),
            language.dates(row.start_date, row.end_date),
            literal(where(row, language)),
            record.marks(evidence.marks(f"event_documents:{row.event_id}/{document.document_id}/{row.relation}")),
        )
        for row in _meetings(page, document)
    ]
    return heads, lines


def _draw_end(page: Page, document: Any, evidence: Cited) -> None:
    record.draw_disputes(page, evidence)
    record.draw_source_list(page, evidence)
    record.draw_citation(page, "document", document.document_id, lambda language: language.name(document))
