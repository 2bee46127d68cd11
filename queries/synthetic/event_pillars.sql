-- In which invented meetings is a further pillar involved?
--
-- Parameters: none
-- Grain: one row a meeting of the first organization and pillar, one meeting in fifty
-- Counts: nothing
select
    events.event_id,
    case bodies.pillar_id when 'aec' then 'apsc' else 'aec' end as pillar_id
from events
inner join bodies on events.body_id = bodies.body_id
where bodies.organization_id = 'organization-1' and chance(events.event_id, 'pillar') < 0.02
order by events.event_id, pillar_id
