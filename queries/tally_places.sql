-- Which number stands for which city or area in counts, and where is it?
--
-- Parameters: none
-- Grain: one row a place; its number is the rowid
-- Counts: nothing
select
    places.rowid as number,
    places.place_id,
    places.name,
    places.name_indonesian,
    places.kind,
    places.longitude,
    places.latitude
from places
order by number
