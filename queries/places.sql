-- Which cities and areas are there?
--
-- Parameters: none
-- Grain: one row a place, by name
-- Counts: nothing
select
    places.place_id,
    places.kind,
    places.name,
    places.name_indonesian,
    places.country_id
from places
order by places.name, places.place_id
