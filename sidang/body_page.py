"""The page of one body: what it is part of, what is below it, its meetings by year and city, its chairs, its gaps."""

from dataclasses import replace
from typing import Any

import streamlit as st

from sidang import charted_years, charts, meetings, record
from sidang.behind import cited, records_of_body
from sidang.cited import Cited
from sidang.clicks import draw_shown
from sidang.frame import Page, guarded
from sidang.links import counted
from sidang.markdown import literal
from sidang.names import meeting_name, years_in_words
from sidang.options import pillar_names
from sidang.overview import HOVER
from sidang.picture import Shown
from sidang.questions import one
from sidang.record import Fact, fact, link
from sidang.series_words import draw_series
from sidang.subscriptions import draw_subscription_of_body
from sidang.words import level_words, office_words

REGISTER = "pages/records/bodies.py"
CHAIRS = 12
PLACES = 8


def draw(page: Page) -> None:
    """The whole page; without a body the way to the register."""
    _ = page.language.text
    called = page.view.record or ""
    body_id = page.codes.listed["body"].get(called.lower(), called.lower())
    known = page.ask("body", body_id=body_id)
    if not known:
        st.title(_("Which body?"), anchor=False)
        record.draw_unknown(page, REGISTER, called, _("No body is called `{id}`.", id=literal(called)))
        return
    body = one(known)
    st.title(page.language.name(body), anchor=False)
    evidence = cited(page, records_of_body(page, body))
    for part, name in (
        (_draw_answer, _("Sentence")),
        (_draw_facts, _("Facts")),
        (_draw_by_year, _("Meetings a year")),
        (_draw_places, _("Where it met")),
        (_draw_chairs, _("Chairs")),
        (_draw_below, _("Bodies below it")),
        (_draw_numbers, _("Series")),
        (_draw_meetings, _("Meetings")),
        (_draw_end, _("Sources")),
    ):
        guarded(page, lambda page, key, part=part: part(page, body, evidence), name)  # type: ignore[misc]


def narrowed(page: Page, body: Any, is_alone: bool = True) -> Page:
    """The page with its view narrowed to the meetings of the body, alone or with those of all below it."""
    return replace(page, view=page.view.with_(bodies=(body.body_id,), is_without_sub_bodies=is_alone))


def _draw_answer(page: Page, body: Any, evidence: Cited) -> None:
    """Names in the other languages; how many meetings, from when until when, and with those of the bodies below."""
    named = other_names(page, body)
    if named:
        st.caption(named)
    st.markdown(answer(page, body))


def other_names(page: Page, body: Any) -> str:
    """The acronym of a body and its names in the other languages, as Markdown."""
    others, short = record.other_names(body, page.language), page.language.short_name(body)
    return " · ".join(part for part in (literal(short) if short else "", others) if part)


def answer(page: Page, body: Any) -> str:
    """How many meetings, from when until when, and with those of the bodies below, as Markdown."""
    language, _ = page.language, page.language.text
    own, wider = narrowed(page, body), narrowed(page, body, is_alone=False)
    figures = one(own.ask("view_figures"))
    years = [row.year for row in own.ask("meetings_by_year")]
    number = counted(page.language, figures.meetings, own.view)
    said = "**" + language.count("{linked} meeting", "{linked} meetings", figures.meetings, linked=number) + "**"
    if years:
        said += " " + _("in view, {years}", years=years_in_words(min(years), max(years)))
    together = one(wider.ask("view_figures")).meetings
    if together > figures.meetings:
        said += "; " + _("{number} with those of the bodies below it", number=counted(page.language, together, wider.view))
    return said + "."


def _draw_facts(page: Page, body: Any, evidence: Cited) -> None:
    record.draw_facts(page, facts_of(page, body), evidence)


def facts_of(page: Page, body: Any) -> list[Fact]:
    """The facts of a body, in their order."""
    language, _ = page.language, page.language.text
    own = f"bodies:{body.body_id}"
    facts = [
        Fact(_("Organization"), literal(language.name(body, "organization_name")), own),
        Fact(
            _("Part of"),
            link(page, "body", body.parent_body_id, language.name(body, "parent_name"))
            if body.parent_body_id
            else _("no other body"),
            own,
            ("parent_body_id",),
        ),
        Fact(_("Pillar"), pillar_names(page.edition, language)[body.pillar_id], own, ("pillar_id",)),
        Fact(_("Level"), level_words(language)[body.level], own, ("level",)),
        fact(page, _("Founded"), language.date(body.founded) if body.founded else None, own, "founded"),
    ]
    names = page.ask("names_of_body", body_id=body.body_id)
    if names:
        facts.append(
            Fact(
                _("Also called"),
                " · ".join(literal(row.name) for row in names),
                f"body_names:{body.body_id}/{names[0].name}",
            )
        )
    offices = office_words(language)
    for row in page.ask("office_terms_of_body", body_id=body.body_id):
        who = link(page, "participant", row.participant_id, language.name(row)) if row.participant_id else ""
        holder = f"{literal(row.holder)} ({who})" if row.holder and who else literal(row.holder or "") or who
        span = _("from {start}", start=language.date(row.from_date) if row.from_date else _("a day not known"))
        if row.until_date:
            span += " " + _("until {end}", end=language.date(row.until_date))
        facts.append(Fact(offices[row.office], f"{holder}, {span}", f"office_terms:{row.office_term_id}"))
    return facts


def by_year(page: Page, body: Any) -> Shown | None:
    """The meetings of the body itself a year; None where none in view has a date."""
    _, own = page.language.text, narrowed(page, body)
    rows = own.ask("meetings_by_year")
    axis = charted_years.axis_of(own, (row.year for row in rows))
    if axis is None:
        return None
    said = _("Meetings of the body itself known to be held. Totals show what was collected, not what happened.")
    return Shown(
        _("Meetings a year"),
        charts.meetings_by_year(rows, pillar_names(page.edition, page.language), axis, HOVER, page.theme),
        below=(said, *charted_years.notes_of(own, axis)),
        alt=_("Bar chart of its meetings a year; the table below lists them."),
    )


def _draw_by_year(page: Page, body: Any, evidence: Cited) -> None:
    shown = by_year(page, body)
    if shown is None:
        st.caption(page.language.text("No meeting in view has a date."))
    else:
        draw_shown(page, "body-by-year", shown, record=body.body_id)


def _draw_places(page: Page, body: Any, evidence: Cited) -> None:
    listed = places_of(page, body)
    if listed:
        st.subheader(page.language.text("Where it met"), anchor=False)
        st.markdown(" · ".join(listed))


def places_of(page: Page, body: Any) -> list[str]:
    """Where its own meetings were held, each with their number, as Markdown; nothing where no city is known."""
    language, _ = page.language, page.language.text
    own = narrowed(page, body)
    rows = own.ask("meetings_by_city")
    if not rows:
        return []
    listed = [
        f"{language.name(row)} {counted(page.language, row.meetings, own.view.with_(places=(row.place_id,)))}"
        for row in rows[:PLACES]
    ]
    figures = one(own.ask("view_figures"))
    rest = sum(row.meetings for row in rows[PLACES:])
    if rest:
        listed.append(language.count("{n} elsewhere", "{n} elsewhere", rest))
    for number, code, text in (
        (figures.online, "online", _("online")),
        (figures.country_only, "country_only", _("city not known")),
        (figures.unknown, "unknown", _("place not known")),
    ):
        if number:
            listed.append(f"{text} {counted(page.language, number, own.view.with_(places=(code,)))}")
    return listed


def _draw_chairs(page: Page, body: Any, evidence: Cited) -> None:
    language, _ = page.language, page.language.text
    said, lines = chairs_of(page, body)
    if not said:
        return
    st.subheader(_("Chairs"), anchor=False)
    st.caption(said)
    st.markdown("\n".join(lines[:CHAIRS]))
    if len(lines) > CHAIRS:
        with st.expander(language.count("{n} earlier", "{n} earlier", len(lines) - CHAIRS)):
            st.markdown("\n".join(lines[CHAIRS:]))


def chairs_of(page: Page, body: Any) -> tuple[str, list[str]]:
    """Of how many of its own meetings the chair is known, and who chaired which, as Markdown."""
    language = page.language
    own = narrowed(page, body)
    rows = own.ask("chairs_of_body", body_id=body.body_id)
    figures = one(own.ask("view_figures"))
    if not figures.meetings:
        return "", []
    said = language.count(
        "A source names the chair of {known} of {n} meeting in view.",
        "A source names the chair of {known} of {n} meetings in view.",
        figures.meetings,
        known=language.number(len({row.event_id for row in rows})),
    )
    lines = [
        f"- {link(page, 'event', row.event_id, meeting_name(row, language))}: "
        f"{link(page, 'participant', row.participant_id, language.name(row, 'chair_name'))}"
        + (f" ({literal(row.representative)})" if row.representative else "")
        for row in rows
    ]
    return said, lines


def _draw_below(page: Page, body: Any, evidence: Cited) -> None:
    """The bodies directly below it, each with its meetings in view, those further below included."""
    heads, lines = bodies_below(page, body)
    if lines:
        st.subheader(page.language.text("Bodies below it"), anchor=False)
        st.markdown(record.table(heads, lines))


def bodies_below(page: Page, body: Any) -> record.Lines:
    """The bodies directly below it with their meetings, as heads and lines of a table in Markdown."""
    language, _ = page.language, page.language.text
    everything = page.view.without("bodies", "is_without_sub_bodies", "organizations", "pillars", "levels")
    rows = replace(page, view=everything.with_(organizations=(body.organization_id,))).ask("body_register")
    below = [row for row in rows if row.parent_body_id == body.body_id]
    heads = (_("Body"), _("Level"), _("Meetings, with bodies below"))
    lines = [
        (
            link(page, "body", row.body_id, language.name(row)),
            level_words(language)[row.level],
            counted(
                page.language,
                row.with_sub_bodies,
                everything.with_(bodies=(row.body_id,), organizations=(body.organization_id,)),
            ),
        )
        for row in sorted(below, key=lambda row: (-row.with_sub_bodies, row.name))
    ]
    return heads, lines


def _draw_numbers(page: Page, body: Any, evidence: Cited) -> None:
    if page.ask("series_of_body", body_id=body.body_id):
        st.subheader(page.language.text("Series"), anchor=False)
        draw_series(page, body.body_id)


def _draw_meetings(page: Page, body: Any, evidence: Cited) -> None:
    st.subheader(page.language.text("Meetings"), anchor=False)
    own = narrowed(page, body)
    if meetings.meetings_in_table(own).empty:
        st.caption(page.language.text("No meeting of this body is in view."))
        return
    meetings.draw_table(own, own.key, page.view)
    st.markdown(meetings.reconciled(own))
    draw_subscription_of_body(page, body.body_id)


def _draw_end(page: Page, body: Any, evidence: Cited) -> None:
    record.draw_disputes(page, evidence)
    record.draw_source_list(page, evidence)
    record.draw_citation(page, "body", body.body_id, lambda language: language.name(body))
