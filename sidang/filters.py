"""The filter panel: widgets ⇄ view ⇄ address.

The view is decided before a widget is drawn: from the address when that changed otherwise than by us (Back, Forward, a
page link), else from what the reader set. It is then written into every widget, so that labels with counts may change
freely. Only in a session's first run do the widgets speak for themselves, with the address as their defaults: a
browser that reconnects brings its last click along, and the click must win over the old address.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from sidang.language import Language
from sidang.text import fold
from sidang.view import Codes, Problem, View, from_query, to_query

LINK = "link"
CUSTOM = "custom"

Query = dict[str, list[str]]


@dataclass(frozen=True)
class Options:
    """What can be chosen in the present view: the rows of body_options.sql, organization_options.sql, pillar_options.sql.

    `body_names` leads from every folded name, alias and acronym to the body ids that bear it.
    """

    bodies: pd.DataFrame
    organizations: pd.DataFrame
    pillars: pd.DataFrame
    body_names: dict[str, list[str]]


def read_address(codes: Codes) -> tuple[View, tuple[Problem, ...]]:
    """The view of the address as it stands, and what in it was not understood."""
    return from_query({key: st.query_params.get_all(key) for key in st.query_params}, codes)


def decide_view(codes: Codes) -> tuple[View, tuple[Problem, ...]]:
    """The view of this run, before any widget is drawn."""
    address, problems = read_address(codes)
    known: Query | None = st.session_state.get(LINK)
    if known is None or known != _query():
        return address, problems
    chosen = _from_widgets(address, codes)
    return chosen, problems if chosen == address else ()


def write_address(view: View, codes: Codes) -> None:
    """Put the view into the address, as a history entry of its own, unless the address already says it."""
    if read_address(codes)[0] != view:
        st.query_params.from_dict(to_query(view))
    st.session_state[LINK] = _query()


def reset() -> None:
    """Drop every filter; language and day stay."""
    first, last = st.session_state["codes_years"]
    st.session_state.update(
        filter_years=(first, last), filter_period="all", filter_bodies=[], filter_organizations=[], filter_pillars=[]
    )
    st.session_state["filter_search"] = ""


def draw_panel(view: View, codes: Codes, options: Callable[[View], Options], language: Language) -> View:
    """Draw the panel in the sidebar for a view; returns the view that the widgets hold."""
    _ = language.text
    is_first_run = LINK not in st.session_state
    found = options(view)
    st.session_state["codes_years"] = codes.years
    st.session_state["body_names"] = found.body_names
    if not is_first_run:
        _to_widgets(view, codes)
    with st.sidebar:
        st.subheader(_("Filter meetings"), anchor=False)
        periods = _periods(codes, view.years or codes.years)
        period = _period_of(view.years or codes.years, codes)
        st.selectbox(
            _("Year"), list(periods), index=list(periods).index(period), key="filter_period",
            format_func=lambda code: _period_name(code, language), on_change=_take_period,
        )
        st.slider(
            _("Years from – to"), *codes.years, value=view.years or codes.years, key="filter_years", format="%d",
            on_change=_take_years,
        )
        labels = {row.body_id: _body_label(row, language) for row in found.bodies.itertuples()}
        st.multiselect(
            _("Body"), list(labels), default=[body for body in view.bodies if body in labels], key="filter_bodies",
            format_func=lambda code: labels.get(code, code), placeholder=_("All bodies"), accept_new_options=True,
            on_change=_take_bodies,
            help=_("A body includes its sub-bodies. Type a name, an acronym or a former name in either language and press Enter."),
        )
        unknown = st.session_state.pop("unknown_body", None)
        if unknown:
            st.warning(_("No body is called “{name}”. Choose one from the list.", name=unknown))
        pillar_labels = {
            row.pillar_id: f"{language.name(row)} {language.number(row.meetings)}" for row in found.pillars.itertuples()
        }
        st.pills(
            _("Pillar"), list(pillar_labels), selection_mode="multi", default=list(view.pillars), key="filter_pillars",
            format_func=lambda code: pillar_labels[code],
        )
        organization_labels = {
            row.organization_id: f"{row.acronym or language.name(row)} {language.number(row.meetings)}"
            for row in found.organizations.itertuples()
            if row.meetings or row.organization_id in view.organizations
        }
        st.pills(
            _("Organization"), list(organization_labels), selection_mode="multi", default=list(view.organizations),
            key="filter_organizations", format_func=lambda code: organization_labels[code],
        )
        st.button(_("Reset filters"), on_click=reset, disabled=not view.is_filtered, width="stretch")
    return _from_widgets(view, codes) if is_first_run else view


def draw_search(view: View, language: Language) -> None:
    """The search field of the meetings page; it belongs to the view like the panel's filters."""
    if "filter_search" not in st.session_state and view.search:
        st.session_state["filter_search"] = view.search
    st.text_input(
        language.text("Search meetings"), key="filter_search", max_chars=200, type="search",
        placeholder=language.text("Body, place, topic, document or participant"),
    )


def _query() -> Query:
    return {key: st.query_params.get_all(key) for key in st.query_params}


def _from_widgets(base: View, codes: Codes) -> View:
    state = st.session_state
    years = tuple(state.get("filter_years", base.years or codes.years))
    return replace(
        base,
        years=None if years == codes.years else years,
        bodies=tuple(sorted(set(state.get("filter_bodies", base.bodies)) & codes.bodies)),
        organizations=tuple(sorted(state.get("filter_organizations", base.organizations))),
        pillars=tuple(sorted(state.get("filter_pillars", base.pillars))),
        search=" ".join((state.get("filter_search", base.search) or "").split()),
        language=state.get("language_choice") or base.language,
    )


def _to_widgets(view: View, codes: Codes) -> None:
    years = view.years or codes.years
    st.session_state.update(
        filter_years=years,
        filter_period=_period_of(years, codes),
        filter_bodies=list(view.bodies),
        filter_organizations=list(view.organizations),
        filter_pillars=list(view.pillars),
        filter_search=view.search,
    )


def _body_label(row: object, language: Language) -> str:
    acronym = (getattr(row, "acronym_indonesian") if language.code == "id" else None) or getattr(row, "acronym")
    name = language.name(row)
    shown = name if not isinstance(acronym, str) or acronym == name else f"{acronym} · {name}"
    return f"{shown} ({language.number(getattr(row, 'meetings'))})"


def _periods(codes: Codes, years: tuple[int, int]) -> dict[str, tuple[int, int]]:
    first, last = codes.years
    periods = {"all": codes.years, "last-5": (max(first, last - 4), last)}
    periods |= {f"{decade}s": (max(first, decade), min(last, decade + 9)) for decade in range(last // 10 * 10, first - 9, -10)}
    periods |= {str(year): (year, year) for year in range(last, first - 1, -1)}
    return periods if years in periods.values() else {CUSTOM: years} | periods


def _period_of(years: tuple[int, int], codes: Codes) -> str:
    return next(code for code, span in _periods(codes, years).items() if span == years)


def _period_name(code: str, language: Language) -> str:
    named = {
        "all": language.text("All years"),
        "last-5": language.text("Last five years"),
        CUSTOM: language.text("Chosen span"),
    }
    if code.endswith("s") and code[:-1].isdigit():
        return language.text("{decade}s", decade=code[:-1])
    return named.get(code, code)


def _take_period() -> None:
    first, last = st.session_state["codes_years"]
    codes = Codes(frozenset(), {}, frozenset(), (), (first, last))
    spans = _periods(codes, (first, last))
    if st.session_state["filter_period"] in spans:
        st.session_state["filter_years"] = spans[st.session_state["filter_period"]]


def _take_years() -> None:
    first, last = st.session_state["codes_years"]
    st.session_state["filter_period"] = _period_of(
        tuple(st.session_state["filter_years"]), Codes(frozenset(), {}, frozenset(), (), (first, last))
    )


def _take_bodies() -> None:
    names: dict[str, list[str]] = st.session_state["body_names"]
    known = {body for bodies in names.values() for body in bodies}
    chosen: list[str] = []
    for entry in st.session_state["filter_bodies"]:
        found = [entry] if entry in known else names.get(fold(entry), [])
        if not found:
            st.session_state["unknown_body"] = entry
        chosen += [body for body in found if body not in chosen]
    st.session_state["filter_bodies"] = chosen
