-- Which meetings does a search find?
--
-- Parameters: those of events_by_filter.sql
-- Grain: one row a meeting of any status that passes the search, by its number, whatever the other filters say
-- Counts: nothing
select events_by_filter.number
from events_by_filter
where events_by_filter.passes_search
order by events_by_filter.number
