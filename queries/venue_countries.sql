-- In which countries and areas has a meeting been held?
--
-- Parameters: none
-- Grain: one row a country of the place, or where only the country is known, of the meeting
-- Counts: nothing
select distinct
    countries.country_id,
    countries.name,
    countries.name_indonesian
from countries
inner join event_details on countries.country_id = event_details.country_id
order by countries.name, countries.country_id
