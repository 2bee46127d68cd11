-- What do tables and exports say of each meeting in a line?
--
-- Parameters: $as_of: the day it is seen from
-- Grain: one row a meeting of any status; number is its place in events
-- Counts: sources is the number of distinct pages that support the meeting; recorded_participants how many are recorded as
--     taking part, null where nobody is (then it is not known)
select
    events.rowid as number,
    events.event_id,
    events.ordinal,
    events.ordinal_basis,
    events.name,
    events.name_indonesian,
    events.body_id,
    bodies.name as body_name,
    bodies.name_indonesian as body_name_indonesian,
    bodies.acronym as body_acronym,
    bodies.acronym_indonesian as body_acronym_indonesian,
    event_details.organization_id,
    organizations.name as organization_name,
    organizations.name_indonesian as organization_name_indonesian,
    organizations.acronym as organization_acronym,
    event_details.pillar_id,
    event_details.level,
    events.start_date,
    events.end_date,
    events.dates_basis,
    events.dates_cover,
    events.first_day,
    events.last_day,
    events.mode,
    events.mode_basis,
    events.venue,
    events.place_id,
    event_details.place_name,
    event_details.place_name_indonesian,
    countries.country_id,
    countries.name as country_name,
    countries.name_indonesian as country_name_indonesian,
    places.latitude,
    places.longitude,
    events.status = 'held' as is_held,
    events.status = 'planned' and coalesce(events.last_day < $as_of, false) as is_announced,
    events.status = 'planned' and coalesce(events.last_day >= $as_of, true) as is_upcoming,
    coalesce(events.first_day > edition.data_until, false) as is_after_sources,
    events.status,
    case
        when events.status = 'planned' and events.last_day < $as_of then 'announced'
        when events.status = 'planned' then 'upcoming'
        else events.status
    end as state,
    events.note,
    event_details.source_count as sources,
    nullif(len(event_details.participant_rowids), 0) as recorded_participants
from events
inner join event_details on events.rowid = event_details.rowid
inner join bodies on events.body_id = bodies.body_id
inner join organizations on event_details.organization_id = organizations.organization_id
cross join edition
left join countries on event_details.country_id = countries.country_id
left join places on events.place_id = places.place_id
order by events.event_id
