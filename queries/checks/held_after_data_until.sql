-- Which meetings are held after the last day that the dataset knows about?
--
-- Parameters: $data_until, the last day about which sources were read
-- Grain: one row a meeting
-- Severity: fault
-- Remedy: Make it planned, or move data_until in datapackage.json once sources up to that day were read.
select
    'events' as table_name,
    line,
    'status' as column_name,
    status as value,
    'starts on ' || start_date || ', after data_until (' || $data_until || '), and cannot be held yet' as reason
from events
where status = 'held' and first_day > $data_until
order by line
