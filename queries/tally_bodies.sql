-- Which number stands for which body in counts, and what do filters look at in it?
--
-- Parameters: none
-- Grain: one row a body; its number is the rowid; founded is the year of its founding or else of its organization's, 0 where
--     neither is known
-- Counts: nothing
select
    bodies.rowid as number,
    bodies.body_id,
    bodies.parent_body_id,
    bodies.organization_id,
    bodies.pillar_id,
    bodies.level,
    organizations.kind = 'national' as is_national,
    coalesce(year(first_day(coalesce(bodies.founded, organizations.founded))), 0) as founded
from bodies
inner join organizations on bodies.organization_id = organizations.organization_id
order by number
