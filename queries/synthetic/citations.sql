-- Which page supports which invented record?
--
-- Parameters: none
-- Grain: one row a record of a table whose rows are cited, and a second page for one meeting in two
-- Counts: nothing
with records as (
    select
        'bodies' as table_name,
        body_id as record_id,
        1 as page
    from bodies
    union all
    select
        'places' as table_name,
        place_id as record_id,
        1 as page
    from places
    union all
    select
        'events' as table_name,
        event_id as record_id,
        1 as page
    from events
    union all
    select
        'events' as table_name,
        event_id as record_id,
        2 as page
    from events
    where chance(event_id, 'second page') < 0.5
    union all
    select
        'event_pillars' as table_name,
        event_id || '/' || pillar_id as record_id,
        1 as page
    from event_pillars
    union all
    select
        'event_topics' as table_name,
        event_id || '/' || position as record_id,
        1 as page
    from event_topics
    union all
    select
        'participations' as table_name,
        event_id || '/' || participant_id || '/' || role || '/' as record_id,
        1 as page
    from participations
    union all
    select
        'statuses' as table_name,
        status_id as record_id,
        1 as page
    from statuses
    union all
    select
        'rolls' as table_name,
        organization_id || '/' || standing || '/' || complete_from as record_id,
        1 as page
    from rolls
    union all
    select
        'documents' as table_name,
        document_id as record_id,
        1 as page
    from documents
    union all
    select
        'event_documents' as table_name,
        event_id || '/' || document_id || '/' || relation as record_id,
        1 as page
    from event_documents
),

paged as (
    select
        table_name,
        record_id,
        (hash(record_id) % ((select count(*) from sources) - 1)) + page as number
    from records
)

select
    table_name,
    record_id,
    '' as field,
    'page-' || number as source_id,
    'supports' as stance,
    '' as claimed_value
from paged
order by table_name, record_id, field, source_id
