-- What do filters and lists need to know of each meeting beyond its own row?
--
-- Parameters: $first and $until: the places in the table events from and before which meetings are told of, so that very
--     many are told of some at a time
-- Grain: one row a meeting: organization, pillar and level of its body, the bodies above it, who is recorded as taking part
--     (in any role, not as absent), the pillars that a source names as involved, its topics (found_topics.sql), whereabouts,
--     place by the name of that day, country, and the folded texts of itself, its body, place, country, documents and
--     participants
-- Counts: whereabouts is the place, or else online (held by video conference alone), country_only (the country is known,
--     the city is not) or unknown, so that each meeting has exactly one; source_count is the number of distinct pages that
--     support the meeting or one of its fields, source_rowids are those pages; participant_count is that of distinct
--     participants, country_count that of their countries; rows stand in the order of events
with portion as (
    select events.*
    from edition.events
    where events.rowid >= $first and events.rowid < $until
),

links as (
    select
        event_id,
        'event' as kind,
        event_id as record_id
    from portion
    union all
    select
        event_id,
        'body' as kind,
        body_id as record_id
    from portion
    union all
    select
        event_id,
        'place' as kind,
        place_id as record_id
    from portion
    union all
    select
        event_id,
        'country' as kind,
        country_id as record_id
    from portion
    union all
    select distinct
        event_documents.event_id,
        'document' as kind,
        event_documents.document_id as record_id
    from event_documents
    inner join portion on event_documents.event_id = portion.event_id
    union all
    select distinct
        participations.event_id,
        'participant' as kind,
        participations.participant_id as record_id
    from participations
    inner join portion on participations.event_id = portion.event_id
),

texts as (
    select
        links.event_id,
        string_agg(known_texts.text, ' ' order by links.kind, links.record_id) as text
    from links
    inner join known_texts on links.kind = known_texts.kind and links.record_id = known_texts.record_id
    group by links.event_id
),

renamed as (
    select
        portion.event_id,
        max(place_names.name) as name
    from portion
    inner join place_names on portion.place_id = place_names.place_id
    where
        first_day(place_names.from_date) <= portion.first_day
        and portion.first_day < first_day(place_names.until_date)
    group by portion.event_id
),

cited as (
    select
        citations.record_id,
        list(distinct sources.rowid order by sources.rowid) as source_rowids
    from citations
    inner join portion on citations.record_id = portion.event_id
    inner join edition.sources on citations.source_id = sources.source_id
    where citations.table_name = 'events' and citations.stance = 'supports'
    group by citations.record_id
),

present as (
    select
        participations.event_id,
        list(distinct participants.rowid order by participants.rowid) as participant_rowids,
        count(distinct participants.country_id) as country_count
    from participations
    inner join portion on participations.event_id = portion.event_id
    inner join edition.participants on participations.participant_id = participants.participant_id
    where participations.attendance != 'absent'
    group by participations.event_id
),

involved as (
    select
        event_pillars.event_id,
        list(event_pillars.pillar_id order by event_pillars.pillar_id) as involved_pillar_ids
    from event_pillars
    group by event_pillars.event_id
),

subjects as (
    select
        found_topics.event_id,
        list(found_topics.topic_id order by found_topics.topic_id) as topic_ids
    from found_topics
    inner join portion on found_topics.event_id = portion.event_id
    group by found_topics.event_id
),

above as (
    select
        body_tree.body_id,
        list(body_tree.ancestor_id order by body_tree.depth, body_tree.ancestor_id) as ancestor_ids
    from edition.body_tree
    group by body_tree.body_id
)

select
    portion.event_id,
    bodies.organization_id,
    organizations.kind = 'national' as is_national,
    bodies.pillar_id,
    bodies.level,
    above.ancestor_ids,
    coalesce(present.participant_rowids, []) as participant_rowids,
    coalesce(involved.involved_pillar_ids, []) as involved_pillar_ids,
    coalesce(subjects.topic_ids, []) as topic_ids,
    case
        when portion.mode = 'virtual' then 'online'
        when portion.place_id is not null then portion.place_id
        when portion.country_id is not null then 'country_only'
        else 'unknown'
    end as whereabouts,
    coalesce(renamed.name, places.name) as place_name,
    coalesce(renamed.name, places.name_indonesian) as place_name_indonesian,
    coalesce(places.country_id, portion.country_id) as country_id,
    coalesce(len(cited.source_rowids), 0) as source_count,
    coalesce(cited.source_rowids, []) as source_rowids,
    coalesce(len(present.participant_rowids), 0) as participant_count,
    coalesce(present.country_count, 0) as country_count,
    coalesce(texts.text, '') as text
from portion
inner join bodies on portion.body_id = bodies.body_id
inner join organizations on bodies.organization_id = organizations.organization_id
inner join above on portion.body_id = above.body_id
left join present on portion.event_id = present.event_id
left join involved on portion.event_id = involved.event_id
left join subjects on portion.event_id = subjects.event_id
left join places on portion.place_id = places.place_id
left join renamed on portion.event_id = renamed.event_id
left join cited on portion.event_id = cited.record_id
left join texts on portion.event_id = texts.event_id
order by portion.year desc, portion.body_id asc, portion.event_id asc
