"""`/calendars/meetings.ics` and `/calendars/event/<id>.ics`: the meetings of a view, or one, for calendars (RFC 5545).

A subscription is the address of a view without day and edition: it shows what is known whenever it is read. Only meetings
whose first day is known stand in it, since a calendar cannot show "2024"; how many are left out is said in the calendar.
A meeting keeps its UID when its id changes. SEQUENCE tells by which edition it last changed, as far as editions are kept.
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from sidang import ical
from sidang.api_kinds import COMMON
from sidang.asked import Asked, Refused, answering, attachment
from sidang.asked_records import moved, unknown_record
from sidang.chips import words_of
from sidang.edition import Edition
from sidang.frame import Page, page_of
from sidang.history import first_ids, first_known, last_changes, sequence
from sidang.ical import Property
from sidang.language import Language
from sidang.links import address, record_address
from sidang.meeting_state import remarks_of
from sidang.names import meeting_name, organization_name, where
from sidang.options import pillar_names
from sidang.parameters import parameters_of
from sidang.questions import Rows, one, portions
from sidang.record_ids import codes_of_kind
from sidang.tables import status_names
from sidang.view import FILTERS, KEYS, Problem, View, to_query
from sidang.web import base_of
from sidang.words import level_words

ROOT = "/calendars"
ALL = f"{ROOT}/meetings.ics"
TYPE = "text/calendar; charset=utf-8"
# What a UID ends in: no host, since the same meeting is the same at whatever address it is served.
SPACE = "sidang"
PRODUCT = "-//Sidang//Sidang//EN"
STATES = {"held": "CONFIRMED", "upcoming": "CONFIRMED", "announced": "TENTATIVE"}
CANCELLED = "CANCELLED"
DAY = datetime.timedelta(days=1)
REFRESHED = "P1D"


def calendar_address(view: View) -> str:
    """Where a view is subscribed to: its filters, day and edition where it has them, its language."""
    kept = View(as_of=view.as_of, edition=view.edition, language=view.language)
    return address(ALL, kept.with_(**{name: getattr(view, name) for name in CALENDAR_FIELDS}))


@answering()
def of_view(request: Request, asked: Asked) -> Response:
    """The meetings of a view, of any status, as a calendar; sent as it is read, whatever its length."""
    query = to_query(asked.view)
    problems = tuple(Problem("not_shown", key, query[key][:80]) for key in KEYS if key in query and key not in TAKEN)
    if problems:
        raise Refused(HTTPStatus.BAD_REQUEST, "This request was not understood.", problems)
    settings = {"sort": "oldest", "language": asked.language.code, "most": None, "skipped": 0}
    rows = portions(asked.edition, "events_in_order", parameters_of(asked.edition, asked.view, asked.as_of) | settings)
    page = page_of(asked)
    undated = undated_in(page)
    name = " · ".join(words_of(page)) or asked.language.text("all meetings")
    lines = _calendar(page, rows, base_of(request), name, left_out_in_words(undated, asked.language))
    return StreamingResponse(
        ("".join(part).encode() for part in lines), media_type=TYPE, headers=attachment("sidang-meetings.ics")
    )


@answering()
def of_event(request: Request, asked: Asked) -> Response:
    """One meeting as a calendar; a former id leads to the present one, an unknown one is a 404 with those near to it."""
    query = to_query(asked.view)
    problems = tuple(Problem("not_shown", key, query[key][:80]) for key in KEYS if key in query and key not in COMMON)
    if problems:
        raise Refused(HTTPStatus.BAD_REQUEST, "This request was not understood.", problems)
    called = request.path_params["id"]
    event_id = codes_of_kind(asked.edition, "event").get(called.lower())
    if event_id is None:
        raise unknown_record("event", called, asked)
    if event_id != called.lower():
        return moved(request, f"{ROOT}/event/{event_id}.ics")
    rows = asked.ask("calendar_event", event_id=event_id)
    name = meeting_name(one(rows), asked.language)
    if one(rows).day_known is False:
        said = "No source tells the first day of this meeting, so that no calendar can hold it."
        raise Refused(HTTPStatus.NOT_FOUND, said)
    lines = _calendar(page_of(asked), iter([rows]), base_of(request), name, "")
    return Response("".join("".join(part) for part in lines), media_type=TYPE, headers=attachment(f"sidang-{event_id}.ics"))


def undated_in(page: Page) -> int:
    """How many meetings of the view, of any status, have no known first day."""
    return int(one(page.ask("undated_meetings")).meetings)


def left_out_in_words(undated: int, language: Language) -> str:
    """How many meetings no calendar can hold; nothing where there are none."""
    if not undated:
        return ""
    return language.count(
        "{n} meeting in view is left out: no source tells its first day.",
        "{n} meetings in view are left out: no source tells their first day.",
        undated,
    )


@dataclass(frozen=True)
class _Words:
    """What every entry of a calendar is told with."""

    language: Language
    states: Mapping[str, str]
    pillars: Mapping[str, str]
    levels: Mapping[str, str]


def _calendar(page: Page, rows: Iterator[Rows], base: str, name: str, left_out: str) -> Iterator[list[str]]:
    """The calendar in portions: its head, its meetings, its end."""
    language, edition, _ = page.language, page.edition, page.language.text
    title = _("Sidang: {filters}", filters=name)
    about = " ".join(part for part in (left_out, _("Edition {edition}.", edition=edition.id)) if part)
    head = [
        Property("VERSION", "2.0"),
        Property("PRODID", PRODUCT),
        Property("CALSCALE", "GREGORIAN"),
        Property("METHOD", "PUBLISH"),
        Property("NAME", ical.escaped(title)),
        Property("X-WR-CALNAME", ical.escaped(title)),
        Property("DESCRIPTION", ical.escaped(about)),
        Property("X-WR-CALDESC", ical.escaped(about)),
        Property("REFRESH-INTERVAL;VALUE=DURATION", REFRESHED),
        Property("X-PUBLISHED-TTL", REFRESHED),
    ]
    yield ["BEGIN:VCALENDAR\r\n", *(ical.line(found.name, found.value) for found in head)]
    words = _Words(language, status_names(language), pillar_names(page.edition, language), level_words(language))
    changed, oldest, first = last_changes(edition), first_known(edition), first_ids(edition)
    for portion in rows:
        found: list[str] = []
        for row in portion:
            if is_day(row.start_date):
                since = changed.get(row.event_id, oldest)
                uid = first.get(row.event_id, row.event_id)
                found += ical.component("VEVENT", _entry(page, row, base, words, since, uid))
        yield found
    yield ["END:VCALENDAR\r\n"]


def is_day(date: str | None) -> bool:
    """Whether a truncated date tells the day."""
    return bool(date) and len(str(date)) == len("2024-10-09")


def _entry(page: Page, row: Any, base: str, words: _Words, since: Edition, uid: str) -> Iterator[Property]:
    language, _ = words.language, words.language.text
    view = View(language=page.view.language)
    link = base + record_address("event", row.event_id, view)
    last = row.last_day if is_day(row.end_date) else row.first_day
    yield Property("UID", f"{uid}@{SPACE}")
    yield Property("DTSTAMP", ical.moment(since.built_at))
    yield Property("LAST-MODIFIED", ical.moment(since.built_at))
    yield Property("SEQUENCE", str(sequence(since)))
    yield Property("DTSTART;VALUE=DATE", ical.day(row.first_day))
    yield Property("DTEND;VALUE=DATE", ical.day(last + DAY))
    yield Property("SUMMARY", ical.escaped(meeting_name(row, language)))
    yield Property("STATUS", STATES.get(row.state, CANCELLED))
    place = where(row, language)
    yield Property("LOCATION", ical.escaped(f"{row.venue}, {place}" if row.venue else place))
    if row.latitude is not None and row.mode != "virtual":
        yield Property("GEO", f"{row.latitude:.6f};{row.longitude:.6f}")
    kinds = [organization_name(row, language), words.pillars[row.pillar_id], words.levels[row.level]]
    yield Property("CATEGORIES", ical.escaped_list(dict.fromkeys(kinds)))
    yield Property("DESCRIPTION", ical.escaped("\n".join(_told(page, row, words, link))))
    yield Property("URL", link)
    yield Property("TRANSP", "TRANSPARENT")
    yield Property("CLASS", "PUBLIC")


def _told(page: Page, row: Any, words: _Words, link: str) -> Iterator[str]:
    """What an entry says of its meeting, line by line."""
    language, _ = words.language, words.language.text
    yield language.name(row, "body_name")
    yield language.dates(row.start_date, row.end_date) + " · " + words.states[row.state]
    if not is_day(row.end_date):
        yield _("The last day is not known; one day is shown.")
    notes = [text for texts in remarks_of(row, language).values() for text in texts]
    if notes:
        yield "; ".join(notes)
    yield language.count("{n} source", "{n} sources", row.sources) + " · " + _("Edition {edition}.", edition=page.edition.id)
    yield link


CALENDAR_FIELDS = (
    "years", "bodies", "is_without_sub_bodies", "organizations", "pillars", "is_involvement_counted", "levels", "countries",
    "places", "participants", "modes", "topics", "search",
)  # fmt: skip
TAKEN = (*FILTERS, *COMMON)
routes = [
    Route(ALL, of_view, methods=["GET"]),
    Route(f"{ROOT}/event/{{id}}.ics", of_event, methods=["GET"]),
]
