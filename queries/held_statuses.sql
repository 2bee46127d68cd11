-- Who holds which status on a day, since when and by which act?
--
-- Parameters: those of statuses_on_day.sql, and
--     $participants, $organizations: ids; empty means any
-- Grain: one row a status that holds certainly or possibly on that day, in any organization
-- Counts: sources are distinct pages that support the row, conflicts are points about it on which sources disagree
select
    statuses_on_day.status_id,
    statuses_on_day.participant_id,
    participants.kind,
    participants.name,
    coalesce(participants.name_indonesian, countries.name_indonesian) as name_indonesian,
    statuses_on_day.organization_id,
    organizations.name as organization_name,
    organizations.name_indonesian as organization_name_indonesian,
    organizations.acronym as organization_acronym,
    organizations.member_term,
    statuses_on_day.track,
    statuses_on_day.status,
    statuses_on_day.sought,
    statuses_on_day.from_date,
    statuses_on_day.until_date,
    statuses_on_day.attested_from,
    statuses_on_day.attested_until,
    statuses_on_day.basis,
    statuses_on_day.is_certain,
    (
        select count(distinct citations.source_id)
        from citations
        where
            citations.table_name = 'statuses'
            and citations.record_id = statuses_on_day.status_id
            and citations.stance = 'supports'
    ) as sources,
    (
        select count(*)
        from conflicts
        where conflicts.table_name = 'statuses' and conflicts.record_id = statuses_on_day.status_id
    ) as conflicts
from statuses_on_day
inner join participants on statuses_on_day.participant_id = participants.participant_id
inner join organizations on statuses_on_day.organization_id = organizations.organization_id
left join countries on participants.country_id = countries.country_id
where
    (len($participants) = 0 or list_contains($participants, statuses_on_day.participant_id))
    and (len($organizations) = 0 or list_contains($organizations, statuses_on_day.organization_id))
order by
    organizations.matrix_position asc nulls last,
    organizations.name asc,
    statuses_on_day.track desc,
    participants.name asc,
    statuses_on_day.status_id asc
