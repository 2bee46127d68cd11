-- Which statuses does a participant hold in an organization on a day?
--
-- Parameters: $participant_id, $organization_id, $as_of (a day)
-- Grain: one row a status that holds certainly or possibly on that day
-- Counts: is_certain as RULES of data/README.md, "Time", say
select
    statuses.status_id,
    statuses.track,
    statuses.status,
    statuses.sought,
    statuses.from_date,
    statuses.until_date,
    coalesce(
        statuses.certain_from <= $as_of and (statuses.certain_until is null or $as_of < statuses.certain_until), false
    ) as is_certain
from statuses
where
    statuses.participant_id = $participant_id
    and statuses.organization_id = $organization_id
    and (statuses.possible_from is null or statuses.possible_from <= $as_of)
    and (statuses.possible_until is null or $as_of < statuses.possible_until)
order by statuses.track desc, statuses.from_date asc, statuses.status_id asc
