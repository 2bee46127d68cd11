-- Who chaired the meetings of a body?
--
-- Parameters: those of filtered_events.sql, and
--     $body_id
-- Grain: one row a meeting held in view of the body itself and a chair that a source names, the latest first
-- Counts: nothing
select
    filtered_events.event_id,
    filtered_events.ordinal,
    filtered_events.name,
    filtered_events.name_indonesian,
    filtered_events.start_date,
    bodies.name as body_name,
    bodies.name_indonesian as body_name_indonesian,
    bodies.acronym as body_acronym,
    bodies.acronym_indonesian as body_acronym_indonesian,
    participants.participant_id,
    participants.name as chair_name,
    coalesce(participants.name_indonesian, countries.name_indonesian) as chair_name_indonesian,
    participations.representative
from filtered_events
inner join bodies on filtered_events.body_id = bodies.body_id
inner join participations on filtered_events.event_id = participations.event_id
inner join participants on participations.participant_id = participants.participant_id
left join countries on participants.country_id = countries.country_id
where filtered_events.is_held and filtered_events.body_id = $body_id and participations.role = 'chair'
order by
    filtered_events.first_day desc nulls last,
    filtered_events.event_id asc,
    participants.name asc,
    participations.representative asc
