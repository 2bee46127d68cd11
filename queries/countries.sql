-- Which countries and areas are there?
--
-- Parameters: none
-- Grain: one row a country or area, whether or not a meeting was held there
-- Counts: nothing
select
    countries.country_id,
    countries.name,
    countries.name_indonesian
from countries
order by countries.name, countries.country_id
