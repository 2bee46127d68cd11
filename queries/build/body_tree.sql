-- Which bodies stand above each body?
--
-- Parameters: none
-- Grain: one row a body and ancestor, each body with itself at depth 0
-- Counts: nothing
with recursive tree as (
    select
        bodies.body_id as ancestor_id,
        bodies.body_id,
        0 as depth
    from bodies
    union all
    select
        bodies.parent_body_id as ancestor_id,
        tree.body_id,
        tree.depth + 1 as depth
    from tree
    inner join bodies on tree.ancestor_id = bodies.body_id
    where bodies.parent_body_id is not null
)

select
    ancestor_id,
    body_id,
    depth
from tree
order by ancestor_id, depth, body_id
