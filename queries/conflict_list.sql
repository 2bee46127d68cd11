-- On what do sources disagree, and what does each side say?
--
-- Parameters: those of filtered_events.sql
-- Grain: one row a conflict and side of it, sides in their order; conflicts about meetings in view (or who took part in
--     them), the latest first, then those about everything else
-- Counts: nothing. The record is told by the names of its meeting (event_id), of its participant and organization (statuses,
--     participations), or by record_name (documents, organizations, milestones); kept_name is the name of the place or body
--     kept
with about as (
    select
        conflicts.*,
        case
            when
                conflicts.table_name in (
                    'events', 'participations', 'event_topics', 'event_documents', 'event_pillars', 'event_links'
                )
                then split_part(conflicts.record_id, '/', 1)
        end as event_id,
        case
            when conflicts.table_name = 'participations' then split_part(conflicts.record_id, '/', 2)
            else statuses.participant_id
        end as participant_id,
        coalesce(
            statuses.organization_id,
            case when conflicts.table_name = 'organizations' then conflicts.record_id end
        ) as organization_id
    from conflicts
    left join statuses on conflicts.table_name = 'statuses' and conflicts.record_id = statuses.status_id
)

select
    about.conflict_id,
    about.table_name,
    about.record_id,
    about.field,
    about.kept_value,
    about.summary,
    about.summary_indonesian,
    about.reason,
    about.reason_indonesian,
    about.event_id,
    about.participant_id,
    about.organization_id,
    filtered_events.ordinal,
    filtered_events.name,
    filtered_events.name_indonesian,
    filtered_events.start_date,
    filtered_events.year,
    filtered_events.body_id,
    bodies.name as body_name,
    bodies.name_indonesian as body_name_indonesian,
    bodies.acronym as body_acronym,
    bodies.acronym_indonesian as body_acronym_indonesian,
    participants.name as participant_name,
    coalesce(participants.name_indonesian, countries.name_indonesian) as participant_name_indonesian,
    organizations.acronym as organization_acronym,
    organizations.name as organization_name,
    organizations.name_indonesian as organization_name_indonesian,
    coalesce(documents.name, milestones.summary) as record_name,
    coalesce(documents.name_indonesian, milestones.summary_indonesian) as record_name_indonesian,
    coalesce(kept_places.name, kept_bodies.name) as kept_name,
    coalesce(kept_places.name_indonesian, kept_bodies.name_indonesian) as kept_name_indonesian,
    conflict_claims.position,
    conflict_claims.claimed_value,
    conflict_claims.claimed_value_indonesian,
    conflict_claims.source_name,
    sources.title,
    sources.publisher,
    sources.host,
    sources.url,
    sources.grade
from about
left join filtered_events on about.event_id = filtered_events.event_id
left join bodies on filtered_events.body_id = bodies.body_id
left join participants on about.participant_id = participants.participant_id
left join countries on participants.country_id = countries.country_id
left join organizations on about.organization_id = organizations.organization_id
left join documents on about.table_name = 'documents' and about.record_id = documents.document_id
left join milestones on about.table_name = 'milestones' and about.record_id = milestones.milestone_id
left join places as kept_places on about.field = 'place_id' and about.kept_value = kept_places.place_id
left join bodies as kept_bodies on about.field = 'body_id' and about.kept_value = kept_bodies.body_id
left join conflict_claims on about.conflict_id = conflict_claims.conflict_id
left join sources on conflict_claims.source_id = sources.source_id
where about.event_id is null or filtered_events.event_id is not null
order by
    about.event_id is null asc,
    filtered_events.first_day desc,
    about.table_name desc,
    about.conflict_id asc,
    conflict_claims.position asc
