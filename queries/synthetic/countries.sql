-- Which invented countries are there?
--
-- Parameters: none
-- Grain: one row a country; the codes are of those that the standard leaves to its users
-- Counts: nothing
select
    'X' || chr(65 + cast(number // 26 as integer)) || chr(65 + cast(number % 26 as integer)) as country_id,
    'Country ' || (number + 1) as name,
    'Negara ' || (number + 1) as name_indonesian
from range(60) as numbers (number)
order by country_id
