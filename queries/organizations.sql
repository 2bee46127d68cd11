-- Which organizations are there?
--
-- Parameters: none
-- Grain: one row an organization that has a body
-- Counts: nothing
select
    organizations.organization_id,
    organizations.name,
    organizations.name_indonesian,
    organizations.acronym
from organizations
where
    exists (
        select 1 from bodies
        where bodies.organization_id = organizations.organization_id
    )
order by organizations.organization_id
