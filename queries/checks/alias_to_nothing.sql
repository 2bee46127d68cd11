-- Which aliases lead nowhere, or away from a record that still has the old id?
--
-- Parameters: none
-- Grain: one row a fault of an alias
-- Severity: fault
-- Remedy: new_id is the present id of a record of that kind, old_id one that no record of the kind has any more.
with records as (
    select
        'body' as kind,
        body_id as record_id
    from bodies
    union all
    select
        'document' as kind,
        document_id as record_id
    from documents
    union all
    select
        'event' as kind,
        event_id as record_id
    from events
    union all
    select
        'participant' as kind,
        participant_id as record_id
    from participants
    union all
    select
        'place' as kind,
        place_id as record_id
    from places
)

select
    'aliases' as table_name,
    aliases.line,
    'new_id' as column_name,
    aliases.new_id as value,
    'is the id of no ' || aliases.kind as reason
from aliases
left join records on aliases.kind = records.kind and aliases.new_id = records.record_id
where records.record_id is null
union all
select
    'aliases' as table_name,
    aliases.line,
    'old_id' as column_name,
    aliases.old_id as value,
    'is still the id of a ' || aliases.kind as reason
from aliases
inner join records on aliases.kind = records.kind and aliases.old_id = records.record_id
order by line, column_name
