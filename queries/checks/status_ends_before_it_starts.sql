-- Which statuses end before they start?
--
-- Parameters: none
-- Grain: one row a status that can hold on no day
-- Severity: fault
-- Remedy: Correct from_date or until_date; until_date is the first day on which it no longer holds.
select
    'statuses' as table_name,
    line,
    'until_date' as column_name,
    until_date as value,
    'ends on or before the day it starts (' || coalesce(from_date, attested_from) || ')' as reason
from statuses
where
    possible_until <= possible_from
    or last_day_of(attested_until) < first_day(attested_from)
    or possible_until <= first_day(attested_from)
order by line
