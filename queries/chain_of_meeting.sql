-- Which meetings are linked to a meeting, and through each other to it?
--
-- Parameters: $event_id
-- Grain: one row a link between two meetings of the chain, followed in both directions: none where a source names no link
-- Counts: nothing; kind says what the first meeting is to the linked one
with recursive reached (event_id) as (
    select events.event_id
    from events
    where events.event_id = $event_id
    union
    select
        case
            when event_links.event_id = reached.event_id then event_links.linked_event_id else event_links.event_id
        end as event_id
    from reached
    inner join event_links on reached.event_id in (event_links.event_id, event_links.linked_event_id)
)

select
    event_links.event_id,
    event_links.linked_event_id,
    event_links.kind
from event_links
where event_links.event_id in (select reached.event_id from reached)
order by event_links.event_id, event_links.linked_event_id, event_links.kind
