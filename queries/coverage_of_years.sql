-- Of which years is how much of the numbered series in view known?
--
-- Parameters: those of events_by_filter.sql
-- Grain: one row a year that a numbered series in view spans, from its first number, known or not, to its last known one
-- Counts: series are the bodies whose meetings pass the filters by body, organization, pillar and level, so that a filter by
--     place, participant, topic or search makes no year thin; found are their distinct numbers whose first meeting held lies
--     in the year; missing are the numbers that must have met because a later one of the series did, spread evenly over the
--     years from the number before to the number after; before the first known number they are taken as one a year, not
--     before the body, or else its organization, was founded. A year is thin where at least as many are missing as found
with numbered as (
    select
        events_by_filter.body_id,
        events_by_filter.ordinal,
        min(events_by_filter.year) as year
    from events_by_filter
    where
        events_by_filter.is_held
        and events_by_filter.passes_bodies
        and events_by_filter.passes_organizations
        and events_by_filter.passes_national
        and events_by_filter.passes_pillars
        and events_by_filter.passes_levels
        and events_by_filter.ordinal is not null
        and events_by_filter.year is not null
    group by events_by_filter.body_id, events_by_filter.ordinal
),

steps as (
    select
        numbered.body_id,
        numbered.year,
        numbered.ordinal,
        coalesce(lag(numbered.ordinal) over series, 0) as ordinal_before,
        lag(numbered.year) over series as year_before
    from numbered
    window series as (partition by numbered.body_id order by numbered.ordinal)
),

spans as (
    select
        steps.ordinal - steps.ordinal_before - 1 as missing,
        greatest(steps.year, coalesce(steps.year_before, steps.year)) as last_year,
        least(
            steps.year,
            coalesce(
                steps.year_before,
                greatest(
                    steps.year - steps.ordinal + 1,
                    coalesce(year(first_day(coalesce(bodies.founded, organizations.founded))), 0)
                )
            )
        ) as first_year
    from steps
    inner join bodies on steps.body_id = bodies.body_id
    inner join organizations on bodies.organization_id = organizations.organization_id
),

shares as (
    select
        unnest(range(spans.first_year, spans.last_year + 1)) as year,
        spans.missing / (spans.last_year - spans.first_year + 1) as missing
    from spans
),

lacking as (
    select
        shares.year,
        round(round(sum(shares.missing), 9), 3) as missing
    from shares
    group by shares.year
),

known as (
    select
        numbered.year,
        count(*) as found
    from numbered
    group by numbered.year
)

select
    cast(lacking.year as integer) as year,
    coalesce(known.found, 0) as found,
    lacking.missing,
    lacking.missing > 0 and lacking.missing >= coalesce(known.found, 0) as is_thin
from lacking
left join known on lacking.year = known.year
order by lacking.year
