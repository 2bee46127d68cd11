-- Under which names and acronyms is each body looked up?
--
-- Parameters: none
-- Grain: one row a body and name, acronym, alias or id
-- Counts: nothing
select
    bodies.body_id,
    bodies.body_id as name
from bodies
union
select
    bodies.body_id,
    bodies.name
from bodies
union
select
    bodies.body_id,
    bodies.name_indonesian
from bodies
where bodies.name_indonesian is not null
union
select
    bodies.body_id,
    bodies.acronym
from bodies
where bodies.acronym is not null
union
select
    bodies.body_id,
    bodies.acronym_indonesian
from bodies
where bodies.acronym_indonesian is not null
union
select
    body_names.body_id,
    body_names.name
from body_names
union
select
    aliases.new_id as body_id,
    aliases.old_id as name
from aliases
where aliases.kind = 'body'
order by body_id, name
