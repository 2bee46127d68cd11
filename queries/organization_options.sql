-- Which organizations can be chosen, and how many meetings would each leave in the view?
--
-- Parameters: those of filtered_events.sql; the caller passes the view without its own choice of organizations
-- Grain: one row an organization that has a body
-- Counts: held meetings of the organization's bodies
select
    organizations.organization_id,
    organizations.name,
    organizations.name_indonesian,
    organizations.acronym,
    organizations.kind,
    count(filtered_events.event_id) filter (where filtered_events.is_held) as meetings
from organizations
inner join bodies on organizations.organization_id = bodies.organization_id
left join filtered_events on bodies.body_id = filtered_events.body_id
group by
    organizations.organization_id, organizations.name, organizations.name_indonesian, organizations.acronym,
    organizations.kind
order by meetings desc, organizations.organization_id asc
