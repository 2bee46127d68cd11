-- How many sources and facts are there by grade, publisher and language of the source?
--
-- Parameters: those of filtered_events.sql
-- Grain: one row a trait (grade, publisher, language) and value of it; an empty value is not known
-- Counts: sources; facts are distinct rows or fields of the dataset that a citation of one of these sources supports, so
--     that a fact with sources of two values counts under both; in_view are the sources behind the meetings held in view.
--     Where no publisher was gathered the host stands in, and is_host says so
with in_view as (
    select distinct unnest(filtered_events.source_rowids) as source_rowid
    from filtered_events
    where filtered_events.is_held
),

traits as (
    select
        sources.source_id,
        sources.rowid as source_rowid,
        'grade' as trait,
        sources.grade as value,
        false as is_host
    from sources
    union all
    select
        sources.source_id,
        sources.rowid as source_rowid,
        'publisher' as trait,
        coalesce(sources.publisher, sources.host) as value,
        sources.publisher is null as is_host
    from sources
    union all
    select
        sources.source_id,
        sources.rowid as source_rowid,
        'language' as trait,
        sources.language as value,
        false as is_host
    from sources
)

select
    traits.trait,
    traits.value,
    traits.is_host,
    count(distinct traits.source_id) as sources,
    count(distinct case
        when citations.stance = 'supports'
            then concat_ws(chr(31), citations.table_name, citations.record_id, citations.field)
    end) as facts,
    count(distinct in_view.source_rowid) as in_view
from traits
left join citations on traits.source_id = citations.source_id
left join in_view on traits.source_rowid = in_view.source_rowid
group by traits.trait, traits.value, traits.is_host
order by traits.trait asc, facts desc, sources desc, traits.value asc
