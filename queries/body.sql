-- Which body is this, of what is it part, and of which organization?
--
-- Parameters: $body_id
-- Grain: one row, none where the edition knows no such body
-- Counts: nothing
select
    bodies.body_id,
    bodies.name,
    bodies.name_indonesian,
    bodies.name_indonesian_basis,
    bodies.acronym,
    bodies.acronym_indonesian,
    bodies.level,
    bodies.pillar_id,
    bodies.founded,
    bodies.parent_body_id,
    parents.name as parent_name,
    parents.name_indonesian as parent_name_indonesian,
    organizations.organization_id,
    organizations.name as organization_name,
    organizations.name_indonesian as organization_name_indonesian,
    organizations.acronym as organization_acronym,
    organizations.kind as organization_kind
from bodies
inner join organizations on bodies.organization_id = organizations.organization_id
left join bodies as parents on bodies.parent_body_id = parents.body_id
where bodies.body_id = $body_id
order by bodies.body_id
