-- Which meetings have both a place and a country?
--
-- Parameters: none
-- Grain: one row a meeting
-- Severity: fault
-- Remedy: Empty country_id: the place has its own.
select
    'events' as table_name,
    line,
    'country_id' as column_name,
    country_id as value,
    'is given beside place_id (' || place_id || ')' as reason
from events
where place_id is not null and country_id is not null
order by line
