"""The overview page: its sentence, its figures, its strips."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from sidang.frame import Page
from sidang.names import meeting_name, where
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
        "cities": (_("Cities and areas"), _("Places with at least one meeting held in view. Areas such as Bali count as one place.")),
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
    count = f"**{language.count('{n} meeting', '{n} meetings', meetings)}**"
    if not meetings:
        return language.text("{meetings} in view.", meetings=count)
    bodies = language.count("{n} body", "{n} bodies", int(row["bodies"]))
    first, last = int(row["first_year"]), int(row["last_year"])
    years = str(first) if first == last else f"{first}–{last}"
    start = language.text("{meetings} of {bodies}, {years}.", meetings=count, bodies=bodies, years=years)
    cities = page.ask("meetings_by_city").head(3)
    if cities.empty:
        return start
    places = language.listing(
        f"{language.name(city)} ({language.number(int(city.meetings))})" for city in cities.itertuples()
    )
    return f"{start} " + language.text("Most often in {places}.", places=places)


def chart_in_words(page: Page, rows: pd.DataFrame) -> str:
    """The chart for readers who do not see it: the fullest year and its count."""
    years = rows.groupby("year")["meetings"].sum()
    return page.language.text(
        "Bar chart of meetings a year by pillar; most in {year}: {n}.",
        year=int(years.idxmax()), n=page.language.number(int(years.max())),
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
    for row in events.itertuples():
        end = row.end_date if isinstance(row.end_date, str) else None
        notes = f" · *{'; '.join(remarks(row, language))}*" if remarks(row, language) else ""
        day = language.dates(row.start_date, end)
        lines.append(f"- **{meeting_name(row, language)}**  \n  {day} · {where(row, language)}{notes}")
    place.markdown("\n".join(lines))


def draw_timor_leste(page: Page) -> None:
    """Timor-Leste's standing in ASEAN on the day of the view, and the steps that led there."""
    language, _ = page.language, page.language.text
    st.subheader(_("Timor-Leste in ASEAN"), anchor=False)
    day = language.date(page.as_of.isoformat())
    names = status_names(page)
    asked = {"participant_id": "TLS", "organization_id": "asean"}
    now = page.ask("standings_on_day", **asked)
    certain = now[now["is_certain"]]
    steps = page.ask("status_path", **asked)
    with st.container(border=True):
        if certain.empty:
            st.markdown(_("On {day}: **no status recorded**.", day=day))
        else:
            held = language.listing(f"**{names[row.status]}**" for row in certain.itertuples())
            st.markdown(_("On {day}: {status}.", day=day, status=held))
        path = []
        for row in steps.itertuples():
            until = row.until_date if isinstance(row.until_date, str) else None
            since = language.date(row.from_date) if isinstance(row.from_date, str) else _("start not known")
            path.append(
                f"{names[row.status]}: " + (_("{start} to {end}", start=since, end=language.date(until)) if until else _("since {start}", start=since))
            )
        st.markdown(" → ".join(path))
        recorded = page.ask("recorded_meetings", **asked)
        parts = [f"{language.number(int(row.meetings))} {role_names(page)[row.role]}" for row in recorded.itertuples()]
        st.caption(
            _("Recorded at ASEAN meetings, by the role a source gives: {roles}.", roles=", ".join(parts))
            + " " + _("Participants are known for some of the meetings only.")
        )


def status_names(page: Page) -> dict[str, str]:
    """The words for statuses in the language of the page."""
    _ = page.language.text
    return {
        "member": _("member"), "observer": _("observer"), "special_observer": _("special observer"),
        "dialogue_partner": _("dialogue partner"), "sectoral_dialogue_partner": _("sectoral dialogue partner"),
        "development_partner": _("development partner"), "partner": _("partner"), "associate": _("associate"),
        "former_member": _("former member"), "applicant": _("applied for membership"),
        "in_principle": _("admission agreed in principle"),
    }


def role_names(page: Page) -> dict[str, str]:
    """The words for roles at a meeting in the language of the page."""
    _ = page.language.text
    return {
        "chair": _("as chair"), "host": _("as host"), "co_organizer": _("as co-organizer"), "member": _("as member"),
        "observer": _("as observer"), "guest": _("as guest"), "dialogue_partner": _("as dialogue partner"),
        "partner": _("as partner"), "secretariat": _("as secretariat"), "speaker": _("as speaker"),
    }
