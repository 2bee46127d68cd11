-- On which levels were the meetings held, by lead pillar?
--
-- Parameters: those of filtered_events.sql
-- Grain: one row a level and lead pillar with at least one meeting
-- Counts: held meetings, each under the level and the lead pillar of its body
select
    filtered_events.level,
    filtered_events.pillar_id,
    count(*) as meetings
from filtered_events
where filtered_events.is_held
group by filtered_events.level, filtered_events.pillar_id
order by filtered_events.level, filtered_events.pillar_id
