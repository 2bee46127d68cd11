-- Which sources are in the view, so many of them from a place in their order on?
--
-- Parameters: those of filtered_events.sql, and
--     $is_filtered: whether only sources of meetings in view are asked for; else every source is there
--     $most: how many at the most; null means all
--     $skipped: how many stand before them
-- Grain: one row a source, by its id
-- Counts: meetings are those of any status in view that the source supports, citations all facts of any table of which it
--     is cited, for or against
with supporting as (
    select
        found.source_rowid,
        count(*) as meetings
    from (select unnest(filtered_events.source_rowids) as source_rowid from filtered_events) as found
    group by found.source_rowid
),

cited as (
    select
        citations.source_id,
        count(*) as citations
    from citations
    group by citations.source_id
)

select
    sources.source_id,
    sources.title,
    sources.publisher,
    sources.host,
    sources.url,
    sources.file,
    sources.language,
    sources.published,
    sources.accessed,
    sources.grade,
    coalesce(supporting.meetings, 0) as meetings,
    coalesce(cited.citations, 0) as citations
from sources
left join supporting on sources.rowid = supporting.source_rowid
left join cited on sources.source_id = cited.source_id
where not $is_filtered or supporting.meetings is not null
order by sources.source_id
limit
    $most
    offset $skipped
