-- Which citations and conflicts point to a table, row or field that is not there?
--
-- Parameters: none
-- Grain: one row a citation or conflict and part that does not exist; rows of a table that could not be read are not judged
-- Severity: fault
-- Remedy: Correct it: record_id is the key of the row, its parts joined by /; an empty field means the whole row.
with pointers as (
    select
        'citations' as pointing_table,
        line,
        table_name,
        record_id,
        nullif(field, '') as field
    from citations
    union all
    select
        'conflicts' as pointing_table,
        line,
        table_name,
        record_id,
        field
    from conflicts
)

select
    pointing_table as table_name,
    line,
    'table_name' as column_name,
    coalesce(table_name, '') as value,
    'is no table of the dataset' as reason
from pointers
where
    coalesce(table_name, record_id, field) is not null
    and not exists (
        select 1 from dataset_tables
        where dataset_tables.table_name = pointers.table_name
    )
union all
select
    pointing_table as table_name,
    line,
    'record_id' as column_name,
    coalesce(record_id, '') as value,
    'is no row of ' || table_name as reason
from pointers
where
    exists (
        select 1 from dataset_tables
        where
            dataset_tables.table_name = pointers.table_name
            and dataset_tables.is_read
    )
    and not exists (
        select 1
        from dataset_records
        where dataset_records.table_name = pointers.table_name and dataset_records.record_id = pointers.record_id
    )
union all
select
    pointing_table as table_name,
    line,
    'field' as column_name,
    field as value,
    'is no column of ' || table_name as reason
from pointers
where
    field is not null
    and exists (
        select 1 from dataset_tables
        where dataset_tables.table_name = pointers.table_name
    )
    and not exists (
        select 1
        from dataset_fields
        where dataset_fields.table_name = pointers.table_name and dataset_fields.field = pointers.field
    )
order by table_name, line, column_name
