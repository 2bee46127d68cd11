-- Which meetings end before they start?
--
-- Parameters: none
-- Grain: one row a meeting whose last possible day comes before its first
-- Severity: fault
-- Remedy: Correct start_date or end_date.
select
    'events' as table_name,
    line,
    'end_date' as column_name,
    end_date as value,
    'ends before it starts (' || start_date || ')' as reason
from events
where last_day < first_day
order by line
