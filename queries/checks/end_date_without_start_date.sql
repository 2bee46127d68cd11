-- Which meetings have an end and no start?
--
-- Parameters: none
-- Grain: one row a meeting
-- Severity: fault
-- Remedy: Give start_date as far as it is known, or empty end_date.
select
    'events' as table_name,
    line,
    'start_date' as column_name,
    '' as value,
    'is empty while end_date is ' || end_date as reason
from events
where end_date is not null and start_date is null
order by line
