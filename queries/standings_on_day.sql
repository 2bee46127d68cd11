-- Which statuses does a participant hold in an organization on a day?
--
-- Parameters: those of statuses_on_day.sql, and
--     $participant_id, $organization_id
-- Grain: one row a status that holds certainly or possibly on that day, the accession before the standing
-- Counts: is_certain as data/README.md, "Time", says
select
    statuses_on_day.status_id,
    statuses_on_day.track,
    statuses_on_day.status,
    statuses_on_day.sought,
    statuses_on_day.from_date,
    statuses_on_day.until_date,
    statuses_on_day.is_certain
from statuses_on_day
where statuses_on_day.participant_id = $participant_id and statuses_on_day.organization_id = $organization_id
order by statuses_on_day.track desc, statuses_on_day.from_date asc, statuses_on_day.status_id asc
