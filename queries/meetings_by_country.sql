-- In which countries and areas were the meetings held?
--
-- Parameters: those of filtered_events.sql
-- Grain: one row a country with at least one meeting, held or planned, in one of its cities or known by the country alone
-- Counts: meetings are held ones, online ones not among them; planned ones (announced or upcoming) stand beside them;
--     places are cities and areas with at least one meeting held; first_date and last_date are those of the first and the
--     latest
select
    countries.country_id,
    countries.name,
    countries.name_indonesian,
    count(*) filter (where filtered_events.is_held) as meetings,
    count(*) filter (where filtered_events.is_announced or filtered_events.is_upcoming) as planned,
    count(distinct filtered_events.place_id) filter (where filtered_events.is_held) as places,
    count(distinct filtered_events.body_id) filter (where filtered_events.is_held) as bodies,
    count(*) filter (where filtered_events.is_held and filtered_events.whereabouts = 'country_only') as country_only,
    min(filtered_events.start_date) filter (where filtered_events.is_held) as first_date,
    max(filtered_events.start_date) filter (where filtered_events.is_held) as last_date
from filtered_events
inner join countries on filtered_events.venue_country_id = countries.country_id
where
    filtered_events.mode != 'virtual'
    and (filtered_events.is_held or filtered_events.is_announced or filtered_events.is_upcoming)
group by countries.country_id, countries.name, countries.name_indonesian
order by meetings desc, countries.name asc
