-- Which invented documents are there?
--
-- Parameters: none
-- Grain: one row a document, adopted by one meeting in six
-- Counts: nothing
select
    'document-' || events.event_id as document_id,
    'Declaration ' || cast(floor(5000 * chance(events.event_id, 'name')) as bigint) as name,
    'declaration' as kind,
    events.start_date as adopted_date,
    bodies.organization_id,
    bodies.pillar_id
from events
inner join bodies on events.body_id = bodies.body_id
where events.status = 'held' and chance(events.event_id, 'document') < 0.16
order by document_id
