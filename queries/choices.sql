-- How many meetings would each choice leave in the view?
--
-- Parameters: those of events_by_filter.sql, and
--     $most: how many places at the most, those of most meetings, beside those chosen; null means all
-- Grain: one row a filter and code with at least one meeting in the view, or that would have one if the filter chose
--     otherwise; the code of a meeting without a date or a country is empty
-- Counts: held meetings that pass every other filter, so that the choices of a filter do not hide each other; a body counts
--     without its sub-bodies, a body or organization of national coordination as if it were chosen; the lead pillar, and the
--     involved ones beside it where those count
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
        events_by_filter.participant_rowids,
        events_by_filter.topic_ids,
        events_by_filter.passes_organizations,
        events_by_filter.passes_national,
        events_by_filter.passes_pillars,
        events_by_filter.passes_participants,
        events_by_filter.passes_topics,
        events_by_filter.passes_search,
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
        case
            when not events_by_filter.passes_years then 'years'
            when not events_by_filter.passes_bodies then 'bodies'
            when not events_by_filter.passes_organizations then 'organizations'
            when not events_by_filter.passes_pillars then 'pillars'
            when not events_by_filter.passes_levels then 'levels'
            when not events_by_filter.passes_countries then 'countries'
            when not events_by_filter.passes_places then 'places'
            else 'modes'
        end as kept_out_by
    from events_by_filter
    where events_by_filter.is_held and failed <= 1
),

in_view as (
    select
        case
            when grouping(near.year) = 0 then 'years'
            when grouping(near.body_id) = 0 then 'bodies'
            when grouping(near.organization_id) = 0 then 'organizations'
            when grouping(near.pillar_id) = 0 then 'pillars'
            when grouping(near.level) = 0 then 'levels'
            when grouping(near.venue_country_id) = 0 then 'countries'
            when grouping(near.whereabouts) = 0 then 'places'
            else 'modes'
        end as filter,
        coalesce(
            cast(near.year as text),
            near.body_id,
            near.organization_id,
            near.pillar_id,
            near.level,
            near.venue_country_id,
            near.whereabouts,
            near.mode
        ) as code,
        count(*) as meetings,
        count(*) filter (where near.passes_national) as in_view
    from near
    where near.failed = 0
    group by
        grouping sets (
            (near.year),
            (near.body_id),
            (near.organization_id),
            (near.pillar_id),
            (near.level),
            (near.venue_country_id),
            (near.whereabouts),
            (near.mode)
        )
),

kept_out as (
    select
        near.kept_out_by as filter,
        case near.kept_out_by
            when 'years' then cast(near.year as text)
            when 'bodies' then near.body_id
            when 'organizations' then near.organization_id
            when 'pillars' then near.pillar_id
            when 'levels' then near.level
            when 'countries' then near.venue_country_id
            when 'places' then near.whereabouts
            when 'modes' then near.mode
        end as code,
        count(*) as meetings
    from near
    where
        near.failed = 1
        and near.passes_participants
        and near.passes_topics
        and near.passes_search
        and (near.passes_national or not near.passes_organizations)
    group by near.kept_out_by, code
),

taking_part as (
    select
        seats.participant_rowid,
        count(*) as meetings
    from (
        select unnest(near.participant_rowids) as participant_rowid
        from near
        where near.passes_national and (near.failed = 0 or not near.passes_participants)
    ) as seats
    group by seats.participant_rowid
),

subjects as (
    select
        named.topic_id,
        count(*) as meetings
    from (
        select unnest(near.topic_ids) as topic_id
        from near
        where near.passes_national and (near.failed = 0 or not near.passes_topics)
    ) as named
    group by named.topic_id
),

involved as (
    select
        several.pillar_id,
        count(*) as meetings
    from (
        select unnest(near.involved_pillar_ids) as pillar_id
        from near
        where
            $is_involvement_counted
            and near.passes_national
            and (near.failed = 0 or not near.passes_pillars)
    ) as several
    group by several.pillar_id
),

found as (
    select
        in_view.filter,
        in_view.code,
        case when in_view.filter in ('bodies', 'organizations') then in_view.meetings else in_view.in_view end as meetings
    from in_view
    union all
    select
        kept_out.filter,
        kept_out.code,
        kept_out.meetings
    from kept_out
    union all
    select
        'participants' as filter,
        participants.participant_id as code,
        taking_part.meetings
    from taking_part
    inner join participants on taking_part.participant_rowid = participants.rowid
    union all
    select
        'pillars' as filter,
        involved.pillar_id as code,
        involved.meetings
    from involved
    union all
    select
        'topics' as filter,
        subjects.topic_id as code,
        subjects.meetings
    from subjects
)

select
    found.filter,
    coalesce(found.code, '') as code,
    sum(found.meetings) as meetings
from found
group by found.filter, coalesce(found.code, '')
having sum(found.meetings) > 0
qualify
    found.filter != 'places'
    or $most is null
    or list_contains($places, coalesce(found.code, ''))
    or row_number() over (partition by found.filter order by sum(found.meetings) desc, coalesce(found.code, '') asc) <= $most
order by found.filter, code
