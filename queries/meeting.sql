-- Which meeting is this, and where was it?
--
-- Parameters:
--     $event_id: the meeting
-- Grain: one row, none where the edition knows no such meeting
-- Counts: nothing
select
    events.event_id,
    events.ordinal,
    events.name,
    events.name_indonesian,
    events.start_date,
    events.end_date,
    events.mode,
    events.venue,
    bodies.name as body_name,
    bodies.name_indonesian as body_name_indonesian,
    bodies.acronym as body_acronym,
    bodies.acronym_indonesian as body_acronym_indonesian,
    events.place_id,
    event_details.place_name,
    event_details.place_name_indonesian,
    countries.country_id,
    countries.name as country_name,
    countries.name_indonesian as country_name_indonesian,
    places.latitude,
    places.longitude
from events
inner join bodies on events.body_id = bodies.body_id
inner join event_details on events.event_id = event_details.event_id
left join places on events.place_id = places.place_id
left join countries on event_details.country_id = countries.country_id
where events.event_id = $event_id
order by events.event_id
