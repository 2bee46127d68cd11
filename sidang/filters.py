"""The filter panel: widgets ⇄ view ⇄ address.

The view is decided before a widget is drawn: from the address when that changed otherwise than by us (Back, Forward, a
page link), else from what the reader set. It is then written into every widget, so that labels with counts may change
freely. Only in a session's first run the address seeds defaults and nothing is written: a browser that reconnects
brings its widgets along, and when all is drawn `settle` compares them with the address; the last click wins.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

import streamlit as st

from sidang.language import Language, language_of, languages, own_name
from sidang.options import Options
from sidang.periods import period_name, period_of, periods
from sidang.text import fold
from sidang.view import Codes, Problem, View, from_query, to_query

LINK = "link"
FIRST_RUN = "is_first_run"
RESET_PRESSED = "is_reset_pressed"

Query = dict[str, list[str]]


def read_address(codes: Codes) -> tuple[View, tuple[Problem, ...]]:
    """The view of the address as it stands, and what in it was not understood."""
    return from_query(_query(), codes)


def decide_view(codes: Codes, browser: str | None) -> tuple[View, tuple[Problem, ...]]:
    """The view of this run, before any widget is drawn, and what in the address was not understood.

    `browser` is the language that the browser asks for; choosing it needs no word in the link.
    """
    address, problems = read_address(codes)
    st.session_state[FIRST_RUN] = LINK not in st.session_state
    if st.session_state.get(LINK) != _query():
        return address, problems
    chosen = _from_widgets(address, codes, browser)
    return chosen, problems if chosen == address else ()


def settle(view: View, codes: Codes, names: Mapping[str, tuple[str, ...]], browser: str | None) -> None:
    """At the end of a session's first run, take up what the widgets hold besides the address.

    A browser that reconnects (the server was started again, or another one answers) brings its widgets along, the last
    click among them, to a session that has run no callback yet. The click wins over the address: the run begins anew.
    """
    if not st.session_state[FIRST_RUN]:
        return
    chosen = _from_widgets(view, codes, browser)
    period = st.session_state["filter_period"]
    if chosen.years == view.years and period != period_of(view.years or codes.years, codes):
        years = periods(codes, codes.years).get(period, codes.years)
        chosen = replace(chosen, years=None if years == codes.years else years)
    bodies, _ = _bodies_called(st.session_state["filter_bodies"], names)
    chosen = replace(chosen, bodies=tuple(sorted(set(bodies) & codes.bodies)))
    if st.session_state.get(RESET_PRESSED):
        chosen = View(language=view.language)
    if chosen != view:
        st.query_params.from_dict(to_query(chosen))
        st.session_state[LINK] = {}
        st.rerun()


def write_address(view: View, codes: Codes) -> None:
    """Put the view into the address, as a history entry of its own, unless the address already says it."""
    if read_address(codes)[0] != view:
        st.query_params.from_dict(to_query(view))
    st.session_state[LINK] = _query()


def draw_panel(
    view: View, codes: Codes, language: Language, options: Callable[[View], Options], names: Mapping[str, tuple[str, ...]]
) -> None:
    """Draw the panel in the sidebar for a view.

    Args:
        view: what the panel shows.
        codes: the codes of the edition; its years bound the slider.
        language: the language of the page.
        options: labels by code for a view.
        names: body ids by every folded name, alias and acronym.
    """
    if not st.session_state[FIRST_RUN]:
        _to_widgets(view, codes)
        st.session_state["language"] = language.code
    offered = options(view)
    with st.sidebar, st.container(key="panel"):
        st.subheader(language.text("Filter meetings"), anchor=False)
        _draw_years(view, codes, language)
        _draw_bodies(view, offered, language, names)
        _draw_choice(language.text("Pillar"), "filter_pillars", offered.pillars, view.pillars)
        _draw_choice(language.text("Organization"), "filter_organizations", offered.organizations, view.organizations)
        st.session_state[RESET_PRESSED] = st.button(
            language.text("Reset filters"),
            on_click=_reset,
            args=(view,),
            disabled=not view.is_reset_worthwhile,
            width="stretch",
        )


def draw_search(view: View, language: Language) -> None:
    """The search field of the meetings page; it belongs to the view like the panel's filters."""
    st.text_input(
        language.text("Search meetings"),
        value=view.search,
        key="filter_search",
        max_chars=200,
        type="search",
        placeholder=language.text("Body, place, topic, document or participant"),
    )


def draw_languages(language: Language) -> None:
    """The switch between the languages; it belongs to the view."""
    st.segmented_control(
        language.text("Language"),
        languages(),
        default=language.code,
        key="language",
        format_func=own_name,
        label_visibility="collapsed",
        required=True,
    )


def _draw_years(view: View, codes: Codes, language: Language) -> None:
    years = view.years or codes.years
    offered = list(periods(codes, years))
    st.selectbox(
        language.text("Year"),
        offered,
        index=offered.index(period_of(years, codes)),
        key="filter_period",
        format_func=lambda code: period_name(code, language),
        on_change=_take_period,
        args=(codes,),
    )
    st.slider(
        language.text("Years from – to"),
        *codes.years,
        value=years,
        key="filter_years",
        format="%d",
        on_change=_take_years,
        args=(codes,),
    )


def _draw_bodies(view: View, offered: Options, language: Language, names: Mapping[str, tuple[str, ...]]) -> None:
    _ = language.text
    st.multiselect(
        _("Body"),
        list(offered.bodies),
        default=list(view.bodies),
        key="filter_bodies",
        accept_new_options=True,
        filter_mode="contains",
        select_all=False,
        format_func=lambda code: offered.bodies.get(code, code),
        placeholder=_("All bodies"),
        on_change=_take_bodies,
        args=(names,),
        help=_(
            "A body includes its sub-bodies. Type a name, an acronym or a former name in either language and press Enter."
        ),
    )
    for name in st.session_state.pop("unknown_bodies", ()):
        st.warning(_("No body is called “{name}”. Choose one from the list.", name=name))


def _draw_choice(label: str, key: str, labels: dict[str, str], chosen: tuple[str, ...]) -> None:
    if not labels:
        return
    st.pills(label, list(labels), selection_mode="multi", default=list(chosen), key=key, format_func=labels.__getitem__)


def _query() -> Query:
    return {key: st.query_params.get_all(key) for key in st.query_params}


def _from_widgets(base: View, codes: Codes, browser: str | None) -> View:
    state = st.session_state
    own = language_of(None, browser).code
    language = state.get("language")
    if not language or language == language_of(base.language, browser).code:
        language = base.language
    elif language == own:
        language = None
    years = tuple(state.get("filter_years", base.years or codes.years))
    return replace(
        base,
        years=None if years == codes.years else years,
        bodies=tuple(sorted(set(state.get("filter_bodies", base.bodies)) & codes.bodies)),
        organizations=tuple(sorted(set(state.get("filter_organizations", base.organizations)) & codes.organizations)),
        pillars=tuple(sorted(set(state.get("filter_pillars", base.pillars)) & set(codes.pillars))),
        search=" ".join((state.get("filter_search", base.search) or "").split()),
        language=language,
    )


def _to_widgets(view: View, codes: Codes) -> None:
    years = view.years or codes.years
    st.session_state.update(
        filter_years=years,
        filter_period=period_of(years, codes),
        filter_bodies=list(view.bodies),
        filter_organizations=list(view.organizations),
        filter_pillars=list(view.pillars),
        filter_search=view.search,
    )


def _reset(view: View) -> None:
    st.query_params.from_dict(to_query(View(language=view.language)))


def _take_period(codes: Codes) -> None:
    span = periods(codes, codes.years).get(st.session_state["filter_period"])
    if span:
        st.session_state["filter_years"] = span


def _take_years(codes: Codes) -> None:
    st.session_state["filter_period"] = period_of(tuple(st.session_state["filter_years"]), codes)


def _take_bodies(names: Mapping[str, tuple[str, ...]]) -> None:
    chosen, unknown = _bodies_called(st.session_state["filter_bodies"], names)
    st.session_state["filter_bodies"] = chosen
    st.session_state["unknown_bodies"] = unknown


def _bodies_called(entries: list[str], names: Mapping[str, tuple[str, ...]]) -> tuple[list[str], list[str]]:
    known = {body for bodies in names.values() for body in bodies}
    chosen: list[str] = []
    unknown: list[str] = []
    for entry in entries:
        found = [entry] if entry in known else names.get(fold(entry), ())
        chosen += [body for body in found if body not in chosen]
        unknown += [] if found else [entry]
    return chosen, unknown
