"""The frame around every page: the edition, the view, the bar of page links, notices, the source line.

app.py draws it; a page asks `current()` for what it needs and never opens the database itself.
"""

import datetime
import logging
import os
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from sidang import filters
from sidang.edition import Edition
from sidang.language import Language, language_of, languages
from sidang.questions import QuestionFailed, Value, ask, parameters_of
from sidang.text import fold
from sidang.theme import Theme, theme
from sidang.view import Codes, Problem, View, to_query

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

ROOT = Path(__file__).resolve().parent.parent
WESTERN_INDONESIA = datetime.timezone(datetime.timedelta(hours=7))
PRODUCT = "Sidang"

log = logging.getLogger("sidang")


@dataclass(frozen=True)
class Page:
    """What a page works with: one edition, one view, one language, one day."""

    edition: Edition
    codes: Codes
    view: View
    language: Language
    as_of: datetime.date
    theme: Theme

    def ask(self, question: str, **parameters: Value) -> pd.DataFrame:
        """The answer to a question of queries/ for this view; further parameters by name."""
        return ask(self.edition, question, parameters_of(self.view, self.as_of) | parameters)


def today() -> datetime.date:
    """Today at UTC+7, the day a view without `as_of` is seen from."""
    return datetime.datetime.now(WESTERN_INDONESIA).date()


def codes_of(edition: Edition) -> Codes:
    """The codes that links may name in this edition."""
    rows = ask(edition, "link_codes")
    kinds = {kind: dict(zip(group["code"], group["present"], strict=True)) for kind, group in rows.groupby("kind")}
    ((first, last),) = kinds["year"].items()
    order = ("apsc", "aec", "ascc", "cross", "none")
    return Codes(
        bodies=frozenset(kinds["body"]),
        aliases=kinds.get("former_body", {}),
        organizations=frozenset(kinds["organization"]),
        pillars=tuple(code for code in order if code in kinds["pillar"]),
        years=(int(first), int(last)),
        languages=languages(),
    )


def begin(edition: Edition) -> Page:
    """Decide view and language of this run, draw the panel, and keep the page's context for `current()`."""
    codes = codes_of(edition)
    view, problems = filters.decide_view(codes)
    language = language_of(view.language, st.context.locale)
    as_of = datetime.date.fromisoformat(view.as_of) if view.as_of else today()
    view = filters.draw_panel(view, codes, lambda shown: _options(edition, shown, as_of), language)
    filters.write_address(view, codes)
    page = Page(edition, codes, view, language, as_of, theme(st.context.theme.type))
    st.session_state["page"] = page
    st.session_state["problems"] = problems
    return page


def current() -> Page:
    """The context of the page being drawn."""
    page: Page = st.session_state["page"]
    return page


def draw_bar(page: Page, pages: dict[str, "StreamlitPage"], shown: "StreamlitPage") -> None:
    """The slim bar: product name, page links that carry the view, languages. A menu on a phone (app.py's styles)."""
    links = [(target, page.language.text(label)) for label, target in pages.items()]
    with st.container(key="bar", horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{PRODUCT}**", width="content")
        with st.container(key="bar_wide", horizontal=True, vertical_alignment="center", gap="small", width="content"):
            _draw_links(page, links, shown)
        with st.container(key="bar_narrow", width="content"), st.popover(
            page.language.text("Menu"), icon=":material/menu:", key=f"menu_{shown.url_path or 'overview'}"
        ):
            _draw_links(page, links, shown)
        with st.container(key="bar_languages", horizontal=True, gap="small", width="content"):
            for code in languages():
                query = to_query(replace(page.view, language=code))
                name = {"en": "English", "id": "Bahasa Indonesia"}.get(code, code)
                st.page_link(shown, label=name, query_params=query, disabled=code == page.language.code)


def draw_notices(page: Page) -> None:
    """Say in plain words what in the link was not understood."""
    problems: tuple[Problem, ...] = st.session_state["problems"]
    if problems:
        _ = page.language.text
        lines = "\n".join(f"- {problem_text(problem, page)}" for problem in problems[:12])
        more = len(problems) - 12
        rest = "\n- " + page.language.count("and {n} more", "and {n} more", more) if more > 0 else ""
        st.warning(_("Part of this link was not understood; the rest applies.") + "\n" + lines + rest)


def problem_text(problem: Problem, page: Page) -> str:
    """One problem of a link as a sentence in the language of the page."""
    _ = page.language.text
    value = problem.value.replace("`", "'").replace("\n", " ")
    first, last = page.codes.years
    messages = {
        "unknown_key": _("`{key}` is no filter of this dashboard.", key=problem.key[:40].replace("`", "'")),
        "unknown_value": _("`{key}` knows no value `{value}`.", key=problem.key, value=value),
        "malformed_value": _("`{key}={value}` cannot be read.", key=problem.key, value=value),
        "out_of_range": _(
            "`year={value}` reaches beyond the years known, {first} to {last}.", value=value, first=first, last=last
        ),
        "too_long": _("The value of `{key}` is too long.", key=problem.key[:40].replace("`", "'")),
    }
    return messages[problem.kind]


def draw_filters_in_view(page: Page) -> None:
    """One line that names the filters in force."""
    parts = filter_words(page)
    if parts:
        st.caption(page.language.text("In view: {filters}", filters=" · ".join(parts)))


def filter_words(page: Page) -> list[str]:
    """The filters in force, each in words."""
    view, language = page.view, page.language
    words = []
    if view.years:
        first, last = view.years
        words.append(str(first) if first == last else f"{first}–{last}")
    if view.bodies or view.organizations or view.pillars:
        names = _options(page.edition, View(), page.as_of)
        for rows, key, chosen in (
            (names.bodies, "body_id", view.bodies),
            (names.organizations, "organization_id", view.organizations),
            (names.pillars, "pillar_id", view.pillars),
        ):
            for row in rows[rows[key].isin(chosen)].itertuples():
                acronym = getattr(row, "acronym", None)
                words.append(acronym if isinstance(acronym, str) and acronym else language.name(row))
    if view.search:
        words.append(f"“{view.search}”")
    return words


def draw_foot(page: Page) -> None:
    """Source, edition and licence of what stands above."""
    _ = page.language.text
    grades = page.ask("sources_in_view")
    total, official = int(grades["sources"].sum()), int(grades.loc[grades["grade"] == "official", "sources"].sum())
    st.caption(
        page.language.count(
            "Source: {n} page, {official} of them official.", "Source: {n} pages, {official} of them official.",
            total, official=page.language.number(official),
        )
        + " "
        + _(
            "Edition {edition}. Known up to {day}; seen as of {as_of}. Annual totals show what was collected, not what happened.",
            edition=page.edition.id, day=page.language.date(page.edition.data_until.isoformat()),
            as_of=page.language.date(page.as_of.isoformat()),
        )
    )


def guarded(part: Callable[[], None], name: str) -> None:
    """Draw one part of a page; when its query fails, say which part is missing and let the rest stand."""
    try:
        part()
    except QuestionFailed:
        number = uuid.uuid4().hex[:8]
        log.exception("part %s failed (%s)", name, number)
        st.error(
            current().language.text(
                "“{part}” cannot be shown just now. The rest of the page stands. Report number: {number}.",
                part=name, number=number,
            )
        )


def has_routes() -> bool:
    """Whether the page is served by sidang/server.py, which answers downloads beside the pages."""
    return os.environ.get("SIDANG_SERVER") == "1"


def _draw_links(page: Page, links: list[tuple["StreamlitPage", str]], shown: "StreamlitPage") -> None:
    for target, label in links:
        st.page_link(target, label=label, query_params=to_query(page.view), disabled=target is shown)


def _options(edition: Edition, view: View, as_of: datetime.date) -> filters.Options:
    aliases: dict[str, list[str]] = {}
    for row in ask(edition, "body_aliases").itertuples():
        bodies = aliases.setdefault(fold(str(row.name)), [])
        if row.body_id not in bodies:
            bodies.append(str(row.body_id))
    return filters.Options(
        bodies=ask(edition, "body_options", parameters_of(view.without("bodies"), as_of)),
        organizations=ask(edition, "organization_options", parameters_of(view.without("organizations"), as_of)),
        pillars=ask(edition, "pillar_options", parameters_of(view.without("pillars"), as_of)),
        body_names=aliases,
    )
