-- Which invented organizations are there?
--
-- Parameters: none
-- Grain: one row an organization: four that meet, and one of national coordination
-- Counts: nothing
select
    'organization-' || number as organization_id,
    'Organization ' || number as name,
    'Organisasi ' || number as name_indonesian,
    'translation' as name_indonesian_basis,
    'ORG' || number as acronym,
    case number when 1 then 'organization' when 5 then 'national' else 'forum' end as kind,
    'member' as member_term,
    cast(1967 + 10 * (number - 1) as text) as founded,
    case when number < 5 then number end as matrix_position
from range(1, 6) as numbers (number)
order by organization_id
