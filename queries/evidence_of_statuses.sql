-- Which pages stand behind the statuses of a participant in an organization, and which say otherwise?
--
-- Parameters: $participant_id, $organization_id
-- Grain: one row a citation of such a status
-- Counts: nothing; better grades first
select
    statuses.status_id,
    citations.stance,
    citations.field,
    citations.claimed_value,
    citations.note,
    sources.source_id,
    sources.title,
    sources.publisher,
    sources.host,
    sources.url,
    sources.file,
    sources.language,
    sources.published,
    sources.accessed,
    sources.grade
from statuses
inner join citations on citations.table_name = 'statuses' and statuses.status_id = citations.record_id
inner join sources on citations.source_id = sources.source_id
where statuses.participant_id = $participant_id and statuses.organization_id = $organization_id
order by
    statuses.from_date asc,
    statuses.status_id asc,
    citations.stance desc,
    case sources.grade when 'official' then 1 when 'press' then 2 when 'reference' then 3 else 4 end,
    sources.source_id asc,
    citations.field asc,
    citations.claimed_value asc
