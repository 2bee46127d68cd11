-- Which terms of office and rolls end before they start?
--
-- Parameters: none
-- Grain: one row a term or roll
-- Severity: fault
-- Remedy: Correct one of the dates; the end is the first day on which it no longer holds.
select
    'office_terms' as table_name,
    line,
    'until_date' as column_name,
    until_date as value,
    'ends before it starts (' || from_date || ')' as reason
from office_terms
where last_day_of(until_date) < first_day(from_date)
union all
select
    'rolls' as table_name,
    line,
    'complete_until' as column_name,
    complete_until as value,
    'ends before it starts (' || complete_from || ')' as reason
from rolls
where last_day_of(complete_until) < first_day(complete_from)
order by table_name, line
