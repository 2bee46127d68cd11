-- Of which bodies does a meeting held pass every filter of the view but that of the years?
--
-- Parameters: those of events_by_filter.sql
-- Grain: one row a body
-- Counts: nothing
select distinct events_by_filter.body_id
from events_by_filter
where
    events_by_filter.is_held
    and events_by_filter.passes_bodies
    and events_by_filter.passes_organizations
    and events_by_filter.passes_national
    and events_by_filter.passes_pillars
    and events_by_filter.passes_levels
    and events_by_filter.passes_countries
    and events_by_filter.passes_places
    and events_by_filter.passes_participants
    and events_by_filter.passes_modes
    and events_by_filter.passes_topics
    and events_by_filter.passes_search
order by events_by_filter.body_id
