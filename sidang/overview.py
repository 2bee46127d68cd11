"""The overview page: its sentence, its figures, its chart, its lists.

Parts are kept drawn by the page's key: a view that somebody has looked at costs neither queries nor a chart again.
"""

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from sidang import charted_years, charts, figure, small_map
from sidang.boundaries import boundaries
from sidang.clicks import draw_foot, draw_head, draw_ways_to_picture, told
from sidang.frame import KEPT_PARTS, Page, draw_sources
from sidang.links import address, among, counted, record_address
from sidang.markdown import literal
from sidang.names import meeting_name, meetings_in_view, sum_in_words, where, years_in_words
from sidang.options import pillar_names
from sidang.participation import recorded_sentence
from sidang.picture import Shown
from sidang.questions import QuestionFailed, Rows, one
from sidang.tables import remarks
from sidang.view import to_query

FIGURES = ("meetings", "bodies", "cities", "online", "without_city", "announced")
HOVER = "%{x}: %{y} · %{fullData.name}<extra></extra>"
SHOWN = 6
NAMED = 3


@dataclass(frozen=True)
class Figure:
    """A number with its name and its definition, in the language of the page."""

    label: str
    value: str
    definition: str
    address: str


@st.cache_data(max_entries=KEPT_PARTS, show_spinner=False)
def draw_figures(_page: Page, key: str) -> None:
    """The answer in one sentence, and the figures with their definitions."""
    st.markdown(sentence(_page))
    recorded = recorded_sentence(_page)
    if recorded:
        st.markdown(recorded)
    with st.container(horizontal=True, gap="medium"):
        for figure in figures(_page):
            st.metric(figure.label, f"[{figure.value}]({figure.address})", help=figure.definition, width="content")


def by_year(page: Page) -> Shown | None:
    """Meetings a year by lead pillar; None where no meeting in view has a date."""
    _, rows = page.language.text, page.ask("meetings_by_year")
    planned = page.ask("planned_by_year") if page.view.is_planned_charted else ()
    axis = charted_years.axis_of(page, (row.year for row in (*rows, *planned)))
    if axis is None:
        return None
    notes = [
        _(
            "Number of meetings known to be held, by year of their first day. Totals show what was collected, not what "
            "happened."
        ),
        *charted_years.notes_of(page, axis),
    ]
    if planned:
        notes.append(_("Outlined: planned meetings, announced or still to come; they are in no figure."))
    names = pillar_names(page.edition, page.language)
    known = one(page.ask("known_fields"))
    return Shown(
        _("Meetings a year, by pillar"),
        charts.meetings_by_year(rows, names, axis, HOVER, page.theme, planned, _("Planned")),
        tuple(notes),
        (
            charted_years.known_line(page, _("Year"), known.dated),
            charted_years.known_line(page, _("Lead pillar"), known.meetings),
        ),
        chart_in_words(page, rows),
    )


def draw_by_year(page: Page, key: str) -> None:
    """Meetings a year by lead pillar, and the line that reconciles the figures."""
    drawn = _draw_head_of_years(page, key)
    if drawn:
        bars, below = drawn
        figure.draw(bars, "by-year")
        _draw_foot_of_years(page, below, key)


@st.cache_data(max_entries=KEPT_PARTS, show_spinner=False)
def _draw_head_of_years(_page: Page, key: str) -> tuple[bytes, tuple[str, ...]] | None:
    """Draw what stands above the chart; the chart as figure.draw takes it and its notes, None where there is none."""
    _, shown = _page.language.text, by_year(_page)
    if shown is None:
        st.subheader(_("Meetings a year, by pillar"), anchor=False)
        st.info(_("No meeting in view has a date."))
        return None
    draw_head(shown)
    return told(_page, shown), shown.below


@st.cache_data(max_entries=KEPT_PARTS, show_spinner=False)
def _draw_foot_of_years(_page: Page, _below: tuple[str, ...], key: str) -> None:
    """What stands below the chart."""
    draw_foot(_page, "by-year", _below)
    draw_sources(_page, "held")
    st.markdown(reconciled(_page))


def draw_map(page: Page, key: str) -> None:
    """Where the meetings in view were held, at a glance, and whose boundaries these are."""
    drawn = _draw_head_of_map(page, key)
    if drawn:
        figure.draw(drawn, "map")
        _draw_foot_of_map(page, key)


@st.cache_data(max_entries=KEPT_PARTS, show_spinner=False)
def _draw_head_of_map(_page: Page, key: str) -> bytes | None:
    """Draw what stands above the map; the map as figure.draw takes it, None where there is none."""
    language, _ = _page.language, _page.language.text
    st.subheader(_("Where they were held"), anchor=False)
    rows = _page.ask("meetings_by_city")
    if not rows:
        st.info(_("No meeting in view was held in a known city or area."))
        return None
    st.caption(_("The area of a circle is the number of meetings; a ring is an area, such as an island."))
    rows = rows[: small_map.MOST_PLACES]
    names = {row.place_id: language.name(row) for row in rows}
    counts = {row.place_id: language.count("{n} meeting", "{n} meetings", row.meetings) for row in rows}
    alt = _(
        "Map of the cities and areas of the meetings in view; most in {place}: {n}.",
        place=names[rows[0].place_id],
        n=counts[rows[0].place_id],
    )
    drawn = small_map.picture(small_map.marks_of(rows, names, counts), boundaries().digest, _page.theme)
    return figure.told("map", drawn, alt, language.code)


@st.cache_data(max_entries=KEPT_PARTS, show_spinner=False)
def _draw_foot_of_map(_page: Page, key: str) -> None:
    """Whose boundaries these are, and the ways to the map as a picture."""
    _ = _page.language.text
    st.caption(
        _("Boundaries: {source}.", source=boundaries().source)
        + " "
        + _("Boundaries, colours and names on this map imply no opinion on the legal status of any territory.")
    )
    draw_ways_to_picture(_page, "venues")


def draw_way_to_venues(page: Page, key: str) -> None:
    """The link to the page of venues, which carries the view."""
    with st.container(key="controls_venues"):
        st.page_link(
            "pages/explore/venues.py",
            label=page.language.text("All venues, on a large map"),
            query_params=to_query(page.view.elsewhere),
            icon=":material/arrow_forward:",
        )


@st.cache_data(max_entries=KEPT_PARTS, show_spinner=False)
def draw_latest(_page: Page, key: str) -> None:
    """The latest meetings held, and those that are still to come, next first."""
    _ = _page.language.text
    left, right = st.columns(2, gap="large")
    listed = _page.ask("event_list", most=SHOWN)
    draw_meetings(_page, left, _("Latest meetings"), tuple(row for row in listed if row.is_held))
    draw_meetings(_page, right, _("Upcoming meetings"), tuple(row for row in listed[::-1] if row.is_upcoming))
    more = one(_page.ask("view_figures")).upcoming - SHOWN
    if more > 0:
        right.caption(_page.language.count("and {n} more", "and {n} more", more))


def is_empty(page: Page) -> bool:
    """Whether no meeting held is in view; a question that fails is told where it is asked for its answer."""
    try:
        return not one(page.ask("view_figures")).meetings
    except QuestionFailed:
        return False


def figures(page: Page) -> list[Figure]:
    """The figures of the view, in the order of FIGURES."""
    _ = page.language.text
    row = one(page.ask("view_figures"))
    texts = {
        "meetings": (_("Meetings"), _("Meetings held, as sources report. One meeting is the sitting of one body.")),
        "bodies": (_("Bodies"), _("Bodies with at least one meeting held in view.")),
        "cities": (
            _("Cities and areas"),
            _("Places with at least one meeting held in view; an area such as Bali counts as one."),
        ),
        "online": (_("Online"), _("Meetings held by video conference alone.")),
        "without_city": (_("City not known"), _("Meetings held, not online, whose city no source in the dataset names.")),
        "announced": (
            _("Announced"),
            _("Planned meetings whose day has passed and that no source reports as held. Not counted as meetings."),
        ),
    }
    view = page.view.elsewhere
    behind = {
        "bodies": address("/bodies", view),
        "cities": address("/venues", view),
        "online": address("/events", among(view, "places", "online")),
        "without_city": address("/events", among(view, "places", "country_only", "unknown")),
    }
    listed = address("/events", view)
    return [
        Figure(texts[key][0], page.language.number(getattr(row, key)), texts[key][1], behind.get(key, listed))
        for key in FIGURES
    ]


def sentence(page: Page) -> str:
    """The answer in one sentence, beginning with the count in view."""
    language, row = page.language, one(page.ask("view_figures"))
    count = meetings_in_view(language, row.meetings, page.view)
    if not row.meetings:
        return language.text("{meetings} in view.", meetings=count)
    shown = counted(language, row.bodies, page.view, "/bodies")
    bodies = language.count("{n} body", "{n} bodies", row.bodies, figure=shown)
    years = years_in_words(row.first_year, row.last_year) if row.first_year else language.text("date not known")
    start = language.text("{meetings} of {bodies}, {years}.", meetings=count, bodies=bodies, years=years)
    cities = page.ask("meetings_by_city")
    if not cities or (cities[0].meetings == 1 and len(cities) > NAMED):
        return start
    cities = cities[:NAMED]
    if cities[0].meetings == 1:
        return f"{start} " + language.text("Held in {places}.", places=language.listing(map(language.name, cities)))
    often = [
        f"{language.name(city)} ({counted(language, city.meetings, page.view.with_(places=(city.place_id,)))})"
        for city in cities
        if city.meetings > 1
    ]
    return f"{start} " + language.text("Most often in {places}.", places=language.listing(often))


def reconciled(page: Page) -> str:
    """How the meetings in view add up by where they were held."""
    language, row = page.language, one(page.ask("view_figures"))
    _ = language.text
    words = {
        "with_place": _("in a known city or area"),
        "online": _("online"),
        "without_city": _("in a city not known"),
    }
    terms = {text: getattr(row, name) for name, text in words.items() if getattr(row, name)}
    views = {
        words["online"]: among(page.view, "places", "online"),
        words["without_city"]: among(page.view, "places", "country_only", "unknown"),
    }
    return sum_in_words(language, row.meetings, terms, views)


def chart_in_words(page: Page, rows: Rows) -> str:
    """The chart for readers who do not see it: the fullest year and its count."""
    years: dict[int, int] = {}
    if not rows:
        return page.language.text("Bar chart of planned meetings a year")
    for row in rows:
        years[row.year] = years.get(row.year, 0) + row.meetings
    fullest = max(years, key=lambda year: years[year])
    return page.language.text(
        "Bar chart of meetings a year by pillar; most in {year}: {n}.",
        year=fullest,
        n=page.language.number(years[fullest]),
    )


def draw_meetings(page: Page, place: DeltaGenerator, title: str, events: Rows) -> None:
    """A short list of meetings with day and place."""
    language = page.language
    place.subheader(title, anchor=False)
    if not events:
        until = language.date(page.edition.data_until.isoformat())
        place.caption(language.text("None known. Sources were read up to {day}.", day=until))
        return
    lines = []
    for row in events:
        notes = f" · *{'; '.join(remarks(row, language))}*" if remarks(row, language) else ""
        day = language.dates(row.start_date, row.end_date)
        name = f"[{literal(meeting_name(row, language))}]({record_address('event', row.event_id, page.view)})"
        lines.append(f"- **{name}**  \n  {day} · {where(row, language)}{notes}")
    place.markdown("\n".join(lines))
