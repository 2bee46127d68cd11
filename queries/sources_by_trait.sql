-- How many sources and facts are there by grade, publisher and language of the source?
--
-- Parameters: those of filtered_events.sql
-- Grain: one row a trait (grade, publisher, language) and value of it; an empty value is not known
-- Counts: sources and facts as build/source_sums.sql adds them up; in_view are the sources behind the meetings held in view
with in_view as (
    select distinct unnest(filtered_events.source_rowids) as source_rowid
    from filtered_events
    where filtered_events.is_held
),

found as (
    select sources.*
    from sources
    inner join in_view on sources.rowid = in_view.source_rowid
),

counted as (
    select
        'grade' as trait,
        found.grade as value,
        false as is_host,
        count(*) as sources
    from found
    group by found.grade
    union all
    select
        'publisher' as trait,
        coalesce(found.publisher, found.host) as value,
        found.publisher is null as is_host,
        count(*) as sources
    from found
    group by coalesce(found.publisher, found.host), found.publisher is null
    union all
    select
        'language' as trait,
        found.language as value,
        false as is_host,
        count(*) as sources
    from found
    group by found.language
)

select
    source_sums.trait,
    source_sums.value,
    source_sums.is_host,
    source_sums.sources,
    source_sums.facts,
    coalesce(counted.sources, 0) as in_view
from source_sums
left join counted
    on
        source_sums.trait = counted.trait
        and source_sums.value is not distinct from counted.value
        and source_sums.is_host = counted.is_host
order by
    source_sums.trait asc,
    source_sums.facts desc,
    source_sums.sources desc,
    source_sums.value asc
