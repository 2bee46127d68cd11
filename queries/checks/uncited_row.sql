-- Which rows of fact tables does no source support?
--
-- Parameters: none
-- Grain: one row a record of a table whose rows are cited
-- Severity: fault
-- Remedy: Add a row to citations.csv with this record_id, or remove the row.
select
    dataset_records.table_name,
    dataset_records.line,
    '' as column_name,
    dataset_records.record_id as value,
    'has no source: no citation supports it' as reason
from dataset_records
inner join dataset_tables on dataset_records.table_name = dataset_tables.table_name
where
    dataset_tables.is_cited
    and not exists (
        select 1
        from citations
        where
            citations.table_name = dataset_records.table_name
            and citations.record_id = dataset_records.record_id
            and citations.stance = 'supports'
    )
order by dataset_records.table_name, dataset_records.line
