"""The overview page: its sentence, its figures, its strips."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from sidang.frame import Page
from sidang.names import meeting_name, meetings_in_view, where
from sidang.questions import rows_of
from sidang.tables import remarks

FIGURES = ("meetings", "bodies", "cities", "online", "without_city", "announced")
SHOWN = 6


@dataclass(frozen=True)
class Figure:
    """A number with its name and its definition, in the language of the page."""

    label: str
    value: str
    definition: str


def figures(page: Page) -> list[Figure]:
    """The figures of the view, in the order of FIGURES."""
    _ = page.language.text
    row = page.ask("view_figures").iloc[0]
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
    return [Figure(texts[key][0], page.language.number(int(row[key])), texts[key][1]) for key in FIGURES]


def sentence(page: Page) -> str:
    """The answer in one sentence, beginning with the count in view."""
    language, row = page.language, page.ask("view_figures").iloc[0]
    meetings = int(row["meetings"])
    count = meetings_in_view(language, meetings)
    if not meetings:
        return language.text("{meetings} in view.", meetings=count)
    bodies = language.count("{n} body", "{n} bodies", int(row["bodies"]))
    first, last = int(row["first_year"]), int(row["last_year"])
    years = str(first) if first == last else f"{first}–{last}"
    start = language.text("{meetings} of {bodies}, {years}.", meetings=count, bodies=bodies, years=years)
    cities = page.ask("meetings_by_city").head(3)
    if cities.empty:
        return start
    places = language.listing(f"{language.name(city)} ({language.number(int(city.meetings))})" for city in rows_of(cities))
    return f"{start} " + language.text("Most often in {places}.", places=places)


def reconciled(page: Page) -> str:
    """How the meetings in view add up by where they were held."""
    language, row = page.language, page.ask("view_figures").iloc[0]
    return language.text(
        "{meetings} meetings in view = {with_place} in a known city or area + {online} online + {without_city} not known.",
        **{name: language.number(int(row[name])) for name in ("meetings", "with_place", "online", "without_city")},
    )


def chart_in_words(page: Page, rows: pd.DataFrame) -> str:
    """The chart for readers who do not see it: the fullest year and its count."""
    years = rows.groupby("year")["meetings"].sum()
    return page.language.text(
        "Bar chart of meetings a year by pillar; most in {year}: {n}.",
        year=years.idxmax(),
        n=page.language.number(int(years.max())),
    )


def latest(page: Page) -> pd.DataFrame:
    """The latest meetings held in view."""
    events = page.ask("event_list")
    return events[events["is_held"]].head(SHOWN)


def upcoming(page: Page) -> pd.DataFrame:
    """Planned meetings in view whose last day has not passed, next first."""
    events = page.ask("event_list")
    return events[events["is_upcoming"]].iloc[::-1].head(SHOWN)


def draw_meetings(page: Page, place: DeltaGenerator, title: str, events: pd.DataFrame) -> None:
    """A short list of meetings with day and place."""
    language = page.language
    place.subheader(title, anchor=False)
    if events.empty:
        until = language.date(page.edition.data_until.isoformat())
        place.caption(language.text("None known. Sources were read up to {day}.", day=until))
        return
    lines = []
    for row in rows_of(events):
        notes = f" · *{'; '.join(remarks(row, language))}*" if remarks(row, language) else ""
        day = language.dates(row.start_date, row.end_date)
        lines.append(f"- **{meeting_name(row, language)}**  \n  {day} · {where(row, language)}{notes}")
    place.markdown("\n".join(lines))


def draw_timor_leste(page: Page) -> None:
    """Timor-Leste's standing in ASEAN on the day of the view, and the steps that led there."""
    language, _ = page.language, page.language.text
    st.subheader(_("Timor-Leste in ASEAN"), anchor=False)
    asked = {"participant_id": "TLS", "organization_id": "asean"}
    names = status_names(page)
    now = page.ask("standings_on_day", **asked)
    held = language.listing(f"**{names[status]}**" for status in now.loc[now["is_certain"], "status"])
    steps = [(row.track, _step(page, row, names)) for row in rows_of(page.ask("status_path", **asked))]
    recorded = page.ask("recorded_meetings", **asked)
    roles = role_names(page)
    with st.container(border=True):
        st.markdown(
            _("On {day}: {status}.", day=language.date(page.as_of.isoformat()), status=held or _("**no status recorded**"))
        )
        for track, label in (("accession", _("Accession")), ("standing", _("Standing"))):
            of_track = [step for kind, step in steps if kind == track]
            if of_track:
                st.markdown(f"{label}: " + " → ".join(of_track))
        if recorded.empty:
            return
        st.caption(
            _(
                "Recorded at ASEAN meetings, by the role a source gives: {roles}. "
                "Not every meeting's participants are known.",
                roles=", ".join(f"{language.number(row.meetings)} {roles[row.role]}" for row in rows_of(recorded)),
            )
        )


def _step(page: Page, row: Any, names: dict[str, str]) -> str:
    language, _ = page.language, page.language.text
    start = language.date(row.from_date) if row.from_date else _("start not known")
    if row.until_date:
        span = _("{start} to {end}", start=start, end=language.date(row.until_date))
    else:
        span = _("since {start}", start=start)
    return f"{names[row.status]} ({span})"


def status_names(page: Page) -> dict[str, str]:
    """The words for statuses in the language of the page."""
    _ = page.language.text
    return {
        "member": _("member"),
        "observer": _("observer"),
        "special_observer": _("special observer"),
        "dialogue_partner": _("dialogue partner"),
        "sectoral_dialogue_partner": _("sectoral dialogue partner"),
        "development_partner": _("development partner"),
        "partner": _("partner"),
        "associate": _("associate"),
        "former_member": _("former member"),
        "applicant": _("applied for membership"),
        "in_principle": _("admission agreed in principle"),
    }


def role_names(page: Page) -> dict[str, str]:
    """The words for roles at a meeting in the language of the page."""
    _ = page.language.text
    return {
        "chair": _("as chair"),
        "host": _("as host"),
        "co_organizer": _("as co-organizer"),
        "member": _("as member"),
        "observer": _("as observer"),
        "guest": _("as guest"),
        "dialogue_partner": _("as dialogue partner"),
        "partner": _("as partner"),
        "secretariat": _("as secretariat"),
        "speaker": _("as speaker"),
    }
