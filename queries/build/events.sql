-- On which days does each meeting begin and end, as far as is known?
--
-- Parameters: none
-- Grain: one row a meeting with its columns, its first and last possible day and the year of the first
-- Counts: nothing
select
    events.*,
    first_day(events.start_date) as first_day,
    last_day_of(coalesce(events.end_date, events.start_date)) as last_day,
    year(first_day(events.start_date)) as year
from typed.events as events
order by events.line
