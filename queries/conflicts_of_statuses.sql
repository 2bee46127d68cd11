-- On which statuses of a participant in an organization do sources disagree?
--
-- Parameters: $participant_id, $organization_id
-- Grain: one row a conflict about such a status
-- Counts: nothing
select
    conflicts.conflict_id,
    conflicts.summary,
    conflicts.summary_indonesian,
    conflicts.reason,
    conflicts.reason_indonesian
from conflicts
inner join statuses on conflicts.record_id = statuses.status_id
where
    conflicts.table_name = 'statuses'
    and statuses.participant_id = $participant_id
    and statuses.organization_id = $organization_id
order by statuses.from_date, conflicts.conflict_id
