-- Of how many meetings in view does no source tell the first day?
--
-- Parameters: those of filtered_events.sql
-- Grain: one row
-- Counts: meetings of any status in view whose first day is told as a month, as a year, or not at all
select count(*) as meetings
from filtered_events
where coalesce(length(filtered_events.start_date), 0) < 10
order by meetings asc
