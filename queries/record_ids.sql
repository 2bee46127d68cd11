-- Which records of a kind are there?
--
-- Parameters:
--     $kind: event, body, participant, document, status or source
-- Grain: one row a record, by its id
-- Counts: nothing
with known (kind, record_id) as (
    select
        'event',
        events.event_id
    from events
    union all
    select
        'body',
        bodies.body_id
    from bodies
    union all
    select
        'participant',
        participants.participant_id
    from participants
    union all
    select
        'document',
        documents.document_id
    from documents
    union all
    select
        'status',
        statuses.status_id
    from statuses
    union all
    select
        'source',
        sources.source_id
    from sources
)

select known.record_id
from known
where known.kind = $kind
order by known.record_id
