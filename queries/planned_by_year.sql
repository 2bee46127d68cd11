-- How many meetings are planned each year?
--
-- Parameters: those of filtered_events.sql
-- Grain: one row a year with at least one planned meeting
-- Counts: announced and upcoming meetings by the year of their first day; cancelled and postponed ones are none of them
select
    filtered_events.year,
    count(*) as meetings
from filtered_events
where (filtered_events.is_announced or filtered_events.is_upcoming) and filtered_events.year is not null
group by filtered_events.year
order by filtered_events.year
