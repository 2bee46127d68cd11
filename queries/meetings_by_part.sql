-- Which meetings dealt with which component of a document?
--
-- Parameters: those of filtered_events.sql
-- Grain: one row a component and meeting, the earliest first; a component with which no meeting in view dealt has one row
--     without a meeting
-- Counts: held meetings of which a source names the component, or all components, as what the meeting dealt with
with held as (
    select
        event_document_parts.document_id,
        event_document_parts.position,
        filtered_events.event_id,
        filtered_events.ordinal,
        filtered_events.name,
        filtered_events.name_indonesian,
        filtered_events.start_date,
        filtered_events.year,
        filtered_events.body_id,
        bodies.name as body_name,
        bodies.name_indonesian as body_name_indonesian,
        bodies.acronym as body_acronym,
        bodies.acronym_indonesian as body_acronym_indonesian
    from filtered_events
    inner join event_document_parts on filtered_events.event_id = event_document_parts.event_id
    inner join bodies on filtered_events.body_id = bodies.body_id
    where filtered_events.is_held
)

select
    document_parts.document_id,
    document_parts.position,
    documents.name as document_name,
    documents.name_indonesian as document_name_indonesian,
    document_parts.name as part_name,
    document_parts.name_indonesian as part_name_indonesian,
    held.event_id,
    held.ordinal,
    held.name,
    held.name_indonesian,
    held.start_date,
    held.year,
    held.body_id,
    held.body_name,
    held.body_name_indonesian,
    held.body_acronym,
    held.body_acronym_indonesian
from document_parts
inner join documents on document_parts.document_id = documents.document_id
left join held on document_parts.document_id = held.document_id and document_parts.position = held.position
order by document_parts.document_id, document_parts.position, held.start_date, held.event_id
