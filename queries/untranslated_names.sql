-- Which names that pages show have no Indonesian form?
--
-- Parameters: none
-- Grain: one row a kind, record and name; parts of documents and topics by the key of their table
-- Counts: names that pages mark on Indonesian pages; states, economies and territories bear the name of their country,
--     and a short name of letters alone is the same in every language
with names as (
    select
        'organization' as kind,
        organization_id as record_id,
        name,
        name_indonesian
    from organizations
    union all
    select
        'body' as kind,
        body_id as record_id,
        name,
        name_indonesian
    from bodies
    union all
    select
        'short name of a body' as kind,
        body_id as record_id,
        acronym as name,
        acronym_indonesian as name_indonesian
    from bodies
    where regexp_matches(acronym, '[a-z]{3}|\b[a-z]+\b|[A-Z]s\b')
    union all
    select
        'place' as kind,
        place_id as record_id,
        name,
        name_indonesian
    from places
    union all
    select
        'participant' as kind,
        participants.participant_id as record_id,
        participants.name,
        coalesce(participants.name_indonesian, countries.name_indonesian) as name_indonesian
    from participants
    left join countries
        on
            participants.country_id = countries.country_id
            and participants.kind in ('state', 'economy', 'territory')
    union all
    select
        'meeting' as kind,
        event_id as record_id,
        name,
        name_indonesian
    from events
    union all
    select
        'topic' as kind,
        event_id || '/' || position as record_id,
        topic as name,
        topic_indonesian as name_indonesian
    from event_topics
    union all
    select
        'document' as kind,
        document_id as record_id,
        name,
        name_indonesian
    from documents
    union all
    select
        'part of a document' as kind,
        document_id || '/' || position as record_id,
        name,
        name_indonesian
    from document_parts
)

select
    kind,
    record_id,
    name
from names
where name is not null and name_indonesian is null
order by kind, record_id
