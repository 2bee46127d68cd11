-- Which bodies are in the view, and how many meetings did each hold?
--
-- Parameters: those of filtered_events.sql
-- Grain: one row a body that the filters of body, organization, pillar and level let pass (pillar: the body's own),
--     whether or not it met; national coordination is left out unless its organization or body is named
-- Counts: meetings held in view of the body itself; with_sub_bodies those of the body and of all below it
with own as (
    select
        filtered_events.body_id,
        count(*) as meetings
    from filtered_events
    where filtered_events.is_held
    group by filtered_events.body_id
),

below as (
    select
        body_tree.ancestor_id as body_id,
        sum(own.meetings) as meetings
    from body_tree
    inner join own on body_tree.body_id = own.body_id
    group by body_tree.ancestor_id
)

select
    bodies.body_id,
    bodies.parent_body_id,
    bodies.name,
    bodies.name_indonesian,
    bodies.acronym,
    bodies.acronym_indonesian,
    bodies.level,
    bodies.pillar_id,
    organizations.organization_id,
    organizations.name as organization_name,
    organizations.name_indonesian as organization_name_indonesian,
    organizations.acronym as organization_acronym,
    coalesce(own.meetings, 0) as meetings,
    coalesce(below.meetings, 0) as with_sub_bodies
from bodies
inner join organizations on bodies.organization_id = organizations.organization_id
left join own on bodies.body_id = own.body_id
left join below on bodies.body_id = below.body_id
where
    (len($organizations) = 0 or list_contains($organizations, bodies.organization_id))
    and (len($pillars) = 0 or list_contains($pillars, bodies.pillar_id))
    and (len($levels) = 0 or list_contains($levels, bodies.level))
    and (
        len($bodies) = 0
        or list_contains($bodies, bodies.body_id)
        or (
            not $is_without_sub_bodies
            and exists (
                select 1
                from body_tree
                where body_tree.body_id = bodies.body_id and list_contains($bodies, body_tree.ancestor_id)
            )
        )
    )
    and (organizations.kind != 'national' or len($organizations) > 0 or len($bodies) > 0)
order by organizations.matrix_position asc nulls last, organizations.name asc, bodies.name asc, bodies.body_id asc
