-- Under which other names are the invented bodies looked up?
--
-- Parameters: none
-- Grain: one row an alias, about one for two bodies
-- Counts: nothing
select
    body_id,
    'Meeting of ' || name as name,
    'en' as language
from bodies
where chance(body_id, 'alias') < 0.5
order by body_id, name
