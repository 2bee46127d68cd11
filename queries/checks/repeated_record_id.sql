-- Which ids name records of two kinds?
--
-- Parameters: none
-- Grain: one row a record whose id, in any case, another kind uses too
-- Severity: fault
-- Remedy: Change one of the two and keep its old id in aliases.csv: an address names one record.
with records as (
    select
        'bodies' as table_name,
        line,
        'body_id' as column_name,
        body_id as record_id
    from bodies
    union all
    select
        'documents' as table_name,
        line,
        'document_id' as column_name,
        document_id as record_id
    from documents
    union all
    select
        'events' as table_name,
        line,
        'event_id' as column_name,
        event_id as record_id
    from events
    union all
    select
        'participants' as table_name,
        line,
        'participant_id' as column_name,
        participant_id as record_id
    from participants
),

placed as (
    select
        table_name,
        line,
        column_name,
        record_id,
        first_value(table_name) over (partition by lower(record_id) order by table_name, line) as first_table,
        first_value(line) over (partition by lower(record_id) order by table_name, line) as first_line
    from records
)

select
    table_name,
    line,
    column_name,
    record_id as value,
    'is an id of ' || first_table || ' already (line ' || first_line || ')' as reason
from placed
where table_name != first_table or (line != first_line and lower(record_id) != record_id)
order by table_name, line
