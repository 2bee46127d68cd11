-- Which ordinals does a body use twice?
--
-- Parameters: none
-- Grain: one row a meeting whose number an earlier line of the same body has; cancelled and postponed ones may lend theirs
-- Severity: fault
-- Remedy: Correct one of the ordinals, or join the two rows.
with numbered as (
    select
        line,
        event_id,
        body_id,
        ordinal,
        first_value(event_id) over (partition by body_id, ordinal order by line) as first_event_id
    from events
    where ordinal is not null and status not in ('cancelled', 'postponed')
)

select
    'events' as table_name,
    line,
    'ordinal' as column_name,
    ordinal as value,
    body_id || ' has this number already: ' || first_event_id as reason
from numbered
where event_id != first_event_id
order by line
