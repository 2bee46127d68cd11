-- How many sources and facts are there by grade, publisher and language of the source, whatever the view?
--
-- Parameters: none
-- Grain: one row a trait (grade, publisher, language) and value of it; an empty value is not known
-- Counts: sources; facts are distinct rows or fields of the dataset that a citation of one of these sources supports, so
--     that a fact with sources of two values counts under both. Where no publisher was gathered the host stands in, and
--     is_host says so
with traits as (
    select
        sources.source_id,
        'grade' as trait,
        sources.grade as value,
        false as is_host
    from sources
    union all
    select
        sources.source_id,
        'publisher' as trait,
        coalesce(sources.publisher, sources.host) as value,
        sources.publisher is null as is_host
    from sources
    union all
    select
        sources.source_id,
        'language' as trait,
        sources.language as value,
        false as is_host
    from sources
),

supported as (
    select distinct
        traits.trait,
        traits.value,
        traits.is_host,
        citations.table_name,
        citations.record_id,
        citations.field
    from citations
    inner join traits on citations.source_id = traits.source_id
    where citations.stance = 'supports'
),

facts as (
    select
        supported.trait,
        supported.value,
        supported.is_host,
        count(*) as facts
    from supported
    group by supported.trait, supported.value, supported.is_host
)

select
    traits.trait,
    traits.value,
    traits.is_host,
    count(*) as sources,
    coalesce(max(facts.facts), 0) as facts
from traits
left join facts
    on
        traits.trait = facts.trait
        and traits.value is not distinct from facts.value
        and traits.is_host = facts.is_host
group by traits.trait, traits.value, traits.is_host
order by traits.trait, traits.value, traits.is_host
