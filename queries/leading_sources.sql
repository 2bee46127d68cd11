-- Which pages stand behind most of the meetings in view?
--
-- Parameters: those of filtered_events.sql, and
--     $most: how many at the most
-- Grain: one row a source, that behind most meetings first; official ones before others of as many, then by id
-- Counts: meetings held in view that the source supports, themselves or one of their fields
with found as (
    select unnest(filtered_events.source_rowids) as source_rowid
    from filtered_events
    where filtered_events.is_held
),

counted as (
    select
        found.source_rowid,
        count(*) as meetings
    from found
    group by found.source_rowid
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
    counted.meetings
from counted
inner join sources on counted.source_rowid = sources.rowid
order by
    counted.meetings desc,
    sources.grade = 'official' desc,
    sources.source_id asc
limit $most
