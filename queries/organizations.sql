-- Which organizations are there?
--
-- Parameters: none
-- Grain: one row an organization, whether or not it has a body that meets
-- Counts: nothing
select
    organizations.organization_id,
    organizations.name,
    organizations.name_indonesian,
    organizations.acronym,
    organizations.member_term,
    organizations.kind,
    organizations.convened_by,
    organizations.founded,
    organizations.matrix_position
from organizations
order by organizations.organization_id
