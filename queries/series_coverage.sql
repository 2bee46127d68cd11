-- Which numbers of each series are known?
--
-- Parameters: none
-- Grain: one row a body with at least one meeting held; national coordination is left out
-- Counts: meetings held, with or without a number; numbers are distinct; highest is the largest of them
select
    bodies.body_id,
    bodies.name,
    bodies.name_indonesian,
    bodies.acronym,
    bodies.acronym_indonesian,
    count(*) filter (where events.status = 'held') as meetings,
    count(distinct events.ordinal) filter (where events.status = 'held') as numbers,
    max(events.ordinal) filter (where events.status = 'held') as highest,
    string_agg(cast(events.ordinal as text), ' ' order by events.ordinal)
    filter (where events.status = 'held' and events.ordinal is not null) as known,
    min(events.year) filter (where events.status = 'held') as first_year,
    max(events.year) filter (where events.status = 'held') as last_year
from bodies
inner join organizations on bodies.organization_id = organizations.organization_id
inner join events on bodies.body_id = events.body_id
where organizations.kind != 'national'
group by bodies.body_id, bodies.name, bodies.name_indonesian, bodies.acronym, bodies.acronym_indonesian
having count(*) filter (where events.status = 'held') > 0
order by meetings desc, bodies.body_id asc
