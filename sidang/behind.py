"""Which records of the dataset a page, or an answer to a machine, shows of one thing: what is cited stands behind each."""

from collections.abc import Iterable
from typing import Any

from sidang.asking import Asking
from sidang.cited import Cited


def cited(asking: Asking, records: Iterable[str]) -> Cited:
    """What stands behind the records that are shown, each named as its table, a colon and its id, its own first."""
    asked = tuple(dict.fromkeys(records))
    citations = asking.ask("citations_of_records", records=asked)
    place = {record: number for number, record in enumerate(asked)}
    in_order = sorted(citations, key=lambda row: place[row.record])
    return Cited(tuple(in_order), asking.ask("claims_of_records", records=asked))


def participation(row: Any) -> str:
    """The record of a participation, from a row of participations_of_meeting.sql."""
    return f"participations:{row.event_id}/{row.participant_id}/{row.role}/{row.representative}"


def records_of_meeting(asking: Asking, meeting: Any) -> list[str]:
    """The records that tell of a meeting, the meeting first."""
    event_id = meeting.event_id
    found = [f"events:{event_id}", f"bodies:{meeting.body_id}"]
    found += [participation(row) for row in asking.ask("participations_of_meeting", event_id=event_id)]
    found += [f"event_topics:{event_id}/{row.position}" for row in asking.ask("topics_of_meeting", event_id=event_id)]
    for row in asking.ask("documents_of_meeting", event_id=event_id):
        found.append(f"event_documents:{event_id}/{row.document_id}/{row.relation}")
    found += [f"event_pillars:{event_id}/{row.pillar_id}" for row in asking.ask("pillars_of_meeting", event_id=event_id)]
    for row in asking.ask("chain_of_meeting", event_id=event_id):
        found.append(f"event_links:{row.event_id}/{row.linked_event_id}/{row.kind}")
    return found


def records_of_body(asking: Asking, body: Any) -> list[str]:
    """The records that tell of a body, the body first."""
    found = [f"bodies:{body.body_id}", f"organizations:{body.organization_id}"]
    found += [f"body_names:{body.body_id}/{row.name}" for row in asking.ask("names_of_body", body_id=body.body_id)]
    found += [f"office_terms:{row.office_term_id}" for row in asking.ask("office_terms_of_body", body_id=body.body_id)]
    return found


def records_of_document(asking: Asking, document: Any) -> list[str]:
    """The records that tell of a document, the document first."""
    own = document.document_id
    found = [f"documents:{own}"]
    found += [f"document_parts:{own}/{row.position}" for row in asking.ask("parts_of_document", document_id=own)]
    for row in asking.ask("meetings_of_document", document_id=own):
        found.append(f"event_documents:{row.event_id}/{own}/{row.relation}")
    return found


def records_of_participant(asking: Asking, who: Any) -> list[str]:
    """The records that tell of a participant: those of its path, and its part in meetings in view."""
    own = who.participant_id
    meetings = asking.ask("meetings_of_participant", participant_id=own)
    return [
        *records_of_path(asking, who),
        *(f"participations:{row.event_id}/{own}/{row.role}/{row.representative}" for row in meetings),
    ]


def records_of_path(asking: Asking, who: Any) -> list[str]:
    """The records that tell of a participant whatever the meetings: itself, its state, its statuses, its milestones."""
    own = who.participant_id
    spans = asking.ask("status_spans", participants=(own,), organizations=())
    return [
        f"participants:{own}",
        *([f"countries:{who.country_id}"] if who.country_id else []),
        *(f"statuses:{row.status_id}" for row in spans),
        *(f"milestones:{row.milestone_id}" for row in asking.ask("milestones_of_participant", participant_id=own)),
    ]
