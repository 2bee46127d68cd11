-- Of which meetings in view is it recorded from where those who took part came?
--
-- Parameters: those of filtered_events.sql, and
--     $most: how many meetings at the most, the latest first
-- Grain: one row a meeting held in a known city or area of which participants of at least three countries are recorded
-- Counts: countries are distinct ones of participants in any role, the absent left out
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
    filtered_events.country_count as countries
from filtered_events
inner join bodies on filtered_events.body_id = bodies.body_id
where filtered_events.is_held and filtered_events.place_id is not null and filtered_events.country_count >= 3
order by filtered_events.first_day desc nulls last, filtered_events.event_id asc
limit $most
