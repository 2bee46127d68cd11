-- By which other names is a body known?
--
-- Parameters: $body_id
-- Grain: one row a name
-- Counts: nothing
select
    body_names.name,
    body_names.language
from body_names
where body_names.body_id = $body_id
order by body_names.name
