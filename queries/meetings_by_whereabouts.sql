-- Where were the meetings held: in which cities and areas, in a country alone, online, or is it not known?
--
-- Parameters: those of filtered_events.sql, and
--     $most: how many cities and areas at the most, those of most meetings; null means all
--     $is_planned_shown: whether planned meetings are counted and a row may have planned ones alone
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
    where filtered_events.is_held or ($is_planned_shown and (filtered_events.is_announced or filtered_events.is_upcoming))
),

ranked as (
    select
        located.whereabouts,
        located.whereabouts in ('country_only', 'online', 'unknown') as is_without_place,
        count(*) over (partition by is_without_place) as places,
        row_number() over (
            partition by is_without_place
            order by count(*) filter (where located.is_held) desc, located.whereabouts asc
        ) as place_in_line
    from located
    group by located.whereabouts
),

listed as materialized (
    select
        ranked.whereabouts,
        ranked.is_without_place,
        ranked.places
    from ranked
    where ranked.is_without_place or $most is null or ranked.place_in_line <= $most
),

counted as (
    select
        located.whereabouts,
        located.country_id,
        count(*) filter (where located.is_held) as meetings,
        count(*) filter (where not located.is_held) as planned,
        count(*) filter (where located.is_held and located.mode = 'hybrid') as hybrid,
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
    where located.whereabouts in (select listed.whereabouts from listed)
    group by located.whereabouts, located.country_id
),

by_body as (
    select
        located.whereabouts,
        located.country_id,
        located.body_id,
        count(*) as meetings
    from located
    where located.is_held and located.whereabouts in (select listed.whereabouts from listed)
    group by located.whereabouts, located.country_id, located.body_id
),

most as (
    select
        by_body.whereabouts,
        by_body.country_id,
        count(*) as bodies,
        min(row(-by_body.meetings, by_body.body_id), 3) as first_three
    from by_body
    group by by_body.whereabouts, by_body.country_id
)

select
    counted.*,
    coalesce(most.bodies, 0) as bodies,
    coalesce(array_to_string(list_transform(most.first_three, lambda body: body[2]), ' '), '') as body_ids,
    listed.is_without_place,
    listed.places,
    places.kind,
    places.name,
    places.name_indonesian,
    places.latitude,
    places.longitude,
    countries.name as country_name,
    countries.name_indonesian as country_name_indonesian
from counted
inner join listed on counted.whereabouts = listed.whereabouts
left join most
    on counted.whereabouts = most.whereabouts and counted.country_id is not distinct from most.country_id
left join places on counted.whereabouts = places.place_id
left join countries on counted.country_id = countries.country_id
order by listed.is_without_place asc, counted.meetings desc, counted.whereabouts asc, counted.country_id asc
