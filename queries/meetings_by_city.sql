-- In which cities were the meetings held?
--
-- Parameters: those of filtered_events.sql
-- Grain: one row a place with at least one meeting: its names, whether it is a city or an area, its point, its meetings
-- Counts: held meetings; virtual ones and those without a known city are not here
select
    places.place_id,
    places.name,
    places.name_indonesian,
    places.kind,
    places.longitude,
    places.latitude,
    count(*) as meetings
from filtered_events
inner join places on filtered_events.place_id = places.place_id
where filtered_events.is_held
group by
    places.place_id, places.name, places.name_indonesian, places.kind, places.longitude, places.latitude
order by meetings desc, places.name asc
