"""What a search engine reads of a meeting or body: schema.org data, with what the dataset knows and nothing else."""

import datetime
from typing import Any

from sidang.language import Language
from sidang.meeting_state import state
from sidang.names import meeting_name

CONTEXT = "https://schema.org"
# What is announced but not confirmed has no status: schema.org knows none for it.
STATUSES = {
    "held": "EventScheduled",
    "upcoming": "EventScheduled",
    "cancelled": "EventCancelled",
    "postponed": "EventPostponed",
}
MODES = {
    "in_person": "OfflineEventAttendanceMode",
    "virtual": "OnlineEventAttendanceMode",
    "hybrid": "MixedEventAttendanceMode",
}
ONLINE = {"@type": "VirtualLocation"}


def event_data(
    meeting: Any, address: str, body_address: str, description: str, language: Language, as_of: datetime.date
) -> dict[str, Any]:
    """A meeting as schema.org/Event; a row of meeting.sql, its address and that of its body.

    Days are as exact as sources tell; what is inferred, not known or has no word in schema.org is left out.
    """
    organizer = body_data(meeting, body_address, language, "body_")
    data = {
        "@context": CONTEXT,
        "@type": "Event",
        "@id": address,
        "url": address,
        "identifier": meeting.event_id,
        "name": meeting_name(meeting, language),
        "description": description,
        "startDate": meeting.start_date if meeting.dates_basis != "inferred" else None,
        "endDate": meeting.end_date if meeting.dates_basis != "inferred" else None,
        "eventStatus": _term(STATUSES.get(state(meeting, as_of))),
        "eventAttendanceMode": _term(MODES.get(meeting.mode)) if meeting.mode_basis != "inferred" else None,
        "location": _location(meeting, language),
        "organizer": organizer,
        "superEvent": _series(meeting, body_address, language),
    }
    return {name: value for name, value in data.items() if value}


def body_data(row: Any, address: str, language: Language, prefix: str = "") -> dict[str, Any]:
    """A body as schema.org/Organization; `prefix` is that of its columns in the row."""
    name, short = language.name(row, f"{prefix}name"), language.short_name(row, prefix)
    data = {
        "@context": None if prefix else CONTEXT,
        "@type": "Organization",
        "@id": address,
        "url": address,
        "name": name,
        "alternateName": short if short != name else None,
        "foundingDate": getattr(row, "founded", None),
        "parentOrganization": {"@type": "Organization", "name": language.name(row, "organization_name")},
    }
    return {name: value for name, value in data.items() if value}


def _series(meeting: Any, body_address: str, language: Language) -> dict[str, Any] | None:
    """The numbered series to which a meeting belongs."""
    if meeting.ordinal is None:
        return None
    return {"@type": "EventSeries", "name": language.name(meeting, "body_name"), "url": body_address}


def _location(meeting: Any, language: Language) -> Any:
    """Where it was held: a place, online, both, or nothing that is known."""
    place = _place(meeting, language)
    match meeting.mode:
        case "virtual":
            return ONLINE
        case "hybrid":
            return [place, ONLINE] if place else ONLINE
        case _:
            return place


def _place(meeting: Any, language: Language) -> dict[str, Any] | None:
    country = language.name(meeting, "country_name") if meeting.country_name else None
    city = language.name(meeting, "place_name") if meeting.place_name else None
    if not country and not city:
        return None
    address = {"@type": "PostalAddress", "addressLocality": city, "addressCountry": country}
    return {
        "@type": "Place",
        "name": meeting.venue or city or country,
        "address": {name: value for name, value in address.items() if value},
    }


def _term(name: str | None) -> str | None:
    return f"{CONTEXT}/{name}" if name else None
