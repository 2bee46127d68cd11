-- How many meetings did each branch of the bodies hold: organization, lead pillar, body, sub-body?
--
-- Parameters: those of filtered_events.sql
-- Grain: one row a body of which it or a body below it held a meeting in view, those with most meetings first
-- Counts: held meetings; own are those of the body itself, meetings those of the branch: the body and all bodies below it of
--     the same organization and lead pillar. branch_of is the nearest body above of the same organization and lead pillar,
--     so that the branches of an organization and pillar add up to its meetings
with own as (
    select
        filtered_events.body_id,
        count(*) as meetings
    from filtered_events
    where filtered_events.is_held
    group by filtered_events.body_id
),

kin as (
    select
        body_tree.body_id,
        body_tree.ancestor_id,
        body_tree.depth
    from body_tree
    inner join bodies on body_tree.body_id = bodies.body_id
    inner join bodies as above
        on
            body_tree.ancestor_id = above.body_id
            and bodies.organization_id = above.organization_id
            and bodies.pillar_id = above.pillar_id
),

nearest as (
    select
        kin.body_id,
        kin.ancestor_id
    from kin
    where kin.depth > 0
    qualify row_number() over (partition by kin.body_id order by kin.depth) = 1
),

branches as (
    select
        kin.ancestor_id as body_id,
        sum(own.meetings) as meetings
    from own
    inner join kin on own.body_id = kin.body_id
    group by kin.ancestor_id
)

select
    bodies.body_id,
    nearest.ancestor_id as branch_of,
    bodies.organization_id,
    bodies.pillar_id,
    bodies.name,
    bodies.name_indonesian,
    bodies.acronym,
    bodies.acronym_indonesian,
    organizations.name as organization_name,
    organizations.name_indonesian as organization_name_indonesian,
    organizations.acronym as organization_acronym,
    coalesce(own.meetings, 0) as own,
    cast(branches.meetings as bigint) as meetings
from branches
inner join bodies on branches.body_id = bodies.body_id
inner join organizations on bodies.organization_id = organizations.organization_id
left join nearest on branches.body_id = nearest.body_id
left join own on branches.body_id = own.body_id
order by meetings desc, bodies.body_id asc
