-- Which pillars does a source name as involved in a meeting, besides that of its body?
--
-- Parameters: $event_id
-- Grain: one row a pillar
-- Counts: nothing
select
    event_pillars.pillar_id,
    pillars.name,
    pillars.name_indonesian
from event_pillars
inner join pillars on event_pillars.pillar_id = pillars.pillar_id
where event_pillars.event_id = $event_id
order by pillars.position
