-- For which times are the lists of the invented organizations complete?
--
-- Parameters: none
-- Grain: one row an organization that meets
-- Counts: nothing
select
    organization_id,
    'member' as standing,
    founded as complete_from
from organizations
where kind != 'national'
order by organization_id, standing, complete_from
