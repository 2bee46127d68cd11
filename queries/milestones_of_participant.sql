-- Which dated facts about a participant fit neither a status nor a meeting?
--
-- Parameters: $participant_id
-- Grain: one row a milestone, the earliest first
-- Counts: sources are distinct pages that support it
select
    milestones.milestone_id,
    milestones.organization_id,
    milestones.kind,
    milestones.date,
    first_day(milestones.date) as first_day,
    milestones.summary,
    milestones.summary_indonesian,
    count(distinct citations.source_id) as sources,
    min(sources.url) filter (where sources.grade != 'mirror') as url,
    min(coalesce(sources.publisher, sources.host)) as source_name
from milestones
left join citations
    on
        citations.table_name = 'milestones'
        and milestones.milestone_id = citations.record_id
        and citations.stance = 'supports'
left join sources on citations.source_id = sources.source_id
where milestones.participant_id = $participant_id
group by
    milestones.milestone_id,
    milestones.organization_id,
    milestones.kind,
    milestones.date,
    milestones.summary,
    milestones.summary_indonesian
order by milestones.date asc nulls last, milestones.milestone_id asc
