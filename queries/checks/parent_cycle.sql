-- Which bodies stand above themselves?
--
-- Parameters: none
-- Grain: one row a body on a cycle of parents
-- Severity: fault
-- Remedy: Correct parent_body_id of one of the bodies on the cycle.
with recursive above as (
    select
        body_id,
        parent_body_id as ancestor_id
    from bodies
    where parent_body_id is not null
    union
    select
        above.body_id,
        bodies.parent_body_id as ancestor_id
    from above
    inner join bodies on above.ancestor_id = bodies.body_id
    where bodies.parent_body_id is not null
)

select
    'bodies' as table_name,
    bodies.line,
    'parent_body_id' as column_name,
    bodies.parent_body_id as value,
    bodies.body_id || ' stands above itself by its parents' as reason
from above
inner join bodies on above.body_id = bodies.body_id
where above.body_id = above.ancestor_id
order by bodies.line
