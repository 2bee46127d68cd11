-- In which country were most meetings held?
--
-- Parameters: those of filtered_events.sql
-- Grain: one row, none where no meeting in view was held in a known country
-- Counts: meetings are held ones, online ones not among them; of several countries with as many the first by name
with counted as (
    select
        filtered_events.venue_country_id,
        count(*) as meetings
    from filtered_events
    where filtered_events.is_held and filtered_events.mode != 'virtual' and filtered_events.venue_country_id is not null
    group by filtered_events.venue_country_id
)

select
    countries.country_id,
    countries.name,
    countries.name_indonesian,
    counted.meetings
from counted
inner join countries on counted.venue_country_id = countries.country_id
order by counted.meetings desc, countries.name asc
limit 1
