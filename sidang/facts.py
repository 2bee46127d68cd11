"""What an edition says of a meeting, field by field, from a row of event_facts.sql: values that can be compared."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sidang.questions import Rows

BETWEEN_ENTRIES, BETWEEN_PARTS = "\x1e", "\x1f"

Present = Callable[[str, str], str]


class Name(NamedTuple):
    """A name that a source prints for a meeting; `name` is the English one."""

    name: str | None
    name_indonesian: str | None


class Dates(NamedTuple):
    """First and last day of a meeting, each as exact as it is known."""

    start: str | None
    end: str | None


class Named(NamedTuple):
    """A record with a name in both languages: an organization, a pillar."""

    id: str
    name: str
    name_indonesian: str | None


class Body(NamedTuple):
    """A body as meetings are named after it."""

    id: str
    name: str
    name_indonesian: str | None
    acronym: str | None
    acronym_indonesian: str | None


class Place(NamedTuple):
    """Where a meeting was: a place in a country, or a country alone (an empty `id`)."""

    id: str | None
    name: str | None
    name_indonesian: str | None
    country_id: str | None
    country_name: str | None
    country_name_indonesian: str | None


class Participation(NamedTuple):
    """One who took part, as what, by whom represented, and how present."""

    id: str
    name: str
    name_indonesian: str | None
    role: str
    representative: str | None
    representative_title: str | None
    representation: str
    attendance: str


class Document(NamedTuple):
    """A document and what the meeting did with it."""

    id: str
    name: str
    name_indonesian: str | None
    relation: str


class Topic(NamedTuple):
    """A topic of the meeting and what it was to it."""

    topic: str
    topic_indonesian: str | None
    kind: str


@dataclass(frozen=True)
class Link:
    """A link to another meeting; `meeting` is that one's row, for its name."""

    id: str
    kind: str
    meeting: Any = field(compare=False, repr=False)


class Contradiction(NamedTuple):
    """What a source says against the meeting: of which field (or table of what belongs to it), which value instead."""

    of: str | None
    source_id: str
    claimed_value: str | None


def facts_of(row: Any, meetings: Mapping[str, Any], present: Present) -> dict[str, Any]:
    """The facts of a meeting by field, in the order in which changes are told.

    `meetings` are the rows of the edition by id; `present` gives the id that a record of a kind is compared by.
    """
    place = Place(
        present("place", row.place_id) if row.place_id else None,
        row.place_name,
        row.place_name_indonesian,
        row.country_id,
        row.country_name,
        row.country_name_indonesian,
    )
    return {
        "event_id": row.event_id,
        "name": Name(row.name, row.name_indonesian) if row.name or row.name_indonesian else None,
        "name_basis": row.name_indonesian_basis,
        "ordinal": row.ordinal,
        "ordinal_basis": row.ordinal_basis,
        "dates": Dates(row.start_date, row.end_date) if row.start_date else None,
        "dates_basis": row.dates_basis,
        "dates_cover": row.dates_cover,
        "status": row.status,
        "mode": row.mode,
        "mode_basis": row.mode_basis,
        "place": place if row.country_id else None,
        "venue": row.venue,
        "note": row.note,
        "body": Body(
            present("body", row.body_id),
            row.body_name,
            row.body_name_indonesian,
            row.body_acronym,
            row.body_acronym_indonesian,
        ),
        "organization": Named(row.organization_id, row.organization_name, row.organization_name_indonesian),
        "pillar": Named(row.pillar_id, row.pillar_name, row.pillar_name_indonesian),
        "level": row.level,
        "involved_pillars": _sorted(Named(*parts) for parts in _entries(row.involved_pillars)),
        "participants": _sorted(
            Participation(present("participant", parts[0]), *parts[1:]) for parts in _entries(row.participants)
        ),
        "documents": _sorted(Document(present("document", parts[0]), *parts[1:]) for parts in _entries(row.documents)),
        "topics": tuple(Topic(*parts) for parts in _entries(row.topics)),
        "links": tuple(
            sorted(
                (Link(present("event", other), kind, meetings[other]) for other, kind in _entries(row.links)),
                key=lambda link: (link.id, link.kind),
            )
        ),
        "sources": tuple(source for (source,) in _entries(row.sources)),
        "contradictions": _sorted(Contradiction(*parts) for parts in _entries(row.contradictions)),
    }


def by_id(rows: Rows) -> dict[str, Any]:
    """Rows of meetings by their id."""
    return {row.event_id: row for row in rows}


def _entries(text: str | None) -> list[Any]:
    return [[part or None for part in entry.split(BETWEEN_PARTS)] for entry in text.split(BETWEEN_ENTRIES)] if text else []


def _sorted(found: Any) -> tuple[Any, ...]:
    return tuple(sorted(found, key=lambda entry: tuple(part or "" for part in (entry[1], *entry))))
