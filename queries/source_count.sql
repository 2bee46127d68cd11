-- How many sources are in the view?
--
-- Parameters: those of filtered_events.sql, and
--     $is_filtered: whether only sources of meetings in view are asked for; else every source is there
-- Grain: one row
-- Counts: the rows of source_register.sql
with supporting as (
    select distinct unnest(filtered_events.source_rowids) as source_rowid
    from filtered_events
)

select count(*) as sources
from sources
where not $is_filtered or sources.rowid in (select supporting.source_rowid from supporting)
order by sources
