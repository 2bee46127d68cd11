"""One record for machines: all that its page tells, what stands behind it, and on what sources disagree."""

from dataclasses import replace
from itertools import groupby
from typing import Any

from sidang.api_fields import CITATION, CONFLICT, PARTICIPATION
from sidang.api_kinds import KINDS
from sidang.api_rows import Row, met, statuses, titled, told
from sidang.api_types import Fields, Kind, without
from sidang.asked import Asked
from sidang.behind import cited, records_of_body, records_of_document, records_of_meeting, records_of_participant
from sidang.meeting_state import state
from sidang.questions import Rows, one
from sidang.series import neighbours
from sidang.view import View


def record_of(kind: Kind, asked: Asked, record_id: str) -> Row | None:
    """A record with its citations and conflicts; None where the edition has none of that id."""
    row, records = MADE[kind.path](asked, record_id)
    if row is None:
        return None
    shown = {field.name: row[field.name] for field in kind.record}
    if kind.path == "sources":
        return {
            "record": shown,
            "citations": _citations(asked.ask("records_of_source", source_id=record_id)),
            "conflicts": [],
        }
    evidence = cited(asked, records)
    return {"record": shown, "citations": _citations(evidence.citations), "conflicts": _conflicts(evidence.claims)}


def _fields(kind: str, name: str) -> Fields:
    """The fields of the list that is one field of a kind's record."""
    return next(field for field in KINDS[kind].record if field.name == name).fields


def _columns(fields: Fields, row: Any) -> Row:
    """Those fields of a record that are columns of its question."""
    return {field.name: getattr(row, field.name) for field in fields if hasattr(row, field.name)}


def _event(asked: Asked, event_id: str) -> tuple[Row | None, list[str]]:
    found = asked.ask("meeting", event_id=event_id)
    if not found:
        return None, []
    meeting = one(found)
    series = asked.ask("series_of_body", body_id=meeting.body_id)
    before, after = neighbours(series, event_id)
    standings = {
        participant: list(rows)
        for participant, rows in groupby(
            asked.ask("standings_of_meeting", event_id=event_id), key=lambda row: row.participant_id
        )
    }
    people = asked.ask("participations_of_meeting", event_id=event_id)
    row = _columns(KINDS["events"].record, meeting) | titled(meeting)
    row |= {
        "state": state(meeting, asked.as_of),
        "involved_pillars": told(_fields("events", "involved_pillars"), asked.ask("pillars_of_meeting", event_id=event_id)),
        "participants": [
            told(without(_fields("events", "participants"), "standings", "absence"), (person,))[0]
            | _standings(standings[person.participant_id])
            for person in people
        ],
        "topics": told(_fields("events", "topics"), asked.ask("topics_of_meeting", event_id=event_id)),
        "documents": told(_fields("events", "documents"), asked.ask("documents_of_meeting", event_id=event_id)),
        "links": told(_fields("events", "links"), asked.ask("chain_of_meeting", event_id=event_id)),
        "previous_event_id": before.event_id if before else None,
        "next_event_id": after.event_id if after else None,
    }
    return row, records_of_meeting(asked, meeting)


def _body(asked: Asked, body_id: str) -> tuple[Row | None, list[str]]:
    found = asked.ask("body", body_id=body_id)
    if not found:
        return None, []
    body = one(found)
    counted = replace(asked, view=View(bodies=(body_id,))).ask("body_register")
    figures = next(row for row in counted if row.body_id == body_id)
    below = (row for row in asked.ask("bodies") if row.parent_body_id == body_id)
    row = _columns(KINDS["bodies"].record, body) | {
        "meetings": figures.meetings,
        "with_sub_bodies": figures.with_sub_bodies,
        "names": told(_fields("bodies", "names"), asked.ask("names_of_body", body_id=body_id)),
        "office_terms": told(_fields("bodies", "office_terms"), asked.ask("office_terms_of_body", body_id=body_id)),
        "sub_bodies": told(_fields("bodies", "sub_bodies"), tuple(below)),
        "events": met(_fields("bodies", "events"), asked.ask("series_of_body", body_id=body_id)),
    }
    return row, records_of_body(asked, body)


def _participant(asked: Asked, participant_id: str) -> tuple[Row | None, list[str]]:
    found = asked.ask("participant", participant_id=participant_id)
    if not found:
        return None, []
    who = one(found)
    own = replace(asked, view=View(participants=(participant_id,)))
    meetings = asked.ask("meetings_of_participant", participant_id=participant_id)
    part = without(_fields("participants", "events"), "standings", "absence")
    taken = [list(rows) for _, rows in groupby(meetings, key=lambda row: (row.event_id, row.role, row.representative))]
    row = _columns(KINDS["participants"].record, who) | {
        "predecessor_of": who.present,
        "meetings": one(own.ask("participant_register")).meetings,
        "names": [{"name": name} for name in (who.other_names or "").split(" · ") if name],
        "predecessors": [{"participant_id": code} for code in (who.former or "").split()],
        "statuses": [
            {field.name: status[field.name] for field in _fields("participants", "statuses")}
            for status in statuses(own, is_of_all_time=True)
        ],
        "events": [met(part, (rows[0],))[0] | _standings(rows) for rows in taken],
        "milestones": told(
            _fields("participants", "milestones"), asked.ask("milestones_of_participant", participant_id=participant_id)
        ),
        "documents": told(
            _fields("participants", "documents"), asked.ask("documents_about_participant", participant_id=participant_id)
        ),
    }
    return row, records_of_participant(asked, who)


def _document(asked: Asked, document_id: str) -> tuple[Row | None, list[str]]:
    found = asked.ask("document", document_id=document_id)
    if not found:
        return None, []
    document = one(found)
    meetings = asked.ask("meetings_of_document", document_id=document_id)
    row = _columns(KINDS["documents"].record, document) | {
        "meetings": len({row.event_id for row in meetings}),
        "parts": told(_fields("documents", "parts"), asked.ask("parts_of_document", document_id=document_id)),
        "events": met(_fields("documents", "events"), meetings),
    }
    return row, records_of_document(asked, document)


def _status(asked: Asked, status_id: str) -> tuple[Row | None, list[str]]:
    every = {row["status_id"]: row for row in statuses(replace(asked, view=View()), is_of_all_time=True)}
    return every.get(status_id), [f"statuses:{status_id}"]


def _source(asked: Asked, source_id: str) -> tuple[Row | None, list[str]]:
    found = asked.ask("source", source_id=source_id)
    return (_columns(KINDS["sources"].record, one(found)), []) if found else (None, [])


MADE = {
    "events": _event,
    "bodies": _body,
    "participants": _participant,
    "statuses": _status,
    "documents": _document,
    "sources": _source,
}


def _standings(rows: list[Any]) -> Row:
    """The standings of a participant at a meeting; rows of standings_of_meeting.sql or meetings_of_participant.sql."""
    fields = next(field for field in PARTICIPATION if field.name == "standings").fields
    held = [row for row in rows if row.status is not None]
    return {
        "standings": [
            {field.name: row.status_from_date if field.name == "from_date" else getattr(row, field.name) for field in fields}
            for row in held
        ],
        "absence": rows[0].absence,
    }


def _citations(rows: Rows) -> list[Row]:
    return [_of_record(row) | told(without(CITATION, "table_name", "record_id"), (row,))[0] for row in rows]


def _conflicts(claims: Rows) -> list[Row]:
    found = []
    for _, rows in groupby(claims, key=lambda row: row.conflict_id):
        sides = list(rows)
        first = sides[0]
        found.append(
            {"conflict_id": first.conflict_id}
            | _of_record(first)
            | told(without(CONFLICT, "conflict_id", "table_name", "record_id", "claims"), (first,))[0]
            | {"claims": [told(CONFLICT[-1].fields, (side,))[0] for side in sides if side.claimed_value is not None]}
        )
    return found


def _of_record(row: Any) -> Row:
    table, _, record_id = row.record.partition(":")
    return {"table_name": table, "record_id": record_id}
