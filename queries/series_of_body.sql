-- Which meetings of a body are there, one after the other?
--
-- Parameters: $body_id
-- Grain: one row a meeting of the body itself, of any status, the earliest first; numbered ones in the order of their
--     numbers where they have no date
-- Counts: nothing
select
    events.event_id,
    events.ordinal,
    events.name,
    events.name_indonesian,
    events.start_date,
    events.end_date,
    events.status,
    events.mode,
    bodies.name as body_name,
    bodies.name_indonesian as body_name_indonesian,
    bodies.acronym as body_acronym,
    bodies.acronym_indonesian as body_acronym_indonesian,
    event_details.place_name,
    event_details.place_name_indonesian,
    countries.name as country_name,
    countries.name_indonesian as country_name_indonesian
from events
inner join bodies on events.body_id = bodies.body_id
inner join event_details on events.event_id = event_details.event_id
left join countries on event_details.country_id = countries.country_id
where events.body_id = $body_id
order by events.first_day asc nulls last, events.ordinal asc nulls last, events.event_id asc
