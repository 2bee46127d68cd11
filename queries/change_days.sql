-- On which days did a status begin or end?
--
-- Parameters:
--     $participants, $organizations: ids; empty means any in an organization of the matrix
-- Grain: one row a day that a source tells exactly
-- Counts: nothing
select distinct cast(changed.date as date) as day
from (
    select
        statuses.participant_id,
        statuses.organization_id,
        unnest([statuses.from_date, statuses.until_date]) as date
    from statuses
) as changed
inner join organizations on changed.organization_id = organizations.organization_id
where
    length(changed.date) = 10
    and (
        case
            when len($organizations) > 0 then list_contains($organizations, changed.organization_id)
            else organizations.matrix_position is not null or len($participants) > 0
        end
    )
    and (len($participants) = 0 or list_contains($participants, changed.participant_id))
order by day
