"""The kinds of records that machines can ask for: what each list and each record holds, and which keys it takes."""

from sidang import words
from sidang.api_fields import (
    BODY,
    DOCUMENT,
    EVENT,
    LINK,
    MET,
    ORGANIZATION,
    PARTICIPANT,
    PARTICIPATION,
    PILLARS,
    SOURCE,
    STATUS,
)
from sidang.api_types import Field, Kind, always, codes, named, without
from sidang.view import FILTERS

# How a page draws a view: a link of a page may be pasted with them, they change no answer.
DRAWN = ("status", "since", "map", "split", "extent", "zoom", "read", "section", "before", "after")
COMMON = ("as_of", "edition", "lang")
EVENT_RECORD = (
    *without(EVENT, "sources", "recorded_participants"),
    always(
        "involved_pillars",
        "list",
        "pillars that a source names besides the lead pillar",
        fields=(always("pillar_id", "text", "the pillar", PILLARS), *named("name", "its name")),
    ),
    always(
        "participants",
        "list",
        "who is recorded, the chair and the host first; who is missing says nothing",
        fields=(always("participant_id", "id", "who"), *named("name", "its name"), *PARTICIPATION),
    ),
    always(
        "topics",
        "list",
        "agenda and outcome, in the order of the source",
        fields=(
            always("position", "integer", "its place"),
            always("kind", "text", "what it was", codes(words.topic_words)),
            *named("topic", "the topic"),
        ),
    ),
    always(
        "documents",
        "list",
        "documents of the meeting",
        fields=(
            always("document_id", "id", "the document"),
            *named("name", "its title"),
            always("kind", "text", "what it is", codes(words.document_words)),
            always("relation", "text", "what the meeting did with it", codes(words.relation_words)),
        ),
    ),
    always("links", "list", "meetings that a source links to it, and those linked to them", fields=LINK),
    Field("previous_event_id", "id", "the meeting before it in the series; null where there is none or it is not known"),
    Field("next_event_id", "id", "the meeting after it in the series; null where there is none or it is not known"),
)
BODY_RECORD = (
    *BODY,
    Field("founded", "date", "when it was founded"),
    *named("parent_name", "the name of the body of which it is part", is_always=False),
    always(
        "names",
        "list",
        "other names by which it is known",
        fields=(always("name", "text", "the name"), always("language", "text", "its language; und where unclear")),
    ),
    always(
        "office_terms",
        "list",
        "who held which office",
        fields=(
            always("office", "text", "the office", codes(words.office_words)),
            Field("holder", "text", "the person"),
            Field("participant_id", "id", "for whom"),
            *named("name", "its name", is_always=False),
            Field("from_date", "date", "first day"),
            Field("until_date", "date", "first day after the term"),
        ),
    ),
    always(
        "sub_bodies",
        "list",
        "the bodies directly below it",
        fields=(always("body_id", "id", "the body"), *named("name", "its name")),
    ),
    always(
        "events",
        "list",
        "all its own meetings, the earliest first",
        fields=(
            *MET,
            Field("ordinal", "integer", "its number"),
            always("status", "text", "the status on record", codes(words.status_words)),
        ),
    ),
)
PARTICIPANT_RECORD = (
    *PARTICIPANT,
    Field("country_id", "id", "the country, ISO 3166-1 alpha-3"),
    Field("independent_from", "date", "since when the state is independent"),
    always("names", "list", "other names by which it is found", fields=(always("name", "text", "the name"),)),
    always(
        "predecessors",
        "list",
        "former states or administrations that went before it",
        fields=(always("participant_id", "id", "who"),),
    ),
    always("statuses", "list", "all its statuses", fields=without(STATUS, "participant_id", "name", "name_indonesian")),
    always(
        "events",
        "list",
        "its part in meetings, the latest first; of a planned meeting it is announced",
        fields=(*MET, *ORGANIZATION, always("is_held", "boolean", "whether the meeting was held"), *PARTICIPATION),
    ),
    always(
        "milestones",
        "list",
        "dated facts that are neither a status nor a meeting",
        fields=(
            always("milestone_id", "id", "the fact"),
            always("organization_id", "id", "the organization"),
            always("kind", "text", "what it was"),
            Field("date", "date", "when"),
            *named("summary", "what happened"),
        ),
    ),
    always(
        "documents",
        "list",
        "documents that name it in their title",
        fields=(
            always("document_id", "id", "the document"),
            *named("name", "its title"),
            Field("adopted_date", "date", "when it was adopted"),
        ),
    ),
)
DOCUMENT_RECORD = (
    *DOCUMENT,
    Field("note", "text", "a remark, in English"),
    always(
        "parts",
        "list",
        "its parts, in their order",
        fields=(always("position", "integer", "its place"), *named("name", "its name")),
    ),
    always(
        "events",
        "list",
        "meetings that prepared, discussed or adopted it, the earliest first",
        fields=(*MET, always("relation", "text", "what the meeting did with it", codes(words.relation_words))),
    ),
)
KINDS = {
    kind.path: kind
    for kind in (
        Kind(
            "event",
            "events",
            "event_id",
            "Meetings of any status, in the order of the view.",
            (*FILTERS, "sort"),
            EVENT,
            EVENT_RECORD,
            "soc-com-19",
        ),
        Kind(
            "body",
            "bodies",
            "body_id",
            "Bodies, each with its meetings in view.",
            FILTERS,
            BODY,
            BODY_RECORD,
            "soc-com",
        ),
        Kind(
            "participant",
            "participants",
            "participant_id",
            "Participants, each with the meetings in view at which it is recorded.",
            FILTERS,
            PARTICIPANT,
            PARTICIPANT_RECORD,
            "tls",
        ),
        Kind(
            "status",
            "statuses",
            "status_id",
            "Statuses of participants in organizations.",
            ("org", "with"),
            STATUS,
            STATUS,
            "tls-asean-member-2025-10-26",
            (("period", ("day", "all"), "day: those that certainly or possibly hold on `as_of`; all: those of every time"),),
        ),
        Kind(
            "document",
            "documents",
            "document_id",
            "Documents, the latest first.",
            FILTERS,
            DOCUMENT,
            DOCUMENT_RECORD,
            "culture-of-prevention-2017",
        ),
        Kind(
            "source",
            "sources",
            "source_id",
            "Pages on which facts rest: all of them, or where the view has a filter those that support a meeting in it.",
            FILTERS,
            SOURCE,
            without(SOURCE, "meetings"),
            "13ased-moe-1dae58",
        ),
    )
}
