-- Which meeting is this, of which body, when and where?
--
-- Parameters:
--     $event_id: the meeting
-- Grain: one row, none where the edition knows no such meeting
-- Counts: nothing
select
    events.event_id,
    events.ordinal,
    events.ordinal_basis,
    events.name,
    events.name_indonesian,
    events.start_date,
    events.end_date,
    events.dates_basis,
    events.dates_cover,
    events.first_day,
    events.last_day,
    events.year,
    events.mode,
    events.mode_basis,
    events.venue,
    events.status,
    events.note,
    bodies.body_id,
    bodies.name as body_name,
    bodies.name_indonesian as body_name_indonesian,
    bodies.acronym as body_acronym,
    bodies.acronym_indonesian as body_acronym_indonesian,
    bodies.level,
    bodies.pillar_id,
    organizations.organization_id,
    organizations.name as organization_name,
    organizations.name_indonesian as organization_name_indonesian,
    organizations.acronym as organization_acronym,
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
inner join organizations on bodies.organization_id = organizations.organization_id
inner join event_details on events.event_id = event_details.event_id
left join places on events.place_id = places.place_id
left join countries on event_details.country_id = countries.country_id
where events.event_id = $event_id
order by events.event_id
