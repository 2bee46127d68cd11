-- Which virtual meetings have a place or a country?
--
-- Parameters: none
-- Grain: one row a meeting
-- Severity: fault
-- Remedy: Empty it and keep the host as a participation, or make the mode hybrid if a source says so.
select
    'events' as table_name,
    line,
    case when place_id is null then 'country_id' else 'place_id' end as column_name,
    coalesce(place_id, country_id) as value,
    'is given for a virtual meeting, which has no place' as reason
from events
where mode = 'virtual' and (place_id is not null or country_id is not null)
order by line
