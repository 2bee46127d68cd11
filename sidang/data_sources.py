"""The sections of completeness and of sources: what is known of meetings, who says so, and when it was last checked."""

import urllib.parse
from typing import Any

import pandas as pd
import streamlit as st
from babel import Locale

from sidang.codebook import codebook_of
from sidang.frame import Page
from sidang.language import Language
from sidang.questions import one
from sidang.status_tables import draw_table
from sidang.view import to_query
from sidang.words import grade_words

UNKNOWN = {"mode": ("mode", "unknown"), "country": ("place", "unknown"), "city": ("place", "country_only,unknown")}


def draw_fields(page: Page, key: str) -> None:
    """Of how many meetings in view each thing is known, and how often each field of the other tables is filled."""
    language, _ = page.language, page.language.text
    st.subheader(_("What is known of the meetings in view"), anchor=False)
    st.caption(
        _(
            "Share of the meetings held in view. What is not known is empty in the data, never “no”. Country, city and "
            "venue are asked of meetings that were not held online alone, the Indonesian name of those whose name a source "
            "prints."
        )
    )
    table = completeness_table(page)
    columns = {
        _("What"): 280,
        _("Share"): _share_column(),
        _("Not known"): 110,
        _("List"): st.column_config.LinkColumn(width=90, display_text=_("Open"), help=_("The meetings in the list")),
    }
    draw_table(table, columns, _("Table of what is known of the meetings in view"))
    held = one(page.ask("view_figures")).meetings
    st.markdown(language.count("{n} meeting held in view.", "{n} meetings held in view.", held))
    st.subheader(_("How often the optional fields of the tables are filled"), anchor=False)
    book = codebook_of(page.edition)
    if book is None:
        st.info(_("This edition carries no description of its tables."))
        return
    rows = [
        {
            _("Table"): table.name,
            _("Field"): field.name,
            _("Filled"): field.filled,
            _("Of"): table.rows,
            _("Share"): 100 * field.filled / table.rows,
        }
        for table in book
        for field in table.fields
        if table.rows and not field.is_required
    ]
    filled = pd.DataFrame(rows, columns=[_("Table"), _("Field"), _("Filled"), _("Of"), _("Share")])
    columns = {_("Table"): 180, _("Field"): 220, _("Share"): _share_column()}
    draw_table(filled, columns, _("Table of how often optional fields are filled"))
    st.caption(
        _(
            "All rows of the edition, whatever the filters; an empty field is not known or does not apply. What the fields "
            "mean is in the codebook. Edition {edition}.",
            edition=page.edition.id,
        )
    )


def _share_column() -> Any:
    return st.column_config.ProgressColumn(width=220, format="%.0f %%", min_value=0, max_value=100)


def completeness_table(page: Page) -> pd.DataFrame:
    """A row a thing that may be known of a meeting, with the way to those of which it is not, where a link can say so."""
    _ = page.language.text
    words = thing_words(page.language)
    return pd.DataFrame(
        [
            {
                _("What"): words[row.thing],
                _("Known"): row.known,
                _("Of"): row.meetings,
                _("Share"): 100 * row.known / row.meetings if row.meetings else None,
                _("Not known"): row.meetings - row.known,
                _("List"): _address(page, row),
            }
            for row in page.ask("field_completeness")
        ]
    )


def thing_words(language: Language) -> dict[str, str]:
    """What may be known of a meeting, in words."""
    _ = language.text
    return {
        "date": _("Date, at least the year"),
        "day": _("First day"),
        "last_day": _("Last day"),
        "number": _("Number in its series"),
        "mode": _("Mode: in person, online or hybrid"),
        "country": _("Country in which it was held"),
        "city": _("City or area"),
        "venue": _("Venue"),
        "host": _("Host"),
        "chair": _("Chair"),
        "participants": _("Participants besides chair and host"),
        "topics": _("Topics"),
        "documents": _("Documents"),
        "indonesian_name": _("Indonesian name"),
        "second_source": _("A second source"),
        "official_source": _("An official source"),
    }


def _address(page: Page, row: Any) -> str:
    if row.thing not in UNKNOWN or row.known == row.meetings:
        return ""
    key, value = UNKNOWN[row.thing]
    rest = page.view.elsewhere.without("places", "section") if key == "place" else page.view.elsewhere.without("section")
    is_narrowed_by_it = bool(page.view.places if key == "place" else page.view.modes)
    if is_narrowed_by_it:
        return ""
    return f"/events?{urllib.parse.urlencode(to_query(rest) | {key: value}, safe=',')}"


def draw_sources(page: Page, key: str) -> None:
    """Sources by grade, language and publisher with their facts, and when facts were last checked."""
    language, _ = page.language, page.language.text
    rows = page.ask("sources_by_trait")
    st.subheader(_("Sources by grade"), anchor=False)
    st.caption(
        _(
            "The grade belongs to the site, not to the page: official before press before reference works before mirrors. "
            "A fact is a row or field of the dataset that a source supports; with sources of two kinds it counts under "
            "both. “In view” are sources behind the meetings held in view."
        )
    )
    grades = grade_words(language)
    own = {row.value: row for row in rows if row.trait == "grade"}
    by_grade = [(words, own[grade]) for grade, words in grades.items() if grade in own]
    _draw_counts(page, _("Grade"), by_grade, _("Table of sources by grade"))
    total = sum(row.sources for row in own.values())
    terms = " + ".join(f"{language.number(row.sources)} {words}" for words, row in by_grade)
    st.markdown(language.count("{n} source = {terms}.", "{n} sources = {terms}.", total, terms=terms))
    st.subheader(_("Last checked"), anchor=False)
    _draw_age(page)
    st.subheader(_("Sources by language"), anchor=False)
    names = Locale.parse(language.code).languages
    by_language = [
        (names.get(row.value, row.value) if row.value else _("not known"), row) for row in rows if row.trait == "language"
    ]
    _draw_counts(page, _("Language"), by_language, _("Table of sources by language"))
    st.subheader(_("Sources by publisher"), anchor=False)
    st.caption(_("Where no publisher was gathered, the name of the site stands in, in brackets."))
    by_publisher = [(f"[{row.value}]" if row.is_host else row.value, row) for row in rows if row.trait == "publisher"]
    _draw_counts(page, _("Publisher"), by_publisher, _("Table of sources by publisher"))
    st.caption(_("Edition {edition}.", edition=page.edition.id))


def _draw_counts(page: Page, label: str, rows: list[tuple[str, Any]], alt: str) -> None:
    _ = page.language.text
    table = pd.DataFrame(
        [(words, row.sources, row.facts, row.in_view) for words, row in rows],
        columns=[label, _("Sources"), _("Facts"), _("Sources in view")],
    )
    draw_table(table, {label: 320, _("Sources"): 100, _("Facts"): 100, _("Sources in view"): 150}, alt)


def _draw_age(page: Page) -> None:
    language, _ = page.language, page.language.text
    rows = page.ask("facts_by_last_check")
    facts, sources = sum(row.facts for row in rows), sum(row.sources for row in rows)
    dated = [row for row in rows if row.checked]
    st.markdown(
        language.count(
            "{n} fact of {all} rests on a source whose day of reading is known; {sources} of {all_sources} sources have "
            "one. When the others were last checked is not known.",
            "{n} facts of {all} rest on a source whose day of reading is known; {sources} of {all_sources} sources have "
            "one. When the others were last checked is not known.",
            sum(row.facts for row in dated),
            all=language.number(facts),
            sources=language.number(sum(row.sources for row in dated)),
            all_sources=language.number(sources),
        )
    )
    table = pd.DataFrame(
        [(language.date(row.checked) if row.checked else _("not known"), row.facts, row.sources) for row in rows],
        columns=[_("Last checked"), _("Facts"), _("Sources")],
    )
    draw_table(
        table, {_("Last checked"): 320, _("Facts"): 100, _("Sources"): 100}, _("Table of when facts were last checked")
    )
