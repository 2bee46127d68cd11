"""The page of one meeting: its facts, its place in the series and in the chain, who was there, what came of it."""

from itertools import groupby
from typing import Any

import streamlit as st

from sidang import chain_chart, record
from sidang.behind import cited, participation, records_of_meeting
from sidang.cited import Cited
from sidang.clicks import draw_shown
from sidang.frame import Page, guarded
from sidang.language import Language, languages
from sidang.links import address
from sidang.markdown import literal
from sidang.meeting_state import remarks_of, state
from sidang.names import meeting_name, organization_name, where
from sidang.options import mode_names, pillar_names
from sidang.picture import Shown
from sidang.questions import Rows, one
from sidang.record import Fact, fact, link
from sidang.record_ids import present_id
from sidang.series_words import draw_series
from sidang.status_words import standing_at_meeting
from sidang.subscriptions import draw_calendar_of
from sidang.tables import status_names
from sidang.words import (
    attendance_words,
    level_words,
    link_words,
    relation_words,
    representation_words,
    role_words,
    topic_words,
)

REGISTER = "pages/explore/events.py"


def draw(page: Page) -> None:
    """The whole page; without a meeting the way to the list of meetings."""
    _ = page.language.text
    called = page.view.record
    event_id = present_id(page, "event", called) if called else ""
    known = page.ask("meeting", event_id=event_id)
    if not known:
        st.title(_("Which meeting?"), anchor=False)
        record.draw_unknown(page, REGISTER, called, _("No meeting is called `{id}`.", id=literal(called or "")))
        return
    meeting = one(known)
    st.title(meeting_name(meeting, page.language), anchor=False)
    evidence = cited(page, records_of_meeting(page, meeting))
    for part, name in (
        (_draw_answer, _("Sentence")),
        (_draw_facts, _("Facts")),
        (_draw_participants, _("Who took part")),
        (_draw_topics, _("Agenda and outcome")),
        (_draw_documents, _("Documents")),
        (_draw_chain, _("Meetings around it")),
        (_draw_series, _("Series")),
        (_draw_end, _("Sources")),
    ):
        guarded(page, lambda page, key, part=part: part(page, meeting, evidence), name)  # type: ignore[misc]


def _draw_answer(page: Page, meeting: Any, evidence: Cited) -> None:
    """Name in the other language, and the meeting in one sentence."""
    others = other_names(page, meeting)
    if others:
        st.caption(others)
    st.markdown(answer(page, meeting))
    draw_calendar_of(page, meeting)


def other_names(page: Page, meeting: Any) -> str:
    """What the meeting is called in the other languages, as Markdown."""
    others = {meeting_name(meeting, Language(code)) for code in languages()} - {meeting_name(meeting, page.language)}
    return " · ".join(literal(name) for name in sorted(others))


def answer(page: Page, meeting: Any) -> str:
    """The meeting in one sentence, as Markdown."""
    language, _ = page.language, page.language.text
    present = {
        row.participant_id
        for row in page.ask("participations_of_meeting", event_id=meeting.event_id)
        if row.attendance != "absent"
    }
    documents = [row for row in page.ask("documents_of_meeting", event_id=meeting.event_id) if row.relation == "adopted"]
    when = language.dates(meeting.start_date, meeting.end_date)
    place = literal(where(meeting, language)) if _place(page, meeting) else _("place not known")
    said = {
        "held": _("**Held**: {when}, {where}.", when=when, where=place),
        "announced": _(
            "**Announced, not confirmed**: {when}, {where}. No source reports that it was held.",
            when=when,
            where=place,
        ),
        "upcoming": _("**Upcoming**: {when}, {where}.", when=when, where=place),
        "cancelled": _("**Cancelled**: it was planned for {when}, {where}.", when=when, where=place),
        "postponed": _("**Postponed**: it was planned for {when}, {where}.", when=when, where=place),
    }[state(meeting, page.as_of)]
    if present:
        said += " " + language.count("{n} participant is recorded.", "{n} participants are recorded.", len(present))
    if documents:
        said += " " + language.count("It adopted {n} document.", "It adopted {n} documents.", len(documents))
    return said


def _draw_facts(page: Page, meeting: Any, evidence: Cited) -> None:
    record.draw_facts(page, facts_of(page, meeting), evidence)


def facts_of(page: Page, meeting: Any) -> list[Fact]:
    """The facts of a meeting, in their order."""
    language, _ = page.language, page.language.text
    own = f"events:{meeting.event_id}"
    pillars = pillar_names(page.edition, language)
    noted = remarks_of(meeting, page.language)
    facts = [
        Fact(_("Status"), status_names(language)[state(meeting, page.as_of)], own, ("status",)),
        fact(
            page,
            _("Date"),
            _with(language.dates(meeting.start_date, meeting.end_date), noted["dates"]) if meeting.start_date else None,
            own,
            "start_date",
            "end_date",
        ),
        fact(page, _("Place"), _place(page, meeting), own, "place_id", "country_id"),
    ]
    if meeting.venue:
        facts.append(Fact(_("Venue"), literal(meeting.venue), own, ("venue",)))
    facts += [
        fact(page, _("Mode"), _mode(page, meeting), own, "mode"),
        Fact(_("Body"), link(page, "body", meeting.body_id, language.name(meeting, "body_name")), own, ("body_id",)),
    ]
    if meeting.ordinal is not None:
        facts.append(Fact(_("Number"), _with(str(meeting.ordinal), noted["ordinal"]), own, ("ordinal",)))
    facts.append(Fact(_("Organization"), literal(language.name(meeting, "organization_name")), f"bodies:{meeting.body_id}"))
    facts.append(Fact(_("Lead pillar"), pillars[meeting.pillar_id], f"bodies:{meeting.body_id}"))
    for row in page.ask("pillars_of_meeting", event_id=meeting.event_id):
        facts.append(Fact(_("Involved pillar"), language.name(row), f"event_pillars:{meeting.event_id}/{row.pillar_id}"))
    facts.append(Fact(_("Level"), level_words(language)[meeting.level], f"bodies:{meeting.body_id}"))
    people = page.ask("participations_of_meeting", event_id=meeting.event_id)
    for role, label in (("chair", _("Chair")), ("host", _("Host"))):
        found = [row for row in people if row.role == role]
        facts += [
            Fact(label, link(page, "participant", row.participant_id, language.name(row)), participation(row))
            for row in found
        ]
        if not found:
            facts.append(fact(page, label, None, ""))
    if meeting.note:
        facts.append(Fact(_("Remark"), literal(f"{meeting.note}{language.mark_of_english}"), own))
    return facts


def _with(value: str, remarks: list[str]) -> str:
    return f"{value} ({'; '.join(remarks)})" if remarks else value


def _mode(page: Page, meeting: Any) -> str | None:
    if meeting.mode == "unknown":
        return None
    return _with(mode_names(page.language)[meeting.mode], remarks_of(meeting, page.language)["mode"])


def _place(page: Page, meeting: Any) -> str | None:
    language = page.language
    if meeting.mode != "virtual" and not meeting.place_name and not meeting.country_name:
        return None
    said = literal(where(meeting, language))
    if meeting.place_id:
        view = page.view.elsewhere.with_(places=(meeting.place_id,), record=meeting.event_id)
        said = f"[{said}]({address('/venues', view)})"
        said += f", {language.name(meeting, 'country_name')}" if meeting.country_name else ""
    return said


def _draw_participants(page: Page, meeting: Any, evidence: Cited) -> None:
    """A table of those recorded: role, standing that day, representative, presence, pages."""
    _ = page.language.text
    st.subheader(_("Who took part"), anchor=False)
    heads, lines = participants_of(page, meeting, evidence)
    if not lines:
        st.caption(_("No participant is recorded; who took part is not known."))
        return
    st.markdown(record.table(heads, lines))
    st.caption(_("Only those whom a source names. A participant that is missing here says nothing about attendance."))


def participants_of(page: Page, meeting: Any, evidence: Cited) -> record.Lines:
    """Those recorded at a meeting, as heads and lines of a table in Markdown."""
    language, _ = page.language, page.language.text
    rows = page.ask("participations_of_meeting", event_id=meeting.event_id)
    standings = {
        participant: standing_at_meeting(language, list(found))
        for participant, found in groupby(
            page.ask("standings_of_meeting", event_id=meeting.event_id), key=lambda row: row.participant_id
        )
    }
    organization = organization_name(meeting, language)
    roles, presence, levels = role_words(language), attendance_words(language), representation_words(language)
    heads = (
        _("Participant"), _("Role by source"), _("Standing that day in {organization}", organization=organization),
        _("Represented by"), _("Source"),
    )  # fmt: skip
    lines = []
    for row in rows:
        details = (
            literal(row.representative),
            literal(f"{row.representative_title}{language.mark_of_english}") if row.representative_title else "",
            levels[row.representation] if row.representation != "not_known" else "",
            presence[row.attendance] if row.attendance != "not_known" else "",
        )
        lines.append(
            (
                link(page, "participant", row.participant_id, language.name(row)),
                roles[row.role],
                standings.get(row.participant_id) or "–",
                "; ".join(detail for detail in details if detail) or _("not known"),
                record.marks(evidence.marks(participation(row))),
            )
        )
    return heads, lines


def _draw_topics(page: Page, meeting: Any, evidence: Cited) -> None:
    _ = page.language.text
    st.subheader(_("Agenda and outcome"), anchor=False)
    lines = topics_of(page, meeting, evidence)
    if not lines:
        st.caption(_("No topic is recorded; what was discussed is not known."))
        return
    st.markdown("\n".join(f"- {line}" for line in lines))


def topics_of(page: Page, meeting: Any, evidence: Cited) -> list[str]:
    """The topics of a meeting with the pages behind each, as Markdown."""
    kinds = topic_words(page.language)
    return [
        f"{kinds[row.kind]}: {literal(page.language.name(row, 'topic'))} "
        + record.marks(evidence.marks(f"event_topics:{meeting.event_id}/{row.position}"))
        for row in page.ask("topics_of_meeting", event_id=meeting.event_id)
    ]


def _draw_documents(page: Page, meeting: Any, evidence: Cited) -> None:
    _ = page.language.text
    st.subheader(_("Documents"), anchor=False)
    lines = documents_of(page, meeting, evidence)
    if not lines:
        st.caption(_("No document is recorded."))
        return
    st.markdown("\n".join(f"- {line}" for line in lines))


def documents_of(page: Page, meeting: Any, evidence: Cited) -> list[str]:
    """The documents of a meeting with the pages behind each, as Markdown."""
    relations = relation_words(page.language)
    return [
        f"{relations[row.relation]}: {link(page, 'document', row.document_id, page.language.name(row))} "
        + record.marks(evidence.marks(f"event_documents:{meeting.event_id}/{row.document_id}/{row.relation}"))
        for row in page.ask("documents_of_meeting", event_id=meeting.event_id)
    ]


def _draw_chain(page: Page, meeting: Any, evidence: Cited) -> None:
    """Meetings that a source links to it, drawn and in words."""
    shown = around(page, meeting)
    if shown:
        draw_shown(page, "around", shown, record=meeting.event_id, is_static=True)
        links = page.ask("chain_of_meeting", event_id=meeting.event_id)
        st.markdown("\n".join(f"- {line}" for line in chain_in_words(page, links, evidence)))


def around(page: Page, meeting: Any) -> Shown | None:
    """The meetings that sources link to it as a diagram; None where there are none."""
    _, links = page.language.text, page.ask("chain_of_meeting", event_id=meeting.event_id)
    if not links:
        return None
    boxes, words = boxes_of(page, links), link_words(page.language)
    return Shown(
        _("Meetings around it"),
        chain_chart.chain(meeting.event_id, links, boxes, words, page.theme),
        alt=_("Diagram of the meetings linked to it; the list below says the same."),
    )


def boxes_of(page: Page, links: Rows) -> dict[str, chain_chart.Box]:
    """Name, dates and place of each meeting of a chain."""
    language = page.language
    ids = dict.fromkeys(event_id for row in links for event_id in (row.event_id, row.linked_event_id))
    meetings = {event_id: one(page.ask("meeting", event_id=event_id)) for event_id in ids}
    return {
        event_id: (meeting_name(row, language), language.dates(row.start_date, row.end_date), where(row, language))
        for event_id, row in meetings.items()
    }


def chain_in_words(page: Page, links: Rows, evidence: Cited) -> list[str]:
    """The links of a chain with the pages behind each, as Markdown."""
    boxes, words = boxes_of(page, links), link_words(page.language)
    return [
        f"{link(page, 'event', row.event_id, boxes[row.event_id][0])} {words[row.kind]} "
        f"{link(page, 'event', row.linked_event_id, boxes[row.linked_event_id][0])} "
        + record.marks(evidence.marks(f"event_links:{row.event_id}/{row.linked_event_id}/{row.kind}"))
        for row in links
    ]


def _draw_series(page: Page, meeting: Any, evidence: Cited) -> None:
    st.subheader(page.language.text("Series"), anchor=False)
    draw_series(page, meeting.body_id, meeting.event_id)


def _draw_end(page: Page, meeting: Any, evidence: Cited) -> None:
    record.draw_disputes(page, evidence)
    record.draw_source_list(page, evidence)
    record.draw_citation(page, "event", meeting.event_id, lambda language: meeting_name(meeting, language))
