-- Which cities and areas have no point, or half of one?
--
-- Parameters: none
-- Grain: one row a place
-- Severity: fault
-- Remedy: Give latitude and longitude from a named source.
select
    'places' as table_name,
    line,
    case when latitude is null then 'latitude' else 'longitude' end as column_name,
    '' as value,
    'is empty for ' || name || ', which is of the kind ' || kind as reason
from places
where
    (kind in ('city', 'area') and (latitude is null or longitude is null))
    or (latitude is null) != (longitude is null)
order by line
