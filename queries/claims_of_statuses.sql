-- What do the sources that disagree on the statuses of a participant say, each in turn?
--
-- Parameters: $participant_id, $organization_id: empty means any organization
-- Grain: one row a side of a conflict about such a status, or about a role of that participant at a meeting
-- Counts: nothing
with about as (
    select
        statuses.status_id as record_id,
        'statuses' as table_name,
        statuses.organization_id
    from statuses
    where statuses.participant_id = $participant_id
    union all
    select
        concat_ws(
            '/',
            participations.event_id,
            participations.participant_id,
            participations.role,
            participations.representative
        ) as record_id,
        'participations' as table_name,
        bodies.organization_id
    from participations
    inner join events on participations.event_id = events.event_id
    inner join bodies on events.body_id = bodies.body_id
    where participations.participant_id = $participant_id
)

select
    conflicts.conflict_id,
    conflicts.table_name,
    conflicts.kept_value,
    conflicts.summary,
    conflicts.summary_indonesian,
    conflicts.reason,
    conflicts.reason_indonesian,
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
inner join conflicts on about.table_name = conflicts.table_name and about.record_id = conflicts.record_id
left join conflict_claims on conflicts.conflict_id = conflict_claims.conflict_id
left join sources on conflict_claims.source_id = sources.source_id
where $organization_id is null or (about.organization_id = $organization_id and conflicts.table_name = 'statuses')
order by conflicts.conflict_id, conflict_claims.position
