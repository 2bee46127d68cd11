-- Which bodies are there, and which bodies do they include?
--
-- Parameters: none
-- Grain: one row a body
-- Counts: sub_body_ids are the ids of the body and of all below it, with spaces between
select
    bodies.body_id,
    bodies.organization_id,
    bodies.parent_body_id,
    bodies.pillar_id,
    bodies.name,
    bodies.name_indonesian,
    bodies.acronym,
    bodies.acronym_indonesian,
    string_agg(body_tree.body_id, ' ' order by body_tree.depth, body_tree.body_id) as sub_body_ids
from bodies
inner join body_tree on bodies.body_id = body_tree.ancestor_id
group by
    bodies.body_id, bodies.organization_id, bodies.parent_body_id, bodies.pillar_id, bodies.name, bodies.name_indonesian,
    bodies.acronym, bodies.acronym_indonesian
order by bodies.name, bodies.body_id
