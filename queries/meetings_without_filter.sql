-- How many meetings would be in the view without each of its filters?
--
-- Parameters: those of events_by_filter.sql
-- Grain: one row
-- Counts: held meetings that pass every filter but the named one; national coordination comes in only by its organization
--     where no body is chosen any more
with judged as (
    select
        events_by_filter.*,
        cast(not events_by_filter.passes_years as integer)
        + cast(not events_by_filter.passes_bodies as integer)
        + cast(not events_by_filter.passes_organizations as integer)
        + cast(not events_by_filter.passes_pillars as integer)
        + cast(not events_by_filter.passes_levels as integer)
        + cast(not events_by_filter.passes_countries as integer)
        + cast(not events_by_filter.passes_places as integer)
        + cast(not events_by_filter.passes_participants as integer)
        + cast(not events_by_filter.passes_modes as integer)
        + cast(not events_by_filter.passes_topics as integer)
        + cast(not events_by_filter.passes_search as integer) as failed,
        not events_by_filter.is_national or len($bodies) > 0 as is_in_without_organizations,
        not events_by_filter.is_national
        or list_contains($organizations, events_by_filter.organization_id) as is_in_without_bodies
    from events_by_filter
    where events_by_filter.is_held
),

near as (
    select *
    from judged
    where judged.failed <= 1
)

select
    count(*) filter (where near.passes_national and (near.failed = 0 or not near.passes_years)) as years,
    count(*) filter (
        where near.is_in_without_bodies and (near.failed = 0 or not near.passes_bodies)
    ) as bodies,
    count(*) filter (
        where near.is_in_without_organizations and (near.failed = 0 or not near.passes_organizations)
    ) as organizations,
    count(*) filter (where near.passes_national and (near.failed = 0 or not near.passes_pillars)) as pillars,
    count(*) filter (where near.passes_national and (near.failed = 0 or not near.passes_levels)) as levels,
    count(*) filter (
        where near.passes_national and (near.failed = 0 or not near.passes_countries)
    ) as countries,
    count(*) filter (where near.passes_national and (near.failed = 0 or not near.passes_places)) as places,
    count(*) filter (
        where near.passes_national and (near.failed = 0 or not near.passes_participants)
    ) as participants,
    count(*) filter (where near.passes_national and (near.failed = 0 or not near.passes_modes)) as modes,
    count(*) filter (where near.passes_national and (near.failed = 0 or not near.passes_topics)) as topics,
    count(*) filter (where near.passes_national and (near.failed = 0 or not near.passes_search)) as search
from near
order by years
