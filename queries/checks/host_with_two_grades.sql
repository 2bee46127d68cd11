-- Which sources have another grade than the rest of their host?
--
-- Parameters: none
-- Grain: one row a source whose grade differs from that of the first source of its host, with or without www; files have
--     no host
-- Severity: fault
-- Remedy: Give all sources of one host the grade that the written rule says.
with hosts as (
    select
        line,
        source_id,
        grade,
        regexp_replace(host, '^www\.', '') as host
    from sources
    where file is null
),

graded as (
    select
        line,
        host,
        grade,
        first_value(grade) over (partition by host order by line) as first_grade,
        first_value(source_id) over (partition by host order by line) as first_source_id
    from hosts
)

select
    'sources' as table_name,
    line,
    'grade' as column_name,
    grade as value,
    host || ' is ' || first_grade || ' elsewhere (' || first_source_id || ')' as reason
from graded
where grade != first_grade
order by line
