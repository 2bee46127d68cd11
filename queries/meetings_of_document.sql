-- Which meetings prepared, discussed or adopted a document?
--
-- Parameters: $document_id
-- Grain: one row a meeting of any status and relation, the earliest first
-- Counts: nothing
select
    event_documents.relation,
    events.event_id,
    events.ordinal,
    events.name,
    events.name_indonesian,
    events.start_date,
    events.end_date,
    events.mode,
    bodies.name as body_name,
    bodies.name_indonesian as body_name_indonesian,
    bodies.acronym as body_acronym,
    bodies.acronym_indonesian as body_acronym_indonesian,
    event_details.place_name,
    event_details.place_name_indonesian,
    countries.name as country_name,
    countries.name_indonesian as country_name_indonesian
from event_documents
inner join events on event_documents.event_id = events.event_id
inner join bodies on events.body_id = bodies.body_id
inner join event_details on events.event_id = event_details.event_id
left join countries on event_details.country_id = countries.country_id
where event_documents.document_id = $document_id
order by events.first_day asc nulls last, events.event_id asc, event_documents.relation asc
