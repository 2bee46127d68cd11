-- Which statuses has a participant held in an organization, one after the other?
--
-- Parameters: $participant_id, $organization_id
-- Grain: one row a status
-- Counts: sources is the number of distinct pages that support the row
select
    statuses.status_id,
    statuses.track,
    statuses.status,
    statuses.sought,
    statuses.from_date,
    statuses.until_date,
    count(distinct citations.source_id) as sources
from statuses
left join citations
    on
        citations.table_name = 'statuses'
        and statuses.status_id = citations.record_id
        and citations.stance = 'supports'
where statuses.participant_id = $participant_id and statuses.organization_id = $organization_id
group by
    statuses.status_id, statuses.track, statuses.status, statuses.sought, statuses.from_date, statuses.until_date
order by statuses.from_date, statuses.status_id
