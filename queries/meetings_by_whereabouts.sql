-- Where were the meetings held: in which cities and areas, in a country alone, online, or is it not known?
--
-- Parameters: those of filtered_events.sql, and
--     $most: how many cities and areas at the most, those of most meetings; null means all
--     $is_planned_shown: whether a row may have planned meetings alone
-- Grain: one row a place; one a country of which the city is not known; one for online, one for unknown; each with at least
--     one meeting, held or planned
-- Counts: places first, those of most meetings first; places is their number, listed or not; meetings are held ones;
--     planned ones (announced or upcoming) stand beside them and are in no other column; first_date and last_date are the
--     first days of the first and the latest meeting as far as sources tell them; body_ids are the three bodies that met
--     there most, joined by spaces
with located as (
    select
        filtered_events.whereabouts,
        case when filtered_events.whereabouts != 'online' then filtered_events.venue_country_id end as country_id,
        filtered_events.body_id,
        filtered_events.pillar_id,
        filtered_events.level,
        filtered_events.mode,
        filtered_events.start_date,
        filtered_events.is_held
    from filtered_events
    where filtered_events.is_held or filtered_events.is_announced or filtered_events.is_upcoming
),

counted as (
    select
        located.whereabouts,
        located.country_id,
        count(*) filter (where located.is_held) as meetings,
        count(*) filter (where not located.is_held) as planned,
        count(*) filter (where located.is_held and located.mode = 'hybrid') as hybrid,
        count(distinct located.body_id) filter (where located.is_held) as bodies,
        min(located.start_date) filter (where located.is_held) as first_date,
        max(located.start_date) filter (where located.is_held) as last_date,
        count(*) filter (where located.is_held and located.pillar_id = 'apsc') as pillar_apsc,
        count(*) filter (where located.is_held and located.pillar_id = 'aec') as pillar_aec,
        count(*) filter (where located.is_held and located.pillar_id = 'ascc') as pillar_ascc,
        count(*) filter (where located.is_held and located.pillar_id = 'cross') as pillar_cross,
        count(*) filter (where located.is_held and located.pillar_id = 'none') as pillar_none,
        count(*) filter (where located.is_held and located.level = 'summit') as level_summit,
        count(*) filter (where located.is_held and located.level = 'ministerial') as level_ministerial,
        count(*) filter (where located.is_held and located.level = 'senior_official') as level_senior_official,
        count(*) filter (where located.is_held and located.level = 'committee') as level_committee,
        count(*) filter (where located.is_held and located.level = 'working_group') as level_working_group,
        count(*) filter (where located.is_held and located.level = 'forum') as level_forum,
        count(*) filter (where located.is_held and located.level = 'other') as level_other
    from located
    group by located.whereabouts, located.country_id
),

listed as (
    select
        counted.*,
        counted.whereabouts in ('country_only', 'online', 'unknown') as is_without_place,
        count(*) over (partition by is_without_place) as places
    from counted
    where counted.meetings > 0 or $is_planned_shown
    qualify
        is_without_place
        or $most is null
        or row_number() over (
            partition by is_without_place
            order by counted.meetings desc, counted.whereabouts asc
        ) <= $most
),

by_body as (
    select
        located.whereabouts,
        located.country_id,
        located.body_id,
        row_number() over (
            partition by located.whereabouts, located.country_id
            order by count(*) desc, located.body_id asc
        ) as place_in_line
    from located
    where located.is_held and located.whereabouts in (select listed.whereabouts from listed)
    group by located.whereabouts, located.country_id, located.body_id
),

most as (
    select
        by_body.whereabouts,
        coalesce(by_body.country_id, '') as country_id,
        string_agg(by_body.body_id, ' ' order by by_body.place_in_line) as body_ids
    from by_body
    where by_body.place_in_line <= 3
    group by by_body.whereabouts, coalesce(by_body.country_id, '')
)

select
    listed.*,
    coalesce(most.body_ids, '') as body_ids,
    places.kind,
    places.name,
    places.name_indonesian,
    places.latitude,
    places.longitude,
    countries.name as country_name,
    countries.name_indonesian as country_name_indonesian
from listed
left join most
    on listed.whereabouts = most.whereabouts and coalesce(listed.country_id, '') = most.country_id
left join places on listed.whereabouts = places.place_id
left join countries on listed.country_id = countries.country_id
order by listed.is_without_place asc, listed.meetings desc, listed.whereabouts asc, listed.country_id asc
