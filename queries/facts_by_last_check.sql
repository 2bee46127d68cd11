-- When was each fact last checked, and each source last read?
--
-- Parameters: none
-- Grain: one row a month in which a source was read, and one without a month for what is not known; latest first
-- Counts: facts are rows or fields of the dataset that a citation supports, each under the latest month in which one of its
--     supporting sources was read; sources each under its own month
with facts as (
    select
        citations.table_name,
        citations.record_id,
        citations.field,
        max(substr(sources.accessed, 1, 7)) as checked
    from citations
    inner join sources on citations.source_id = sources.source_id
    where citations.stance = 'supports'
    group by citations.table_name, citations.record_id, citations.field
),

facts_by_month as (
    select
        coalesce(facts.checked, '') as checked,
        count(*) as facts
    from facts
    group by coalesce(facts.checked, '')
),

months as (
    select
        coalesce(substr(sources.accessed, 1, 7), '') as checked,
        count(*) as sources
    from sources
    group by coalesce(substr(sources.accessed, 1, 7), '')
    union all
    select
        '' as checked,
        0 as sources
)

select
    nullif(months.checked, '') as checked,
    cast(sum(months.sources) as integer) as sources,
    coalesce(max(facts_by_month.facts), 0) as facts
from months
left join facts_by_month on months.checked = facts_by_month.checked
group by months.checked
order by months.checked desc
