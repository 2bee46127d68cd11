-- By which words may each meeting be looked up?
--
-- Parameters: none
-- Grain: one row a meeting with the folded texts of itself, its body, place, country, documents and participants
-- Counts: nothing
with links as (
    select
        event_id,
        'event' as kind,
        event_id as record_id
    from events
    union all
    select
        event_id,
        'body' as kind,
        body_id as record_id
    from events
    union all
    select
        event_id,
        'place' as kind,
        place_id as record_id
    from events
    union all
    select
        event_id,
        'country' as kind,
        country_id as record_id
    from events
    union all
    select distinct
        event_id,
        'document' as kind,
        document_id as record_id
    from event_documents
    union all
    select distinct
        event_id,
        'participant' as kind,
        participant_id as record_id
    from participations
)

select
    links.event_id,
    string_agg(known_texts.text, ' ' order by links.kind, links.record_id) as text
from links
inner join known_texts on links.kind = known_texts.kind and links.record_id = known_texts.record_id
group by links.event_id
order by links.event_id
