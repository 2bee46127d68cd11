"""The registers: every body, participant and document in view, each leading to its own page."""

from collections import Counter
from itertools import groupby
from typing import Any

import streamlit as st

from sidang import record
from sidang.frame import Page
from sidang.links import counted
from sidang.markdown import literal
from sidang.names import organization_name
from sidang.options import pillar_names
from sidang.questions import one
from sidang.record import Lines, link
from sidang.search import documents_in_view
from sidang.validity import validity
from sidang.view import View
from sidang.words import document_words, kind_headings, level_words


def draw_bodies(page: Page, key: str) -> None:
    """Bodies by organization, each with its parent, level, pillar and meetings in view."""
    _ = page.language.text
    st.title(_("Which bodies are there?"), anchor=False)
    st.markdown(bodies_in_words(page))
    st.markdown(record.table(*bodies_in_lines(page)))
    st.caption(
        _(
            "Listed are bodies of the chosen organizations, pillars and levels; years, places, participants and words only "
            "change the numbers, which count meetings held."
        )
    )


def bodies_in_words(page: Page) -> str:
    """How many bodies are in view, how many of them met, and how often, as Markdown."""
    language, _, rows = page.language, page.language.text, page.ask("body_register")
    met = sum(1 for row in rows if row.meetings)
    figures = one(page.ask("view_figures"))
    return (
        "**"
        + language.count("{n} body", "{n} bodies", len(rows))
        + "** "
        + _("in view")
        + "; "
        + language.count("{n} of them met", "{n} of them met", met)
        + ", "
        + language.count(
            "{linked} meeting in all.",
            "{linked} meetings in all.",
            figures.meetings,
            linked=counted(page.language, figures.meetings, page.view),
        )
    )


def bodies_in_lines(page: Page) -> Lines:
    """The bodies in view under their organizations, as heads and lines of a table in Markdown."""
    language, _, rows = page.language, page.language.text, page.ask("body_register")
    names, levels = pillar_names(page.edition, language), level_words(language)
    by_id = {row.body_id: row for row in rows}
    heads = (_("Body"), _("Part of"), _("Level"), _("Pillar"), _("Meetings"), _("With bodies below"))
    lines: list[tuple[str, ...]] = []
    for _id, group in groupby(rows, key=lambda row: row.organization_id):
        found = sorted(group, key=lambda row: (-row.with_sub_bodies, -row.meetings, row.name))
        lines.append((f"**{literal(language.name(found[0], 'organization_name'))}**", *[""] * (len(heads) - 1)))
        lines += [
            (
                _named(page, "body", row.body_id, row),
                language.short_name(by_id[row.parent_body_id]) or language.name(by_id[row.parent_body_id])
                if row.parent_body_id in by_id
                else "–",
                levels[row.level],
                names[row.pillar_id],
                counted(page.language, row.meetings, _alone(page.view, row)),
                counted(
                    page.language, row.with_sub_bodies, page.view.with_(bodies=(row.body_id,), is_without_sub_bodies=False)
                ),
            )
            for row in found
        ]
    return heads, lines


def draw_participants(page: Page, key: str) -> None:
    """Participants by kind, each with the meetings in view at which it is recorded."""
    _ = page.language.text
    st.title(_("Which participants are there?"), anchor=False)
    st.markdown(participants_in_words(page))
    st.markdown(record.table(*participants_in_lines(page)))
    st.caption(_("Meetings held, in any role but absent. A missing meeting says nothing about attendance."))


def participants_in_words(page: Page) -> str:
    """How many participants are known, and how many are recorded at a meeting in view, as Markdown."""
    language, _, rows = page.language, page.language.text, page.ask("participant_register")
    figures = one(page.ask("view_figures"))
    recorded = sum(1 for row in rows if row.meetings)
    return (
        "**"
        + language.count("{n} participant", "{n} participants", len(rows))
        + "**, "
        + language.count(
            "{n} of them recorded at a meeting in view.", "{n} of them recorded at a meeting in view.", recorded
        )
        + " "
        + _(
            "Participants are known for {known} of the {all} meetings in view.",
            known=language.number(figures.with_participants),
            all=counted(page.language, figures.meetings, page.view),
        )
    )


def participants_in_lines(page: Page) -> Lines:
    """The participants by kind, as heads and lines of a table in Markdown."""
    language, _, rows = page.language, page.language.text, page.ask("participant_register")
    kinds = kind_headings(language)
    heads = (_("Participant"), _("Meetings at which it is recorded"))
    lines: list[tuple[str, ...]] = []
    for kind in kinds:
        found = sorted((row for row in rows if row.kind == kind), key=lambda row: (-row.meetings, row.name))
        if not found:
            continue
        lines.append((f"**{kinds[kind]}**", ""))
        lines += [
            (
                link(page, "participant", row.participant_id, language.name(row)),
                counted(page.language, row.meetings, page.view.with_(participants=(row.participant_id,))),
            )
            for row in found
        ]
    return heads, lines


def draw_documents(page: Page, key: str) -> None:
    """Documents, the latest first, with kind, day, validity and the meetings that adopted or discussed them."""
    _ = page.language.text
    st.title(_("Which documents are there?"), anchor=False)
    st.markdown(documents_in_words(page))
    heads, lines = documents_in_lines(page)
    if not lines:
        st.caption(_("No document passes the filters."))
        return
    st.markdown(record.table(heads, lines))
    st.caption(
        _(
            "Years, organization, pillar and words are the document's own; body, level, place and participant are those of "
            "a meeting that adopted, discussed or prepared it."
        )
    )


def documents_in_words(page: Page) -> str:
    """How many documents are in view, by kind, as Markdown."""
    language, _, rows = page.language, page.language.text, documents_in_view(page)
    kinds = document_words(language)
    by_kind = Counter(row.kind for row in rows).most_common()
    said = "**" + language.count("{n} document", "{n} documents", len(rows)) + "** " + _("in view")
    if by_kind:
        said += ": " + ", ".join(f"{kinds[kind]} {language.number(n)}" for kind, n in by_kind)
    return said + "."


def documents_in_lines(page: Page) -> Lines:
    """The documents in view, the latest first, as heads and lines of a table in Markdown."""
    language, _, rows = page.language, page.language.text, documents_in_view(page)
    kinds, names = document_words(language), pillar_names(page.edition, language)
    heads = (_("Document"), _("Kind"), _("Adopted"), _("Validity"), _("Organization"), _("Pillar"), _("Meetings"))
    lines = [
        (
            link(page, "document", row.document_id, language.name(row)),
            kinds[row.kind],
            language.date(row.adopted_date) if row.adopted_date else _("not known"),
            validity(row, page.as_of, language) if row.valid_from or row.valid_to else "–",
            literal(organization_name(row, language)),
            names[row.pillar_id],
            language.number(row.meetings),
        )
        for row in rows
    ]
    return heads, lines


def _named(page: Page, kind: str, record_id: str, row: Any) -> str:
    language = page.language
    short = language.short_name(row)
    name = link(page, kind, record_id, language.name(row))
    return f"{name} ({literal(short)})" if short and short != language.name(row) else name


def _alone(view: View, row: Any) -> View:
    return view.with_(bodies=(row.body_id,), is_without_sub_bodies=True)
