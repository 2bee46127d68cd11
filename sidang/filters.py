"""The filter panel: widgets ⇄ view ⇄ address.

The view is decided before a widget is drawn: from the address when that changed otherwise than by us (Back, Forward, a
page link, a chip), else from what the reader set. It is then written into every widget, so that labels with counts may
change freely. Only in a session's first run the address seeds defaults and nothing is written: a browser that reconnects
brings its widgets along, and when all is drawn `settle` compares them with the address; the last click wins.
"""

import datetime
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Any

import streamlit as st

from sidang.body_search import Meant
from sidang.dates import today
from sidang.language import Language
from sidang.markdown import literal
from sidang.options import MOST_BODIES, MOST_PLACES, Options
from sidang.periods import period_name, period_of, periods
from sidang.text import fold
from sidang.view import COMPARED, LISTED, SETTINGS, SWITCHES, Codes, Problem, View, from_query, to_query

LINK = "link"
FIRST_RUN = "is_first_run"
PRESSED = "pressed"
PLAYING = "playing"
MEANT = "bodies_meant"
MORE = ("levels", "countries", "places", "participants", "modes", "topics", "is_planned_charted")
MORE_USED = "is_more_used"

Query = dict[str, list[str]]
Search = Callable[[str], Meant]


def read_address(codes: Codes) -> tuple[View, tuple[Problem, ...]]:
    """The view of the address as it stands, and what in it was not understood."""
    return from_query(_query(), codes)


def decide_view(codes: Codes) -> tuple[View, tuple[Problem, ...]]:
    """The view of this run, before any widget is drawn, and what in the address was not understood."""
    address, problems = read_address(codes)
    st.session_state[FIRST_RUN] = LINK not in st.session_state
    st.session_state[PRESSED] = None
    if st.session_state.get(LINK) != _query():
        return address, problems
    chosen = _from_widgets(address, codes)
    if is_playing():
        return chosen.with_(at=st.session_state[PLAYING]), problems
    return chosen, problems if chosen == address else ()


def settle(view: View, codes: Codes, search: Search) -> None:
    """At the end of a session's first run, take up what the widgets hold besides the address.

    A browser that reconnects (the server was started again, or another one answers) brings its widgets along, the last
    click among them, to a session that has run no callback yet. The click wins over the address: the run begins anew.
    """
    if not st.session_state[FIRST_RUN] or "filter_period" not in st.session_state:
        return
    chosen = _from_widgets(view, codes)
    period = st.session_state["filter_period"]
    if chosen.years == view.years and period != period_of(view.years or codes.years, codes):
        years = periods(codes, codes.years).get(period, codes.years)
        chosen = chosen.with_(years=None if years == codes.years else years)
    bodies = _bodies_called(st.session_state["filter_bodies"], codes, search)[0]
    chosen = chosen.with_(bodies=tuple(bodies))
    chosen = st.session_state[PRESSED] or chosen
    if chosen != view:
        st.query_params.from_dict(to_query(chosen))
        st.session_state[LINK] = None
        st.rerun()


def write_address(view: View, codes: Codes) -> None:
    """Put the view into the address, as a history entry of its own, unless the address already says it."""
    address = read_address(codes)[0]
    lasting = view.with_(at=address.at) if is_playing() else view
    if address != lasting:
        st.query_params.from_dict(to_query(lasting))
    st.session_state[LINK] = _query()


def is_playing() -> bool:
    """Whether the map runs through the years; the year shown is then no part of the address."""
    return st.session_state.get(PLAYING) is not None


def play(year: int) -> None:
    """Show a year of the running map at the next run."""
    st.session_state[PLAYING] = year


def stop() -> None:
    """Let the map run no further."""
    st.session_state[PLAYING] = None


def draw_panel(
    view: View, codes: Codes, language: Language, options: Options, search: Search, name: Callable[[str], str]
) -> None:
    """Draw the panel in the sidebar for a view.

    Args:
        view: what the panel shows.
        codes: the codes of the edition; its years bound the slider.
        language: the language of the page.
        options: labels by filter and code for the view.
        search: the bodies that a typed name means.
        name: a body as it is called, by its id.
    """
    if not st.session_state[FIRST_RUN]:
        _to_widgets(view, codes)
    _ = language.text
    with st.sidebar, st.container(key="panel"):
        st.subheader(_("Filter meetings"), anchor=False)
        _draw_search(view, language)
        _draw_years(view, codes, language, options)
        _draw_bodies(view, codes, language, options, search, name)
        _draw_choice(_("Pillar"), "pillars", options, view)
        if view.pillars:
            _draw_switch(_("Also where a source names the pillar as involved"), "is_involvement_counted", view)
        _draw_choice(_("Organization"), "organizations", options, view)
        _draw_more(view, language, options)


def draw_jump(label: str, target: View, key: str, **looks: Any) -> None:
    """A button that leads to another view of the same page, as a history entry of its own."""
    if st.button(label, key=key, on_click=go, args=(target,), **looks):
        st.session_state[PRESSED] = target


def _draw_more(view: View, language: Language, options: Options) -> None:
    """The filters that are seldom used: not drawn before the reader opens them, or comes by a link that uses one."""
    _ = language.text
    is_used = any(getattr(view, name) for name in MORE)
    if is_used and not st.session_state.get(MORE_USED):
        st.session_state["filter_more"] = True
    st.session_state[MORE_USED] = is_used
    more = st.expander(_("More filters"), key="filter_more", on_change="rerun")
    if not more.open:
        return
    with more:
        _draw_choice(_("Level"), "levels", options, view)
        _draw_list(_("Held in"), "countries", options, view, _("All countries and areas"))
        _draw_list(_("City or area"), "places", options, view, _("All places"))
        if len(options.labels["places"]) >= MOST_PLACES:
            st.caption(_("The {n} places with most meetings.", n=language.number(MOST_PLACES)))
        _draw_list(_("Recorded as taking part"), "participants", options, view, _("Everybody"))
        _draw_list(_("Topic"), "topics", options, view, _("All topics"))
        _draw_choice(_("Mode"), "modes", options, view)
        _draw_switch(_("Show planned meetings in charts"), "is_planned_charted", view)


def _draw_search(view: View, language: Language) -> None:
    st.text_input(
        language.text("Search meetings"),
        value=view.search,
        key="filter_search",
        max_chars=200,
        type="search",
        placeholder=language.text("Body, place, topic, participant"),
    )


def _draw_years(view: View, codes: Codes, language: Language, options: Options) -> None:
    years = view.years or codes.years
    spans = periods(codes, years)
    sums = list(accumulate((options.years.get(year, 0) for year in range(codes.years[0], codes.years[1] + 1)), initial=0))

    def label(code: str) -> str:
        first, last = spans.get(code) or codes.years
        meetings = sums[last - codes.years[0] + 1] - sums[first - codes.years[0]]
        if (first, last) == codes.years:
            meetings = sum(options.years.values())
        return f"{period_name(code, language)} ({language.number(meetings)})"

    st.selectbox(
        language.text("Year"),
        list(spans),
        index=list(spans).index(period_of(years, codes)),
        key="filter_period",
        format_func=label,
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


def _draw_bodies(
    view: View, codes: Codes, language: Language, options: Options, search: Search, name: Callable[[str], str]
) -> None:
    _ = language.text
    labels = options.labels["bodies"]
    st.multiselect(
        _("Body"),
        list(labels),
        default=list(view.bodies),
        key="filter_bodies",
        accept_new_options=True,
        filter_mode="contains",
        select_all=False,
        format_func=lambda code: labels.get(code, code),
        placeholder=_("All bodies"),
        on_change=_take_bodies,
        args=(codes, search),
        help=_(
            "A body includes its sub-bodies. Type a name, an acronym or a former name in either language and press Enter; "
            "a slip of the pen is forgiven."
        ),
    )
    if len(labels) >= MOST_BODIES:
        st.caption(_("The {n} bodies with most meetings; type the name of another.", n=language.number(MOST_BODIES)))
    for number, meant in enumerate(st.session_state.pop(MEANT, ())):
        typed = meant.typed[:80]
        if not meant.bodies:
            st.warning(_("No body is called “{name}”. Choose one from the list.", name=literal(typed)))
        elif len(meant.bodies) == 1:
            st.info(_("“{typed}” was read as {body}.", typed=literal(typed), body=literal(name(meant.bodies[0]))))
        else:
            st.warning(_("No body is called “{name}”. Did you mean:", name=literal(typed)))
            for body in meant.bodies:
                target = view.with_(bodies=(*view.bodies, body))
                draw_jump(literal(name(body)), target, f"meant_{number}_{body}", type="tertiary")
    if view.bodies:
        _draw_switch(_("Without sub-bodies"), "is_without_sub_bodies", view)


def _draw_choice(label: str, name: str, options: Options, view: View) -> None:
    labels = options.labels[name]
    if labels:
        st.pills(
            label,
            list(labels),
            selection_mode="multi",
            default=list(getattr(view, name)),
            key=f"filter_{name}",
            format_func=lambda code: labels.get(code, code),
        )


def _draw_list(label: str, name: str, options: Options, view: View, placeholder: str) -> None:
    labels = options.labels[name]
    st.multiselect(
        label,
        list(labels),
        default=list(getattr(view, name)),
        key=f"filter_{name}",
        filter_mode="contains",
        select_all=False,
        format_func=lambda code: labels.get(code, code),
        placeholder=placeholder,
    )


def _draw_switch(label: str, name: str, view: View) -> None:
    st.toggle(label, value=getattr(view, name), key=f"filter_{name}")


def _query() -> Query:
    return {key: st.query_params.get_all(key) for key in st.query_params}


def _from_widgets(base: View, codes: Codes) -> View:
    state = st.session_state
    years = tuple(state.get("filter_years", base.years or codes.years))
    words = " ".join((state.get("filter_search", base.search) or "").split())
    listed = {
        name: codes.present[key].intersection(state.get(f"filter_{name}", getattr(base, name)))
        for name, key in LISTED.items()
    }
    switched = {name: bool(state.get(f"filter_{name}", getattr(base, name))) for name in SWITCHES}
    return base.with_(
        years=None if years == codes.years else years,
        search=words if fold(words) else "",
        at=state.get("filter_at", base.at) or None,
        record=state.get("filter_record", base.record) or None,
        **{name: state.get(f"filter_{name}", getattr(base, name)) or None for name in COMPARED},
        as_of=_day_chosen("as_of", base.as_of, today()),
        since=_day_chosen("since", base.since, base.compared_with(base.seen_from(today()))),
        **{name: state.get(f"filter_{name}") or getattr(base, name) for name in SETTINGS},
        **listed,
        **switched,
    )


def _day_chosen(name: str, linked: str | None, shown: datetime.date) -> str | None:
    """The day of a widget as a link writes it; the one that is shown without being linked stays unlinked."""
    chosen = st.session_state.get(f"filter_{name}")
    if chosen is None or (linked is None and chosen == shown):
        return linked
    return str(chosen.isoformat())


def _to_widgets(view: View, codes: Codes) -> None:
    years = view.years or codes.years
    st.session_state.update(
        filter_years=years,
        filter_period=period_of(years, codes),
        filter_search=view.search,
        filter_at=view.at or 0,
        filter_record=view.record or "",
        **{f"filter_{name}": getattr(view, name) or "" for name in COMPARED},
        filter_as_of=view.seen_from(today()),
        filter_since=view.compared_with(view.seen_from(today())),
        **{f"filter_{name}": getattr(view, name) for name in SETTINGS},
        **{f"filter_{name}": list(getattr(view, name)) for name in LISTED},
        **{f"filter_{name}": getattr(view, name) for name in SWITCHES},
    )


def go(view: View) -> None:
    """Lead to another view of the same page from a callback, as a history entry of its own."""
    st.query_params.from_dict(to_query(view))


def _take_period(codes: Codes) -> None:
    span = periods(codes, codes.years).get(st.session_state["filter_period"])
    if span:
        st.session_state["filter_years"] = span


def _take_years(codes: Codes) -> None:
    st.session_state["filter_period"] = period_of(tuple(st.session_state["filter_years"]), codes)


def _take_bodies(codes: Codes, search: Search) -> None:
    chosen, meant = _bodies_called(st.session_state["filter_bodies"], codes, search)
    st.session_state["filter_bodies"] = chosen
    st.session_state[MEANT] = meant


def _bodies_called(entries: Iterable[str], codes: Codes, search: Search) -> tuple[list[str], list[Meant]]:
    known = codes.present["body"]
    chosen: list[str] = []
    unclear: list[Meant] = []
    for entry in entries:
        meant = Meant(entry, (entry,), is_exact=True) if entry in known else search(entry)
        if meant.is_exact or len(meant.bodies) == 1:
            chosen += [body for body in meant.bodies if body not in chosen]
        if not meant.is_exact:
            unclear.append(meant)
    return chosen, unclear
