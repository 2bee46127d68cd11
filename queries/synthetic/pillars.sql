-- Which pillars are there?
--
-- Parameters: none
-- Grain: one row a pillar code of the schema
-- Counts: nothing
select
    pillar_id,
    'Pillar ' || position as name,
    'Pilar ' || position as name_indonesian,
    position
from (values ('apsc', 1), ('aec', 2), ('ascc', 3), ('cross', 4), ('none', 5)) as pillars (pillar_id, position)
order by pillar_id
