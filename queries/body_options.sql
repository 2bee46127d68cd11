-- Which bodies can be chosen, and how many meetings would each leave in the view?
--
-- Parameters: those of filtered_events.sql; the caller passes the view without its own choice of bodies
-- Grain: one row a body
-- Counts: held meetings of the body and all its sub-bodies
select
    bodies.body_id,
    bodies.organization_id,
    bodies.parent_body_id,
    bodies.pillar_id,
    bodies.name,
    bodies.name_indonesian,
    bodies.acronym,
    bodies.acronym_indonesian,
    count(filtered_events.event_id) filter (where filtered_events.is_held) as meetings
from bodies
inner join body_tree on bodies.body_id = body_tree.ancestor_id
left join filtered_events on body_tree.body_id = filtered_events.body_id
group by
    bodies.body_id, bodies.organization_id, bodies.parent_body_id, bodies.pillar_id, bodies.name,
    bodies.name_indonesian, bodies.acronym, bodies.acronym_indonesian
order by meetings desc, bodies.name asc
