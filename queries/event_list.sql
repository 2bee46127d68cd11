-- Which meetings are in the view, with what a table or an export says of each?
--
-- Parameters: those of filtered_events.sql, and
--     $most: how many meetings at the most of each state (held, announced, upcoming): the latest held and announced ones,
--         the next upcoming ones, seen from $as_of; null means all
-- Grain: one row a meeting of any status
-- Counts: is_held rows are the count in view; sources is the number of distinct pages that support the meeting
with nearest as (
    select filtered_events.event_id
    from filtered_events
    qualify
        $most is null
        or row_number() over (
            partition by filtered_events.is_held, filtered_events.is_announced, filtered_events.is_upcoming
            order by
                case
                    when filtered_events.is_upcoming then filtered_events.first_day - $as_of
                    else $as_of - filtered_events.first_day
                end,
                filtered_events.event_id
        ) <= $most
)

select
    filtered_events.event_id,
    filtered_events.ordinal,
    filtered_events.ordinal_basis,
    filtered_events.name,
    filtered_events.name_indonesian,
    filtered_events.body_id,
    bodies.name as body_name,
    bodies.name_indonesian as body_name_indonesian,
    bodies.acronym as body_acronym,
    bodies.acronym_indonesian as body_acronym_indonesian,
    filtered_events.organization_id,
    filtered_events.pillar_id,
    filtered_events.start_date,
    filtered_events.end_date,
    filtered_events.dates_basis,
    filtered_events.dates_cover,
    filtered_events.first_day,
    filtered_events.last_day,
    filtered_events.mode,
    filtered_events.mode_basis,
    filtered_events.venue,
    filtered_events.place_id,
    event_details.place_name,
    event_details.place_name_indonesian,
    countries.country_id,
    countries.name as country_name,
    countries.name_indonesian as country_name_indonesian,
    filtered_events.is_held,
    filtered_events.is_announced,
    filtered_events.is_upcoming,
    coalesce(filtered_events.first_day > edition.data_until, false) as is_after_sources,
    filtered_events.status,
    event_details.source_count as sources
from nearest
inner join filtered_events on nearest.event_id = filtered_events.event_id
inner join bodies on filtered_events.body_id = bodies.body_id
inner join event_details on filtered_events.event_id = event_details.event_id
cross join edition
left join countries on event_details.country_id = countries.country_id
order by filtered_events.first_day desc, filtered_events.event_id asc
