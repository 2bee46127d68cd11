-- Which pillars can be chosen, and how many meetings would each leave in the view?
--
-- Parameters: those of filtered_events.sql; the caller passes the view without its own choice of pillars
-- Grain: one row a pillar
-- Counts: held meetings whose lead pillar it is
select
    pillars.pillar_id,
    pillars.name,
    pillars.name_indonesian,
    pillars.position,
    count(filtered_events.event_id) filter (where filtered_events.is_held) as meetings
from pillars
left join filtered_events on pillars.pillar_id = filtered_events.pillar_id
group by pillars.pillar_id, pillars.name, pillars.name_indonesian, pillars.position
order by pillars.position
