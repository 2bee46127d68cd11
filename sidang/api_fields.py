"""The fields of the lists for machines, one table a kind of record; names and codes are those of the dataset."""

from sidang import words
from sidang.api_types import Field, always, codes, named
from sidang.options import LEVELS
from sidang.status_words import STANDINGS
from sidang.tables import status_names

PILLARS = ("apsc", "aec", "ascc", "cross", "none")
ORGANIZATION = (
    always("organization_id", "id", "the organization"),
    *named("organization_name", "the name of the organization"),
    Field("organization_acronym", "text", "its acronym"),
)
TITLE = (
    always("title", "text", "what the pages call the meeting in English: its own name, or body and number, or body and day"),
    Field("title_indonesian", "text", "the same in Indonesian; null where a part of it has no Indonesian form"),
)
DATES = (
    Field("start_date", "date", "the first day, truncated to what a source says"),
    Field("end_date", "date", "the last day, inclusive; null where it is not known"),
)
PARTICIPATION = (
    always("role", "text", "the role that a source gives", codes(words.role_words)),
    always("representative", "text", "who represented it; empty where that is not known"),
    Field("representative_title", "text", "the title of that person, in English"),
    always("representation", "text", "at which level it was represented", codes(words.representation_words)),
    always("attendance", "text", "how it was present; announced for a planned meeting", codes(words.attendance_words)),
    always(
        "standings",
        "list",
        "the standings in the organization on the first day of the meeting, and those that began up to its last",
        fields=(
            always("status", "text", "the standing", STANDINGS),
            Field("from_date", "date", "since when"),
            always("is_certain", "boolean", "whether it certainly held on that day"),
            always("is_later", "boolean", "whether it began after the first day"),
        ),
    ),
    always(
        "absence",
        "text",
        "what a missing standing means: no (a complete list of members has it not), not_known, none (bodies, agencies and "
        "groups have no standing)",
        ("no", "not_known", "none"),
    ),
)
PLACE = (
    Field("place_id", "id", "the city or area"),
    *named("place_name", "its name on the day of the meeting", is_always=False),
    Field("country_id", "id", "the country where it was held, ISO 3166-1 alpha-3"),
    *named("country_name", "the name of the country", is_always=False),
)
EVENT = (
    always("event_id", "id", "the meeting"),
    *TITLE,
    always("body_id", "id", "the body that met"),
    *named("body_name", "the name of the body"),
    Field("body_acronym", "text", "its acronym"),
    Field("body_acronym_indonesian", "text", "its acronym in Indonesian where that is another one"),
    *ORGANIZATION,
    always("pillar_id", "text", "the lead pillar: that of the body", PILLARS),
    always("level", "text", "the level of the body", LEVELS),
    Field("ordinal", "integer", "the number in the series of the body"),
    Field("ordinal_basis", "text", "what the number rests on", ("source", "inferred")),
    Field("name", "text", "the name that a source prints, in English; numbered meetings have none"),
    Field("name_indonesian", "text", "that name in Indonesian"),
    always("status", "text", "the status on record", codes(words.status_words)),
    always(
        "state",
        "text",
        "the status on `as_of`: a planned meeting is upcoming, or announced once its last day has passed",
        codes(status_names),
    ),
    *DATES,
    Field("dates_basis", "text", "what the dates rest on", ("source", "inferred")),
    always(
        "dates_cover", "text", "whether the dates are those of the sitting or of the whole series", codes(words.cover_words)
    ),
    Field("first_day", "day", "the first of the days for which `start_date` stands"),
    Field("last_day", "day", "the last of the days for which `end_date`, or else `start_date`, stands"),
    always("mode", "text", "how it was held", codes(words.mode_words)),
    Field("mode_basis", "text", "what the mode rests on", ("source", "inferred")),
    *PLACE,
    Field("venue", "text", "the building"),
    Field("latitude", "number", "of the city or area, not of the venue"),
    Field("longitude", "number", "of the city or area, not of the venue"),
    Field("note", "text", "a remark, in English"),
    always("sources", "integer", "how many pages support it"),
    Field(
        "recorded_participants",
        "integer",
        "how many are recorded as taking part; null where nobody is: then it is not known",
    ),
)
MET = (
    always("event_id", "id", "the meeting"),
    *TITLE,
    *DATES,
)
BODY = (
    always("body_id", "id", "the body"),
    *named("name", "its name"),
    Field("acronym", "text", "its acronym"),
    Field("acronym_indonesian", "text", "its acronym in Indonesian where that is another one"),
    always("level", "text", "its level", LEVELS),
    always("pillar_id", "text", "its pillar", PILLARS),
    Field("parent_body_id", "id", "the body of which it is part"),
    *ORGANIZATION,
    always("meetings", "integer", "meetings in view that it held itself"),
    always("with_sub_bodies", "integer", "those, and those of all bodies below it"),
)
PARTICIPANT = (
    always("participant_id", "id", "the participant; states by ISO 3166-1 alpha-3"),
    always("kind", "text", "what it is", codes(words.kind_words)),
    *named("name", "its name"),
    Field("predecessor_of", "id", "the present participant that a former state or administration went before"),
    always("meetings", "integer", "meetings held in view at which it is recorded in any role but absent"),
)
STATUS = (
    always("status_id", "id", "the status"),
    always("participant_id", "id", "who holds it"),
    *named("name", "the name of the participant"),
    *ORGANIZATION,
    always(
        "member_term",
        "text",
        "what the organization calls a member",
        ("member", "participant", "high_contracting_party", "member_economy"),
    ),
    always("track", "text", "a standing, or a step of accession", ("standing", "accession")),
    always("status", "text", "the status", (*STANDINGS, "applicant", "in_principle")),
    Field("sought", "text", "what an accession is for", ("member", "observer", "sectoral_dialogue_partner")),
    Field("from_date", "date", "its first day; null where no source tells it"),
    Field("until_date", "date", "the first day on which it no longer holds; null where it goes on or no source tells it"),
    Field("attested_from", "date", "the first day on which a source lists it, where its start is not known"),
    Field("attested_until", "date", "the last day on which a source lists it, where its end is not known"),
    Field("basis", "text", "by which act, in English"),
    Field("certain_from", "day", "from this day on it certainly holds; null: it is never certain"),
    Field("certain_until", "day", "up to this day, exclusive; null: open"),
    Field("possible_from", "day", "from this day on it possibly holds; null: open"),
    Field("possible_until", "day", "up to this day, exclusive; null: open"),
    Field("is_certain", "boolean", "whether it certainly holds on `as_of`; null where it does not hold on that day"),
)
DOCUMENT = (
    always("document_id", "id", "the document"),
    *named("name", "its title"),
    always("kind", "text", "what it is", codes(words.document_words)),
    Field("adopted_date", "date", "when it was adopted"),
    Field("valid_from", "date", "the first day on which it is in force"),
    Field("valid_to", "date", "the last day on which it is in force"),
    always("pillar_id", "text", "its pillar", PILLARS),
    *ORGANIZATION,
    always("meetings", "integer", "meetings of any status that adopted, discussed or prepared it"),
)
GRADE = always("grade", "text", "the grade of the host by a written rule", codes(words.grade_words))
PAGE = (
    always("source_id", "id", "the page"),
    Field("title", "text", "its title; null where it was not gathered"),
    Field("publisher", "text", "who publishes it"),
    always("host", "text", "where it stands"),
    Field("url", "text", "its address; null for a file"),
    Field("file", "text", "the file, where it is no page of the web"),
    Field("language", "text", "its language, ISO 639-1"),
    Field("published", "date", "when it was published"),
    Field("accessed", "date", "when it was last checked"),
    GRADE,
)
SOURCE = (
    *PAGE,
    always("meetings", "integer", "meetings of any status in view that it supports"),
    always("citations", "integer", "facts of any table of which it is cited, for or against"),
)
RECORD = (
    always("table_name", "text", "the table of the fact"),
    always("record_id", "text", "the record in it; the parts of a key are joined by /"),
)
CITATION = (
    *RECORD,
    always("field", "text", "the field; empty for the record as a whole"),
    always("stance", "text", "whether the page supports or contradicts", ("supports", "contradicts")),
    always("claimed_value", "text", "what the page says, where it contradicts"),
    Field("note", "text", "a remark, in English"),
    *PAGE,
)
CONFLICT = (
    always("conflict_id", "id", "the conflict"),
    *RECORD,
    Field("field", "text", "the field on which sources disagree; null for the record as a whole"),
    Field("kept_value", "text", "the value that the dataset keeps"),
    *named("summary", "what is disputed"),
    *named("reason", "why that value is kept", is_always=False),
    always(
        "claims",
        "list",
        "what each side says",
        fields=(
            *named("claimed_value", "the value"),
            Field("source_name", "text", "who says so, where it is no page on record"),
            Field("source_id", "id", "the page that says so"),
        ),
    ),
)
LINK = (
    always("event_id", "id", "the first meeting"),
    always("linked_event_id", "id", "the second one"),
    always("kind", "text", "what the first is to the second", codes(words.link_words)),
)
