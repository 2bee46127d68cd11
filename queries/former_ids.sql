-- Which records had another id before?
--
-- Parameters: none
-- Grain: one row a former id: the kind of its record, the former id and the present one
-- Counts: nothing
select
    aliases.kind,
    aliases.old_id,
    aliases.new_id
from aliases
order by aliases.kind, aliases.old_id
