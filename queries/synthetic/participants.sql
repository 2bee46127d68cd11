-- Which invented participants are there?
--
-- Parameters: none
-- Grain: one row a participant: a state for each country, and ten organizations
-- Counts: nothing
select
    country_id as participant_id,
    'state' as kind,
    name,
    name_indonesian,
    'translation' as name_indonesian_basis,
    country_id
from countries
union all
select
    'delegation-' || number as participant_id,
    'organization' as kind,
    'Delegation ' || number as name,
    'Delegasi ' || number as name_indonesian,
    'translation' as name_indonesian_basis,
    null as country_id
from range(1, 11) as numbers (number)
order by participant_id
