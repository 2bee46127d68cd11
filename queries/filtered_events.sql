-- Which meetings are in the view?
--
-- Parameters: those of events_by_filter.sql
-- Grain: one row a meeting of any status
-- Counts: figures count the rows with is_held; announced and upcoming ones are counted beside it
select events_by_filter.*
from events_by_filter
where
    events_by_filter.passes_years
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
order by events_by_filter.event_id
