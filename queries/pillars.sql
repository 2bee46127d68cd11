-- Which pillars are there, in which order?
--
-- Parameters: none
-- Grain: one row a pillar
-- Counts: nothing
select
    pillars.pillar_id,
    pillars.name,
    pillars.name_indonesian
from pillars
order by pillars.position
