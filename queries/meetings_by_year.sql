-- How many meetings were held each year, by lead pillar?
--
-- Parameters: those of filtered_events.sql
-- Grain: one row a year and lead pillar with at least one meeting
-- Counts: held meetings by the year of their first day; a meeting counts once, under the lead pillar of its body;
--     one without a date is in no year
select
    filtered_events.year,
    filtered_events.pillar_id,
    count(*) as meetings
from filtered_events
where filtered_events.is_held and filtered_events.year is not null
group by filtered_events.year, filtered_events.pillar_id
order by filtered_events.year, filtered_events.pillar_id
