"""The section of coverage: bodies in years as a picture, the bodies and the years behind it, the line that adds them up."""

import urllib.parse
from typing import Any

import pandas as pd
import streamlit as st

from sidang.clicks import draw_shown
from sidang.coverage import QUESTION, Series, cell_in_words, expected_in, missing_in_words, series_in, state_words
from sidang.coverage_chart import coverage
from sidang.frame import KEPT_TABLES, Page
from sidang.names import years_in_words
from sidang.options import bodies_with_sub_bodies, short_name
from sidang.picture import Shown
from sidang.status_tables import draw_table
from sidang.view import View, to_query

MOST_BODIES = 30


def draw(page: Page, key: str) -> None:
    """The picture, of which a cell leads to its body alone, and what stands behind it."""
    _, shown = page.language.text, _picture(page, key)
    if shown is None:
        st.subheader(_("Coverage by body and year"), anchor=False)
        st.info(_("No meeting in view has a date, so that there is no coverage to show."))
        return
    draw_shown(page, "coverage", shown, lambda codes: _of_body(page.view, codes[0]))
    st.caption(_("A cell leads to its body alone."))
    _draw_tables(page, key)


def shown_rows(page: Page) -> list[Any]:
    """The rows of the bodies of most meetings, which the picture shows."""
    rows = page.ask(QUESTION)
    bodies = list(dict.fromkeys(row.body_id for row in rows))[:MOST_BODIES]
    return [row for row in rows if row.body_id in bodies]


@st.cache_data(max_entries=KEPT_TABLES, show_spinner=False)
def _picture(_page: Page, key: str) -> Shown | None:
    return picture(_page)


def picture(page: Page) -> Shown | None:
    """The coverage of the bodies of most meetings as cells; None where no meeting in view has a date."""
    language, _, rows = page.language, page.language.text, shown_rows(page)
    if not rows:
        return None
    lines = {row.body_id: short_name(row, language) for row in rows}
    own = state_words(language)
    names = {
        "known": own["known"],
        "partial": own["partial"],
        "not_collected": own["not_collected"],
        "none": language.text("no number missing, no meeting"),
        "unnumbered": own["unnumbered"],
    }
    definition = _(
        "A number must have met by the year of the first later one. Known: every number expected by then is here. "
        "Partial: a meeting of the year is known, a number is missing. Not collected: the series ran, a number is "
        "missing and no meeting of the year is known. Numbering not known: meetings without a number to hold them "
        "against. Empty: nothing can be expected, before a body began or after its last known meeting."
    )
    bodies, notes = len({row.body_id for row in page.ask(QUESTION)}), []
    if bodies > MOST_BODIES:
        notes.append(
            _(
                "The {shown} bodies of most meetings of {all}; filters bring up the others.",
                shown=language.number(MOST_BODIES),
                all=language.number(bodies),
            )
        )
    return Shown(
        _("Coverage by body and year"),
        coverage(rows, lines, names, [cell_in_words(row, language) for row in rows], page.theme),
        (definition,),
        tuple(notes),
        _("Coverage of bodies by year; the tables below say the same"),
    )


def _draw_tables(page: Page, key: str) -> None:
    language, _ = page.language, page.language.text
    rows = page.ask(QUESTION)
    series = series_in(rows, language)
    st.markdown(reconciled(page))
    st.markdown("**" + _("By body") + "**")
    _draw_table(page, by_body(page, series), _("Table of coverage by body"))
    st.markdown("**" + _("By body and year") + "**")
    _draw_table(page, by_year(page), _("Table of coverage by body and year"))
    without = () if page.view.is_filtered else page.ask("bodies_without_meetings")
    if without:
        st.caption(
            language.count(
                "Of {n} body the dataset has no meeting held: {bodies}.",
                "Of {n} bodies the dataset has no meeting held: {bodies}.",
                len(without),
                bodies=", ".join(short_name(row, language) for row in without),
            )
        )
    st.caption(_("Edition {edition}.", edition=page.edition.id))


def reconciled(page: Page) -> str:
    """How the numbers of all bodies in view add up, and the cells by state."""
    language, rows = page.language, page.ask(QUESTION)
    expected = expected_in(rows)
    words = state_words(language)
    counts = {state: sum(row.state == state for row in rows) for state in words}
    terms = " + ".join(f"{language.number(n)} {words[state]}" for state, n in counts.items() if n)
    numbers = language.count(
        "{n} expected number = {found} found + {missing} missing.",
        "{n} expected numbers = {found} found + {missing} missing.",
        expected.numbers,
        found=language.number(expected.found),
        missing=language.number(expected.missing),
    )
    cells = language.count(
        "{n} year of a body = {terms}.",
        "{n} years of bodies = {terms}.",
        len(rows),
        terms=terms,
    )
    return f"{numbers} {cells}"


def by_body(page: Page, series: list[Series]) -> pd.DataFrame:
    """A row a body: its numbers, its years by state, and the way to its meetings."""
    _ = page.language.text
    words = state_words(page.language)
    return pd.DataFrame(
        [
            {
                _("Body"): own.name,
                _("List"): events_address(page, own.body_id, page.view.years),
                _("Meetings"): own.meetings,
                _("Expected"): own.expected.numbers,
                _("Found"): own.expected.found,
                _("Missing numbers"): own.missing or ("" if own.expected.numbers else words["unnumbered"]),
                _("Years"): years_in_words(own.first_year, own.last_year),
                _("Years known"): own.years["known"],
                _("Partial"): own.years["partial"],
                _("Not collected"): own.years["not_collected"],
            }
            for own in series
        ],
        columns=[
            _("Body"), _("List"), _("Meetings"), _("Expected"), _("Found"), _("Missing numbers"), _("Years"),
            _("Years known"), _("Partial"), _("Not collected"),
        ],
    )  # fmt: skip


def by_year(page: Page) -> pd.DataFrame:
    """A row a body and year, those of the picture."""
    language, _ = page.language, page.language.text
    words = state_words(language)
    return pd.DataFrame(
        [
            {
                _("Body"): short_name(row, language),
                _("Year"): str(row.year),
                _("State"): words[row.state],
                _("Meetings"): row.meetings,
                _("List"): events_address(page, row.body_id, (row.year, row.year)),
                _("Missing"): missing_in_words(row, language),
            }
            for row in shown_rows(page)
        ]
    )


def events_address(page: Page, body_id: str, years: tuple[int, int] | None) -> str:
    """The link to the meetings of a body by itself in some years, in the edition, day and language of the page."""
    own = View(
        years=years, bodies=(body_id,), as_of=page.view.as_of, edition=page.view.edition, language=page.view.language
    ).with_(is_without_sub_bodies=body_id in bodies_with_sub_bodies(page.edition))
    return f"/events?{urllib.parse.urlencode(to_query(own), safe=',')}"


def _draw_table(page: Page, table: pd.DataFrame, alt: str) -> None:
    _ = page.language.text
    columns = {
        _("Body"): 190,
        _("Missing numbers"): 240,
        _("Missing"): 420,
        _("List"): st.column_config.LinkColumn(width=70, display_text=_("Open"), help=_("The meetings in the list")),
    }
    draw_table(table, columns, alt)


def _of_body(view: View, body: str) -> View:
    """The view of a body alone; of the body that is chosen already the view without it."""
    chosen = () if view.bodies == (body,) else (body,)
    return view.with_(bodies=chosen, is_without_sub_bodies=bool(chosen))
