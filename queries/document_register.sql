-- Which documents are in the view?
--
-- Parameters: those of events_by_filter.sql; years, organizations and pillars are the document's own, the search is left to
--     whoever asks (it is one of words in titles), and bodies, levels, countries, places, participants, modes and topics are
--     those of a meeting that adopted, discussed or prepared it
-- Grain: one row a document, the latest first
-- Counts: meetings are those of any status that adopted, discussed or prepared it
with met as (
    select distinct event_documents.document_id
    from event_documents
    inner join events_by_filter on event_documents.event_id = events_by_filter.event_id
    where
        len($bodies) + len($levels) + len($countries) + len($places) + len($participants) + len($modes) + len($topics) > 0
        and events_by_filter.passes_bodies
        and events_by_filter.passes_levels
        and events_by_filter.passes_countries
        and events_by_filter.passes_places
        and events_by_filter.passes_participants
        and events_by_filter.passes_modes
        and events_by_filter.passes_topics
)

select
    documents.document_id,
    documents.name,
    documents.name_indonesian,
    documents.kind,
    documents.adopted_date,
    documents.valid_from,
    documents.valid_to,
    first_day(documents.valid_from) as valid_from_day,
    last_day_of(documents.valid_to) as valid_to_day,
    documents.pillar_id,
    organizations.organization_id,
    organizations.name as organization_name,
    organizations.name_indonesian as organization_name_indonesian,
    organizations.acronym as organization_acronym,
    count(distinct event_documents.event_id) as meetings
from documents
inner join organizations on documents.organization_id = organizations.organization_id
left join event_documents on documents.document_id = event_documents.document_id
where
    ($year_from is null or coalesce(year(first_day(documents.adopted_date)) >= $year_from, false))
    and ($year_to is null or coalesce(year(first_day(documents.adopted_date)) <= $year_to, false))
    and (len($organizations) = 0 or list_contains($organizations, documents.organization_id))
    and (len($pillars) = 0 or list_contains($pillars, documents.pillar_id))
    and (
        len($bodies) + len($levels) + len($countries) + len($places) + len($participants) + len($modes) + len($topics) = 0
        or documents.document_id in (select met.document_id from met)
    )
group by
    documents.document_id, documents.name, documents.name_indonesian, documents.kind, documents.adopted_date,
    documents.valid_from, documents.valid_to, documents.pillar_id, organizations.organization_id, organizations.name,
    organizations.name_indonesian, organizations.acronym
order by documents.adopted_date desc nulls last, documents.document_id asc
