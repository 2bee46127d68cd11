"""The page of one document: its kind, when and where it was adopted, whether it is in force, its parts, its meetings."""

import datetime
from typing import Any

import streamlit as st

from sidang import record
from sidang.cited import Cited
from sidang.frame import Page, guarded
from sidang.language import Language
from sidang.markdown import literal
from sidang.names import meeting_name, where
from sidang.options import pillar_names
from sidang.questions import one
from sidang.record import Fact, fact, link
from sidang.words import document_words, relation_words

REGISTER = "pages/records/documents.py"


def draw(page: Page) -> None:
    """The whole page; without a document the way to the register."""
    _ = page.language.text
    called = page.view.record or ""
    document_id = record.present_id(page, "document", called)
    known = page.ask("document", document_id=document_id)
    if not known:
        st.title(_("Which document?"), anchor=False)
        record.draw_unknown(page, REGISTER, called, _("No document is called `{id}`.", id=literal(called)))
        return
    document = one(known)
    st.title(page.language.name(document), anchor=False)
    evidence = record.cited(page, _records(page, document))
    for part, name in (
        (_draw_answer, _("Sentence")),
        (_draw_facts, _("Facts")),
        (_draw_parts, _("Parts")),
        (_draw_meetings, _("Meetings")),
        (_draw_end, _("Sources")),
    ):
        guarded(page, lambda page, key, part=part: part(page, document, evidence), name)  # type: ignore[misc]


def _records(page: Page, document: Any) -> list[str]:
    own = document.document_id
    found = [f"documents:{own}"]
    found += [f"document_parts:{own}/{row.position}" for row in page.ask("parts_of_document", document_id=own)]
    for row in page.ask("meetings_of_document", document_id=own):
        found.append(f"event_documents:{row.event_id}/{own}/{row.relation}")
    return found


def validity(document: Any, as_of: datetime.date, language: Language) -> str:
    """Whether a document is in force on a day, as far as sources tell its span."""
    _ = language.text
    if document.valid_to_day and document.valid_to_day < as_of:
        return _("expired, valid to {day}", day=language.date(document.valid_to))
    if document.valid_from_day and document.valid_from_day > as_of:
        return _("not yet in force, valid from {day}", day=language.date(document.valid_from))
    if document.valid_to and document.valid_from:
        return _("in force, {span}", span=language.dates(document.valid_from, document.valid_to))
    if document.valid_to:
        return _("in force, valid to {day}", day=language.date(document.valid_to))
    if document.valid_from:
        return _("in force since {day}; no end is recorded", day=language.date(document.valid_from))
    return _("no span of validity is recorded")


def _draw_answer(page: Page, document: Any, evidence: Cited) -> None:
    language, _ = page.language, page.language.text
    others = record.other_names(document, language)
    if others:
        st.caption(others)
    when = language.date(document.adopted_date) if document.adopted_date else _("a day not known")
    adopted = [row for row in _meetings(page, document) if row.relation == "adopted"]
    names = [link(page, "event", row.event_id, meeting_name(row, language)) for row in adopted]
    said = (
        _("**Adopted {when}** by {meetings}.", when=when, meetings=language.listing(names))
        if names
        else _("**Adopted {when}**; no meeting is recorded that adopted it.", when=when)
    )
    day = language.date(page.as_of.isoformat())
    st.markdown(said + " " + _("On {day}: {state}.", day=day, state=validity(document, page.as_of, language)))


def _meetings(page: Page, document: Any) -> Any:
    return page.ask("meetings_of_document", document_id=document.document_id)


def _draw_facts(page: Page, document: Any, evidence: Cited) -> None:
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
    record.draw_facts(page, facts, evidence)


def _date(page: Page, date: str | None) -> str | None:
    return page.language.date(date) if date else None


def _draw_parts(page: Page, document: Any, evidence: Cited) -> None:
    rows = page.ask("parts_of_document", document_id=document.document_id)
    if not rows:
        return
    st.subheader(page.language.text("Parts"), anchor=False)
    st.markdown(
        "\n".join(
            f"{row.position}. {literal(page.language.name(row))} "
            + record.marks(evidence.marks(f"document_parts:{document.document_id}/{row.position}"))
            for row in rows
        )
    )


def _draw_meetings(page: Page, document: Any, evidence: Cited) -> None:
    """Meetings that prepared, adopted and discussed it."""
    language, _ = page.language, page.language.text
    st.subheader(_("Meetings"), anchor=False)
    rows = _meetings(page, document)
    if not rows:
        st.caption(_("No meeting is recorded that prepared, adopted or discussed it."))
        return
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
        for row in rows
    ]
    st.markdown(record.table(heads, lines))


def _draw_end(page: Page, document: Any, evidence: Cited) -> None:
    record.draw_disputes(page, evidence)
    record.draw_source_list(page, evidence)
    record.draw_citation(page, "document", document.document_id, lambda language: language.name(document))
