-- From when to when did whom hold which status?
--
-- Parameters:
--     $participants, $organizations: ids; empty means any
-- Grain: one row a status, in any organization
-- Counts: the four days are those of data/README.md, "Time": certain from and until, possible from and until
select
    statuses.status_id,
    statuses.participant_id,
    participants.name,
    coalesce(participants.name_indonesian, countries.name_indonesian) as name_indonesian,
    statuses.organization_id,
    organizations.name as organization_name,
    organizations.name_indonesian as organization_name_indonesian,
    organizations.acronym as organization_acronym,
    organizations.member_term,
    statuses.track,
    statuses.status,
    statuses.sought,
    statuses.from_date,
    statuses.until_date,
    statuses.attested_from,
    statuses.attested_until,
    statuses.basis,
    statuses.certain_from,
    statuses.certain_until,
    statuses.possible_from,
    statuses.possible_until
from statuses
inner join participants on statuses.participant_id = participants.participant_id
inner join organizations on statuses.organization_id = organizations.organization_id
left join countries on participants.country_id = countries.country_id
where
    (len($participants) = 0 or list_contains($participants, statuses.participant_id))
    and (len($organizations) = 0 or list_contains($organizations, statuses.organization_id))
order by
    organizations.matrix_position asc nulls last,
    organizations.name asc,
    coalesce(statuses.possible_from, statuses.certain_from) asc nulls last,
    participants.name asc,
    statuses.track desc,
    statuses.status_id asc
