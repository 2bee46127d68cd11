-- Of which bodies is no meeting known to be held?
--
-- Parameters: none
-- Grain: one row a body; national coordination is left out
-- Counts: nothing; bodies that act without sitting, such as a secretariat, are among them
select
    bodies.body_id,
    bodies.name,
    bodies.name_indonesian,
    bodies.acronym,
    bodies.acronym_indonesian
from bodies
inner join organizations on bodies.organization_id = organizations.organization_id
where
    organizations.kind != 'national'
    and not exists (
        select 1
        from events
        where events.body_id = bodies.body_id and events.status = 'held'
    )
order by bodies.body_id
