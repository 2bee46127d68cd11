"""The frame around every page: the edition, the view, the bar of page links, notices, the source line.

app.py draws it; a page asks `current()` for what it needs and never opens the database itself.
"""

import datetime
import logging
import os
import uuid
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from sidang import chips, filters, printed, share, view_controls
from sidang.asking import Asking
from sidang.body_search import body_meant
from sidang.boundaries import BadBoundaries
from sidang.codes import codes_of
from sidang.coverage import expected_of, footnote
from sidang.dates import today
from sidang.edition import Edition
from sidang.language import Language, language_of
from sidang.links import address, counted
from sidang.markdown import literal
from sidang.navigation import PRODUCT, Pages
from sidang.opening import Opened, opened_or_stop
from sidang.options import names_of, options_in
from sidang.parameters import parameters_of
from sidang.questions import QuestionFailed, QuestionTooSlow, Rows, Value, ask
from sidang.record_ids import codes_of_kind
from sidang.theme import LIGHT, Theme, theme
from sidang.view import DAYS, FIRST_DAY, LAST_DAY, Codes, Problem, View, to_query

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

ROOT = Path(__file__).resolve().parent.parent
RECORD_PAGES = ("venues", "membership", "participant", "event", "body", "document", "data")
MOMENT_PAGES = ("venues",)
# The records whose pages are briefs by themselves, and the one that a page is about without being told.
BRIEFS_OF_RECORDS = {
    "event": ("event", ""),
    "body": ("body", ""),
    "document": ("document", ""),
    "participant": ("participant", ""),
    "timor-leste": ("participant", "tls"),
}
KEPT_PARTS = 1024
KEPT_TABLES = 16

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
    opened: Opened

    @cached_property
    def key(self) -> str:
        """All that decides what the page shows, in one text: the key of the parts that are kept drawn."""
        view = self.view.without("record")
        return repr((self.edition.id, view, self.language.code, self.as_of, self.theme.paper, is_embedded()))

    @cached_property
    def key_of_day(self) -> str:
        """The key of the parts that depend on the day and the language alone, not on the filters."""
        return repr((self.edition.id, self.language.code, self.as_of))

    def ask(self, question: str, **parameters: Value) -> Rows:
        """The rows that answer a question of queries/ for this view; further parameters by name."""
        return ask(self.edition, question, parameters_of(self.edition, self.view, self.as_of) | parameters)


def page_of(asking: Asking) -> Page:
    """The context of a page for a request without a session, which has neither theme nor frozen banner."""
    opened = Opened(asking.edition, asking.edition)
    return Page(asking.edition, codes_of(asking.edition), asking.view, asking.language, asking.as_of, LIGHT, opened)


def begin() -> Page:
    """Decide edition, view and language of this run, draw the panel, and keep the page's context for `current()`."""
    opened = opened_or_stop(st.query_params.get("edition"))
    edition, codes = opened.edition, codes_of(opened.edition)
    view, problems = filters.decide_view(codes)
    language = language_of(view.language, st.context.locale)
    as_of = view.seen_from(today())
    page = Page(edition, codes, view, language, as_of, theme(st.context.theme.type), opened)
    if not is_embedded():
        options = options_in(edition, view.filters, as_of, language)
        bodies = names_of(edition, language)["bodies"]
        filters.draw_panel(view, codes, language, options, partial(body_meant, edition), lambda body: bodies[body])
    filters.write_address(view, codes)
    st.session_state["page"] = page
    st.session_state["problems"] = problems
    return page


def say_that_it_waits() -> None:
    """Tell the reader that others are served first; it stands beside the page and moves nothing in it."""
    language = language_of(st.query_params.get("lang"), st.context.locale)
    st.toast(language.text("Many readers are here just now. This page comes in its turn."))


def settle(page: Page) -> None:
    """Call it when everything is drawn: in a session's first run the widgets may know more than the address."""
    filters.settle(page.view, page.codes, partial(body_meant, page.edition))


def current() -> Page:
    """The context of the page being drawn."""
    page: Page = st.session_state["page"]
    return page


def draw_bar(page: Page, pages: Pages, shown: "StreamlitPage") -> None:
    """The slim bar: product name, page links that carry the view, the registers behind a menu, languages.

    On a phone all pages stand in one menu (static/frame.css). What is in a menu is drawn when it is opened: every page would
    pay for it otherwise, at each change of a filter.
    """
    with st.container(key="bar", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        with st.container(key="bar_links", horizontal=True, vertical_alignment="center", gap="xsmall", width="content"):
            with st.container(key="bar_brand", width="content"):
                st.markdown(PRODUCT, width="content")
            with st.container(key="bar_wide", horizontal=True, vertical_alignment="center", gap="small", width="content"):
                _draw_links(page, pages.labels)
                name = f"registers_{shown.url_path or 'overview'}"
                registers = st.popover(page.language.text("Registers"), key=name, type="tertiary", on_change="rerun")
                if registers.open:
                    with registers:
                        _draw_links(page, pages.registers)
            with st.container(key="bar_narrow", width="content"):
                name = f"menu_{shown.url_path or 'overview'}"
                menu = st.popover(page.language.text("Menu"), icon=":material/menu:", key=name, on_change="rerun")
                if menu.open:
                    with menu:
                        _draw_links(page, pages.labels | pages.registers)
                        view_controls.draw_languages(page.view, page.language, st.context.locale, "menu_language")
        with st.container(key="bar_switch", horizontal=True, gap="small", vertical_alignment="center", width="content"):
            share.draw_links(page.view, page.edition, page.as_of, page.language, "links")
            with st.container(key="bar_languages", width="content"):
                view_controls.draw_languages(page.view, page.language, st.context.locale, "language")


def draw_notices(page: Page, shown: "StreamlitPage") -> None:
    """Say in plain words what in the link was not understood."""
    problems: tuple[Problem, ...] = st.session_state["problems"]
    if page.view.record and shown.url_path not in RECORD_PAGES:
        problems = (*problems, Problem("not_shown", "id", page.view.record))
    if page.view.at and shown.url_path not in MOMENT_PAGES:
        problems = (*problems, Problem("not_shown", "at", str(page.view.at)))
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
    first, last = page.view.years or page.codes.years if problem.key == "at" else page.codes.years
    messages = {
        "unknown_key": _("`{key}` is no filter of this dashboard.", key=problem.key[:40].replace("`", "'")),
        "unknown_value": _("`{key}` knows no value `{value}`.", key=problem.key, value=value),
        "malformed_value": _("`{key}={value}` cannot be read.", key=problem.key, value=value),
        "out_of_range": _(
            "`{key}={value}` lies before {first} or after {last}.",
            key=problem.key,
            value=value,
            first=page.language.date(FIRST_DAY.isoformat()),
            last=page.language.date(LAST_DAY.isoformat()),
        )
        if problem.key in DAYS
        else _(
            "`{key}={value}` reaches beyond the years of this view, {first} to {last}.",
            key=problem.key,
            value=value,
            first=first,
            last=last,
        ),
        "reversed": _("`year={value}` ends before it begins.", value=value),
        "not_shown": _("`{key}={value}` is a year of the map; this page shows all years of the view.", key="at", value=value)
        if problem.key == "at"
        else _("`{key}={value}` names a record, and this page shows no single record.", key=problem.key, value=value),
        "too_long": _("The value of `{key}` is too long.", key=problem.key[:40].replace("`", "'")),
    }
    return messages[problem.kind]


def draw_chips(page: Page) -> None:
    """The filters in force, above the page: chips that remove themselves, in an embedded page a line of text."""
    words = [literal(chip.words) for chip in chips.chips_of(page.edition, page.view, page.language)]
    if not is_embedded():
        with st.container(gap=None) if words else nullcontext():
            chips.draw_chips(page.edition, page.view, page.language)
            printed.draw_filters(words, page.language)
    elif words:
        st.caption(page.language.text("In view: {filters}", filters=" · ".join(words)))


def is_embedded() -> bool:
    """Whether the page stands in a frame of another page (`?embed=true`)."""
    return bool(st.context.is_embedded)


def draw_sources(page: Page, state: str | None) -> None:
    """The lines under a picture or table: how many pages stand behind its meetings, of which edition it is, and how many
    numbers of the series in view are missing.

    `state` is that of the meetings shown (held), or None where meetings of any status are.
    """
    grades = {row.grade: row.sources for row in page.ask("sources_in_view", state=state)}
    lines = [sources_in_words(page, sum(grades.values()), grades.get("official", 0))]
    coverage = footnote(expected_of(page.ask("expected_numbers")), page.view, page.language)
    if coverage:
        lines.append(coverage)
    for line in lines:
        st.markdown(f":small[{line}]")  # a caption would fade its links


def sources_in_words(page: Page, pages: int, official: int) -> str:
    """How many pages stand behind something, how many of them official, and of which edition it is."""
    language = page.language
    return language.count(
        "Source: {n} page, {official} official · edition {edition}",
        "Sources: {n} pages, {official} official · edition {edition}",
        pages,
        figure=counted(language, pages, page.view.with_(section="sources"), "/data"),
        official=language.number(official),
        edition=page.edition.id,
    )


def draw_foot(page: Page, shown: "StreamlitPage") -> None:
    """From which day the page is seen, up to which day it knows, on what terms it may be used; on paper its address too."""
    language = page.language
    if is_embedded():
        path = f"/{shown.url_path}"
        query = share.query_of(page.view)
        target = f"{path}?{query}" if query else path
        st.link_button(language.text("Open the full view"), target, type="tertiary", key="controls_full_view")
    st.caption(
        language.text(
            "As of {as_of}. Sources were read up to {day}. "
            "Data: CC BY 4.0, the Sidang maintainers; each fact names its source.",
            day=language.date(page.edition.data_until.isoformat()),
            as_of=language.date(page.as_of.isoformat()),
        )
    )
    _draw_ways_to_brief(page, shown)
    printed.draw_address(share.query_of(share.frozen(page.view, page.edition, page.as_of)), page.edition.id, language)


def guarded(page: Page, part: Callable[[Page, str], None], name: str) -> None:
    """Draw one part of a page; when its query fails, say which part is missing and let the rest stand.

    The part gets the page and the page's key, by which it may be kept drawn (st.cache_data). It stands in a container of
    its own: what it has more or less of than before moves nothing in other parts, and leaves the focus where it is.
    """
    with st.container():
        _draw_or_say(page, part, name)


def _draw_or_say(page: Page, part: Callable[[Page, str], None], name: str) -> None:
    try:
        part(page, page.key)
    except BadBoundaries as error:
        log.exception("the map cannot be drawn")
        st.error(page.language.text("The map cannot be drawn: its boundary file cannot be used. {error}", error=str(error)))
    except QuestionTooSlow:
        log.warning("part %s took too long", name, exc_info=True)
        st.warning(
            page.language.text(
                "“{part}” took too long for this view and was stopped. The rest of the page stands; a narrower view or "
                "another try may help.",
                part=name,
            )
        )
    except QuestionFailed:
        number = uuid.uuid4().hex[:8]
        log.exception("part %s failed (%s)", name, number)
        st.error(
            page.language.text(
                "“{part}” cannot be shown just now. The rest of the page stands. Report number: {number}.",
                part=name,
                number=number,
            )
        )


def has_routes() -> bool:
    """Whether the page is served by sidang/server.py, which answers downloads beside the pages."""
    return os.environ.get("SIDANG_SERVER") == "1"


def _draw_ways_to_brief(page: Page, shown: "StreamlitPage") -> None:
    """Links to the page as a brief of one or two sheets, which the server makes; where there is none, no link."""
    if not has_routes() or is_embedded():
        return
    name, view = shown.url_path or "overview", page.view
    if name in BRIEFS_OF_RECORDS:
        kind, record = BRIEFS_OF_RECORDS[name]
        record_id = codes_of_kind(page.edition, kind).get((record or view.record or "").lower())
        if record_id is None:
            return
        name, view = f"{kind}/{record_id.lower()}", view.without("record", "at")
    elif name not in MOMENT_PAGES:
        view = view.without("record", "at")
    own = view.with_(edition=view.edition, language=page.language.code)
    ways = " · ".join(f"[{form.upper()}]({address(f'/briefs/{name}.{form}', own)})" for form in ("pdf", "docx"))
    with st.container(key="controls_brief"):
        st.markdown(page.language.text("Take this page away as a brief of one or two sheets: {ways}", ways=ways))


def _draw_links(page: Page, labels: dict["StreamlitPage", str]) -> None:
    for target, label in labels.items():
        st.page_link(target, label=label, query_params=to_query(page.view.elsewhere))
