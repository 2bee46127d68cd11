"""The lines on the map of venues: from where those who took part in one meeting came, and what is said of them."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sidang.boundaries import Boundaries, on_map
from sidang.language import Language
from sidang.map_marks import Line
from sidang.names import meeting_name
from sidang.questions import one
from sidang.status_words import standing_at_meeting
from sidang.venue_marks import Venues

FEWEST_LINES = 3


@dataclass(frozen=True)
class Lines:
    """The lines of one meeting: where they run, and what is said of them beside the map."""

    lines: tuple[Line, ...] = ()
    place_id: str | None = None
    said: tuple[str, ...] = ()


def lines_of(venues: Venues, land: Boundaries) -> Lines:
    """The lines from the countries that took part in the chosen meeting, or why there are none."""
    page, language, _ = venues.page, venues.page.language, venues.page.language.text
    if not page.view.record:
        return Lines()
    known = page.ask("meeting", event_id=page.view.record)
    if not known:
        return Lines(said=(_("No meeting is called `{id}`; its lines cannot be drawn.", id=page.view.record),))
    meeting = one(known)
    name = f"**{meeting_name(meeting, language)}**"
    present = page.ask("participants_of_meeting", event_id=page.view.record)
    standings = standings_of(venues, page.view.record)
    countries: dict[str, Any] = {}
    for row in present:
        if row.country_id:
            countries.setdefault(row.country_id, []).append(row)
    if len(countries) < FEWEST_LINES:
        return Lines(
            said=(
                language.count(
                    "{meeting}: {n} country is recorded as taking part; lines are drawn from {few} on.",
                    "{meeting}: {n} countries are recorded as taking part; lines are drawn from {few} on.",
                    len(countries), meeting=name, few=FEWEST_LINES,
                ),
            )
        )  # fmt: skip
    if meeting.longitude is None:
        return Lines(said=(_("{meeting} was held in no known city; its lines have no end.", meeting=name),))
    place = language.name(meeting, "place_name")
    end = on_map(meeting.longitude), meeting.latitude
    lines = [Line(place, *end, "venue")]
    chairs, hosts, undrawn = [], [], []
    for country, rows in sorted(countries.items()):
        label = language.name(rows[0])
        is_chair, is_host = any(row.is_chair for row in rows), any(row.is_host for row in rows)
        chairs += [label] if is_chair else []
        hosts += [label] if is_host else []
        if country == meeting.country_id:
            continue
        if country not in land.points:
            undrawn.append(label)
            continue
        lines.append(Line(label, *land.points[country], "chair" if is_chair else "host" if is_host else ""))
    said = [
        language.count(
            "{meeting} in {place}: {n} country is recorded as taking part: {countries}.",
            "{meeting} in {place}: {n} countries are recorded as taking part: {countries}.",
            len(countries), meeting=name, place=place,
            countries=language.listing(_with_standing(rows[0], standings, language) for rows in countries.values()),
        )
    ]  # fmt: skip
    others = [language.name(row) for row in present if not row.country_id]
    for found, text in (
        (chairs, _("Chair: {names}.", names=language.listing(chairs))),
        (hosts, _("Host: {names}.", names=language.listing(hosts))),
        (others, _("Recorded without a country: {names}.", names=language.listing(others))),
        (undrawn, _("Not drawn, since the boundary data have no such country: {names}.", names=language.listing(undrawn))),
    ):
        if found:
            said.append(text)
    return Lines(tuple(lines), meeting.place_id, (" ".join(said),))


def standings_of(venues: Venues, event_id: str) -> dict[str, str]:
    """The standing of each participant on the day of a meeting, in words; none of those that can have none."""
    rows = venues.page.ask("standings_of_meeting", event_id=event_id)
    grouped = groupby(rows, key=lambda row: row.participant_id)
    return {participant: standing_at_meeting(venues.page.language, list(found)) for participant, found in grouped}


def _with_standing(row: Any, standings: dict[str, str], language: Language) -> str:
    standing = standings.get(row.participant_id)
    return f"{language.name(row)} ({standing})" if standing else language.name(row)
