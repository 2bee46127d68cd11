-- Of which meetings in view is it recorded from where those who took part came?
--
-- Parameters: those of filtered_events.sql, and
--     $most: how many meetings at the most, the latest first
-- Grain: one row a meeting held in a known city or area of which participants of at least three countries are recorded
-- Counts: countries are distinct ones of participants in any role, the absent left out
with latest as (
    select
        filtered_events.event_id,
        filtered_events.body_id,
        filtered_events.ordinal,
        filtered_events.name,
        filtered_events.name_indonesian,
        filtered_events.start_date,
        filtered_events.first_day,
        filtered_events.country_count
    from filtered_events
    where filtered_events.is_held and filtered_events.place_id is not null and filtered_events.country_count >= 3
    order by filtered_events.first_day desc nulls last, filtered_events.event_id asc
    limit $most
)

select
    latest.event_id,
    latest.ordinal,
    latest.name,
    latest.name_indonesian,
    latest.start_date,
    bodies.name as body_name,
    bodies.name_indonesian as body_name_indonesian,
    bodies.acronym as body_acronym,
    bodies.acronym_indonesian as body_acronym_indonesian,
    latest.country_count as countries
from latest
inner join bodies on latest.body_id = bodies.body_id
order by latest.first_day desc nulls last, latest.event_id asc
