-- Which codes may a link name?
--
-- Parameters: none
-- Grain: one row a code: kind (body, former_body, organization, pillar, year), the code and what it leads to now
-- Counts: nothing
select
    'body' as kind,
    bodies.body_id as code,
    bodies.body_id as present
from bodies
union all
select
    'former_body' as kind,
    aliases.old_id as code,
    aliases.new_id as present
from aliases
where aliases.kind = 'body'
union all
select
    'organization' as kind,
    organizations.organization_id as code,
    organizations.organization_id as present
from organizations
union all
select
    'pillar' as kind,
    pillars.pillar_id as code,
    pillars.pillar_id as present
from pillars
union all
select
    'year' as kind,
    cast(min(events.year) as text) as code,
    cast(max(events.year) as text) as present
from events
order by kind, code
