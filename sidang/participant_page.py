"""The page of one participant: statuses, path, meetings with the standing of the day, what is disputed or not known."""

import urllib.parse
from dataclasses import replace
from typing import Any

import streamlit as st

from sidang import participant_meetings, participant_path, record, ways
from sidang.behind import cited, records_of_path
from sidang.evidence import draw_conflicts
from sidang.frame import Page, guarded
from sidang.markdown import literal
from sidang.matrix import matrix_of
from sidang.names import meetings_in_view, organization_name
from sidang.questions import one
from sidang.record import Fact, link
from sidang.status_bars import draw_bars
from sidang.status_tables import draw_table, list_table
from sidang.status_words import status_word
from sidang.view import to_query
from sidang.words import kind_words


def participant_meant(page: Page) -> str | None:
    """The participant that the link names by id, former id or any name it is known by; None when there is none."""
    return page.codes.listed["with"].get((page.view.record or "").lower())


def draw(page: Page, participant_id: str | None) -> None:
    """The whole page; without a participant the list from which to choose one."""
    language, _ = page.language, page.language.text
    known = page.ask("participant", participant_id=participant_id) if participant_id else ()
    if not known or participant_id is None:
        st.title(_("Which participant?"), anchor=False)
        if participant_id or page.view.record:
            st.warning(_("No participant is called `{id}`.", id=participant_id or page.view.record))
        _draw_choice(page)
        return
    who = one(known)
    st.title(language.name(who), anchor=False)
    own = replace(page, view=page.view.with_(record=participant_id.lower()))

    def part(function: Any) -> Any:
        return lambda page, key: function(page, repr((key, participant_id)), who)

    guarded(own, part(draw_answer), _("Sentence"))
    if participant_path.is_led(own, who):
        guarded(own, part(participant_path.draw_path), _("The way into ASEAN"))
    guarded(own, part(draw_statuses), _("Statuses"))
    guarded(own, part(participant_meetings.draw_meetings), _("Meetings"))
    guarded(own, part(draw_ways), _("Meetings"))
    guarded(own, part(draw_documents), _("Documents"))
    guarded(own, part(draw_disputes), _("Disputed"))
    guarded(own, part(draw_gaps), _("Not known"))
    guarded(own, part(draw_end), _("Sources"))


def _draw_choice(page: Page) -> None:
    language, _ = page.language, page.language.text
    names = {row.participant_id: language.name(row) for row in page.ask("participants")}
    with st.container(key="controls_choice"):
        chosen = st.selectbox(
            _("Participant"), list(names), index=None, format_func=names.__getitem__, key="participant_choice",
            placeholder=_("Type a name"),
        )  # fmt: skip
    if chosen:
        st.query_params.from_dict(to_query(page.view.with_(record=chosen.lower())))
        st.rerun()


def draw_answer(page: Page, key: str, who: Any) -> None:
    """Its name in the other languages, the answer in one sentence, and the facts of who it is."""
    others = record.other_names(who, page.language)
    if others:
        st.caption(others)
    st.markdown(answer(page, who))
    record.draw_facts(page, facts_of(page, who), cited(page, records_of_path(page, who)))


def facts_of(page: Page, who: Any) -> list[Fact]:
    """Who the participant is: its kind, its independence, its other names, what went before it."""
    language, _ = page.language, page.language.text
    own = f"participants:{who.participant_id}"
    facts = [Fact(_("Kind"), kind_words(language)[who.kind], own)]
    if who.independent_from:
        state = f"countries:{who.country_id}"
        facts.append(Fact(_("Independent since"), language.date(who.independent_from), state, ("independent_from",)))
    if who.other_names:
        facts.append(Fact(_("Also called"), literal(who.other_names), own))
    for code, label in ((who.present, _("Went before")), *((code, _("Before it")) for code in (who.former or "").split())):
        if code:
            other = one(page.ask("participant", participant_id=code))
            facts.append(Fact(label, link(page, "participant", code, language.name(other)), own))
    return facts


def draw_end(page: Page, key: str, who: Any) -> None:
    """The pages behind its statuses and its way, and how to cite it; those of a meeting stand on the meeting's page."""
    record.draw_source_list(page, cited(page, records_of_path(page, who)))
    st.caption(page.language.text("The pages behind a meeting stand on the page of that meeting."))
    record.draw_citation(page, "participant", who.participant_id, lambda language: language.name(who))


def answer(page: Page, who: Any) -> str:
    """At how many meetings it is recorded, and which statuses it holds on the day, as Markdown."""
    language, _ = page.language, page.language.text
    rows = participant_meetings.recorded(page, who)
    held = {row.event_id for row in rows if row.is_held and row.attendance != "absent"}
    statuses = page.ask("held_statuses", participants=(who.participant_id,), organizations=())
    day = language.date(page.as_of.isoformat())
    words = [
        f"{organization_name(row, language)}: "
        + (status_word(language, row) if row.is_certain else _("possibly {status}", status=status_word(language, row)))
        for row in statuses
    ]
    listed = page.view.with_(participants=(who.participant_id,))
    said = _("{meetings} in view at which it is recorded.", meetings=meetings_in_view(language, len(held), listed))
    if words:
        said += " " + _("On {day}: {statuses}.", day=day, statuses="; ".join(words))
    return said


def about(page: Page, who: Any) -> str:
    """Who the participant is: its kind, its independence, its other names, what went before it, as Markdown."""
    language, _ = page.language, page.language.text
    facts = [kind_words(language)[who.kind]]
    if who.independent_from:
        facts.append(_("independent since {day}", day=language.date(who.independent_from)))
    if who.other_names:
        facts.append(_("also found as {names}", names=literal(who.other_names)))
    for code, text in (
        (who.present, _("went before {name}")),
        *((code, _("before it: {name}")) for code in (who.former or "").split()),
    ):
        if code:
            other = one(page.ask("participant", participant_id=code))
            query = urllib.parse.urlencode(to_query(page.view.with_(record=code.lower())), safe=",")
            facts.append(text.format(name=f"[{language.name(other)}](/participant?{query})"))
    return " · ".join(facts)


def draw_statuses(page: Page, key: str, who: Any) -> None:
    """All statuses on the day and over time, each leading to its evidence."""
    language, _ = page.language, page.language.text
    st.subheader(_("Statuses"), anchor=False)
    spans = page.ask("status_spans", participants=(who.participant_id,), organizations=())
    if not spans:
        st.caption(_("No status is recorded."))
        return
    rows = page.ask("held_statuses", participants=(who.participant_id,), organizations=())
    if rows:
        table = list_table(rows, page).drop(columns=[_("Participant")])
        draw_table(table, {_("By which act"): 330}, _("Table of the statuses on the day"))
    draw_bars(page, spans, is_of_many=False, participant_id=who.participant_id)
    links = dict.fromkeys(
        f"[{organization_name(row, language)}]({participant_path.evidence_of(page, row)})" for row in spans
    )
    st.markdown(_("Evidence, act by act: {links}.", links=" · ".join(links)))


def draw_ways(page: Page, key: str, who: Any) -> None:
    """The table of its meetings to take away, where there is one."""
    if participant_meetings.recorded(page, who):
        ways.draw_downloads(page, "participant-meetings")


def draw_documents(page: Page, key: str, who: Any) -> None:
    """Documents that name the participant."""
    lines = documents_about(page, who)
    if lines:
        st.subheader(page.language.text("Documents that name it"), anchor=False)
        st.markdown("\n".join(f"- {line}" for line in lines))


def documents_about(page: Page, who: Any) -> list[str]:
    """Documents that name the participant, with their dates, as Markdown."""
    language, _ = page.language, page.language.text
    lines = []
    for row in page.ask("documents_about_participant", participant_id=who.participant_id):
        name = literal(language.name(row))
        text = f"[{name}]({row.url})" if row.url else name
        lines.append(f"{text} · {language.date(row.adopted_date) if row.adopted_date else _('date not known')}")
    return lines


def draw_disputes(page: Page, key: str, who: Any) -> None:
    """What sources dispute about its statuses and roles, each side with its source."""
    claims = page.ask("claims_of_statuses", participant_id=who.participant_id, organization_id=None)
    if claims:
        st.subheader(page.language.text("Disputed between sources"), anchor=False)
        draw_conflicts(page, claims)


def draw_gaps(page: Page, key: str, who: Any) -> None:
    """What the dataset does not know about the participant."""
    st.subheader(page.language.text("Not known"), anchor=False)
    st.markdown("\n".join(f"- {line}" for line in gaps(page, who)))


def gaps(page: Page, who: Any) -> list[str]:
    """What the dataset does not know about the participant, as sentences."""
    language, _ = page.language, page.language.text
    spans = page.ask("status_spans", participants=(who.participant_id,), organizations=())
    lines = [
        _(
            "Since when it is {status} in {organization}.",
            status=status_word(language, row),
            organization=organization_name(row, language),
        )
        for row in spans
        if not row.from_date
    ]
    own = replace(page, view=page.view.with_(participants=(who.participant_id,)).without("organizations"))
    matrix = matrix_of(own)
    unknown = [matrix.organizations[cell.organization_id] for cell in matrix.cells.values() if cell.group == "not_known"]
    if unknown:
        day = language.date(page.as_of.isoformat())
        lines.append(
            _("Whether it has a standing on {day} in {organizations}.", day=day, organizations=language.listing(unknown))
        )
    without = [
        row
        for row in participant_meetings.recorded(page, who)
        if row.is_held and not row.representative and row.representation == "not_known"
    ]
    if without:
        count = len({row.event_id for row in without})
        lines.append(
            language.count(
                "Who represented it at {n} meeting at which it is recorded.",
                "Who represented it at {n} meetings at which it is recorded.",
                count,
            )
        )
    figures = one(replace(page, view=page.view.without("participants")).ask("view_figures"))
    lines.append(
        language.count(
            "Who took part in {n} meeting in view of which no participant is recorded.",
            "Who took part in {n} meetings in view of which no participant is recorded.",
            figures.meetings - figures.with_participants,
        )
    )
    return lines
