-- How many sources stand behind the meetings in view, by grade?
--
-- Parameters: those of filtered_events.sql, and
--     $state: held; null means meetings of any status
-- Grain: one row a grade that occurs
-- Counts: distinct sources that support a held meeting in view
select
    sources.grade,
    count(distinct sources.source_id) as sources
from filtered_events
inner join citations
    on
        citations.table_name = 'events'
        and filtered_events.event_id = citations.record_id
        and citations.stance = 'supports'
inner join sources on citations.source_id = sources.source_id
where $state is null or filtered_events.is_held
group by sources.grade
order by sources.grade
