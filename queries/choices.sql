-- How many meetings would each choice leave in the view?
--
-- Parameters: those of events_by_filter.sql
-- Grain: one row a filter and code that occurs among meetings that at most one filter keeps out; the code of a meeting
--     without a date or a country is empty
-- Counts: held meetings that pass every other filter, so that the choices of a filter do not hide each other; a body counts
--     without its sub-bodies; the lead pillar, and the involved ones beside it where those count
with near as not materialized (
    select
        events_by_filter.year,
        events_by_filter.body_id,
        events_by_filter.organization_id,
        events_by_filter.pillar_id,
        events_by_filter.involved_pillar_ids,
        events_by_filter.level,
        events_by_filter.venue_country_id,
        events_by_filter.whereabouts,
        events_by_filter.mode,
        events_by_filter.participant_ids,
        events_by_filter.passes_years,
        events_by_filter.passes_bodies,
        events_by_filter.passes_organizations,
        events_by_filter.passes_national,
        events_by_filter.passes_pillars,
        events_by_filter.passes_levels,
        events_by_filter.passes_countries,
        events_by_filter.passes_places,
        events_by_filter.passes_participants,
        events_by_filter.passes_modes,
        cast(not events_by_filter.passes_years as integer)
        + cast(not events_by_filter.passes_bodies as integer)
        + cast(not events_by_filter.passes_organizations as integer)
        + cast(not events_by_filter.passes_pillars as integer)
        + cast(not events_by_filter.passes_levels as integer)
        + cast(not events_by_filter.passes_countries as integer)
        + cast(not events_by_filter.passes_places as integer)
        + cast(not events_by_filter.passes_participants as integer)
        + cast(not events_by_filter.passes_modes as integer)
        + cast(not events_by_filter.passes_search as integer) as failed
    from events_by_filter
    where events_by_filter.is_held and failed <= 1
),

counted as (
    select
        coalesce(cast(near.year as text), '') as year,
        near.body_id,
        near.organization_id,
        near.level,
        near.venue_country_id,
        near.whereabouts,
        near.mode,
        grouping(near.year) as is_not_years,
        grouping(near.body_id) as is_not_bodies,
        grouping(near.organization_id) as is_not_organizations,
        grouping(near.level) as is_not_levels,
        grouping(near.venue_country_id) as is_not_countries,
        grouping(near.whereabouts) as is_not_places,
        count(*) filter (where near.passes_national and (near.failed = 0 or not near.passes_years)) as by_year,
        count(*) filter (where near.failed = 0 or not near.passes_bodies) as by_body,
        count(*) filter (where near.failed = 0 or not near.passes_organizations) as by_organization,
        count(*) filter (where near.passes_national and (near.failed = 0 or not near.passes_levels)) as by_level,
        count(*) filter (where near.passes_national and (near.failed = 0 or not near.passes_countries)) as by_country,
        count(*) filter (where near.passes_national and (near.failed = 0 or not near.passes_places)) as by_place,
        count(*) filter (where near.passes_national and (near.failed = 0 or not near.passes_modes)) as by_mode
    from near
    group by
        grouping sets (
            (near.year),
            (near.body_id),
            (near.organization_id),
            (near.level),
            (near.venue_country_id),
            (near.whereabouts),
            (near.mode)
        )
)

select
    case
        when counted.is_not_years = 0 then 'years'
        when counted.is_not_bodies = 0 then 'bodies'
        when counted.is_not_organizations = 0 then 'organizations'
        when counted.is_not_levels = 0 then 'levels'
        when counted.is_not_countries = 0 then 'countries'
        when counted.is_not_places = 0 then 'places'
        else 'modes'
    end as filter,
    case
        when counted.is_not_years = 0 then counted.year
        else coalesce(
            counted.body_id,
            counted.organization_id,
            counted.level,
            counted.venue_country_id,
            counted.whereabouts,
            counted.mode,
            ''
        )
    end as code,
    case
        when counted.is_not_years = 0 then counted.by_year
        when counted.is_not_bodies = 0 then counted.by_body
        when counted.is_not_organizations = 0 then counted.by_organization
        when counted.is_not_levels = 0 then counted.by_level
        when counted.is_not_countries = 0 then counted.by_country
        when counted.is_not_places = 0 then counted.by_place
        else counted.by_mode
    end as meetings
from counted
union all
select
    case when several.is_pillar then 'pillars' else 'participants' end as filter,
    several.code,
    count(*) as meetings
from (
    select
        true as is_pillar,
        unnest(
            case
                when not near.passes_national or (near.failed = 1 and near.passes_pillars) then []
                when $is_involvement_counted then list_append(near.involved_pillar_ids, near.pillar_id)
                else [near.pillar_id]
            end
        ) as code
    from near
    union all
    select
        false as is_pillar,
        unnest(near.participant_ids) as code
    from near
    where near.passes_national and (near.failed = 0 or not near.passes_participants)
) as several
group by several.is_pillar, several.code
order by filter, code
