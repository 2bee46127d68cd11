-- What does a calendar tell of one meeting?
--
-- Parameters: $event_id, and $as_of: the day from which it is seen
-- Grain: one row; none where there is no such meeting. The columns that calendars use of events_in_order.sql, and day_known:
--     whether a source tells the first day
-- Counts: sources is the number of distinct pages that support the meeting
select
    events.event_id,
    events.body_id,
    bodies.name as body_name,
    bodies.name_indonesian as body_name_indonesian,
    bodies.acronym as body_acronym,
    bodies.acronym_indonesian as body_acronym_indonesian,
    organizations.name as organization_name,
    organizations.name_indonesian as organization_name_indonesian,
    organizations.acronym as organization_acronym,
    bodies.pillar_id,
    bodies.level,
    events.ordinal,
    events.ordinal_basis,
    events.name,
    events.name_indonesian,
    case
        when events.status = 'planned' and events.last_day < $as_of then 'announced'
        when events.status = 'planned' then 'upcoming'
        else events.status
    end as state,
    events.start_date,
    events.end_date,
    events.dates_basis,
    events.dates_cover,
    events.first_day,
    events.last_day,
    coalesce(length(events.start_date), 0) = 10 as day_known,
    events.mode,
    events.mode_basis,
    events.place_id,
    event_details.place_name,
    event_details.place_name_indonesian,
    event_details.country_id,
    countries.name as country_name,
    countries.name_indonesian as country_name_indonesian,
    events.venue,
    places.latitude,
    places.longitude,
    event_details.source_count as sources
from events
inner join bodies on events.body_id = bodies.body_id
inner join organizations on bodies.organization_id = organizations.organization_id
inner join event_details on events.event_id = event_details.event_id
left join countries on event_details.country_id = countries.country_id
left join places on events.place_id = places.place_id
where events.event_id = $event_id
order by events.event_id asc
