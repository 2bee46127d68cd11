-- Which topics did the invented meetings have?
--
-- Parameters: none
-- Grain: one row a meeting and topic, two topics for one meeting in eight
-- Counts: nothing
select
    events.event_id,
    positions.position,
    case positions.position when 1 then 'agenda' else 'outcome' end as kind,
    'Topic ' || cast(floor(200 * chance(events.event_id || positions.position, 'subject') ** 2) as bigint) as topic
from events
cross join (values (1), (2)) as positions (position)
where chance(events.event_id, 'topics') < 0.125
order by events.event_id, positions.position
