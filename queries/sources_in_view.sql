-- How many sources stand behind the meetings in view, by grade?
--
-- Parameters: those of filtered_events.sql, and
--     $state: held; null means meetings of any status
-- Grain: one row a grade that occurs
-- Counts: distinct sources that support a meeting in view, itself or one of its fields
with found as (
    select distinct unnest(filtered_events.source_rowids) as source_rowid
    from filtered_events
    where $state is null or filtered_events.is_held
)

select
    sources.grade,
    count(*) as sources
from found
inner join sources on found.source_rowid = sources.rowid
group by sources.grade
order by sources.grade
