-- What does an edition say of each meeting?
--
-- Parameters: none
-- Grain: one row a meeting of any status and organization: its own columns; its body with organization, lead pillar and
--     level; place and country by the names that pages show; and, each as one text in a fixed order, the involved
--     pillars, participations, documents, topics (in their order), links to other meetings, supporting sources and
--     contradicting claims. In these texts chr(30) stands between entries and chr(31) between the parts of an entry;
--     a part that is not known is empty
-- Counts: nothing. sources are the distinct pages that support the meeting or anything said of it (its participations,
--     pillars, documents, topics, links). Left out is what is said of other records: the bodies above its body, points of
--     places, titles of sources, contents of documents, standings, wording of conflicts, and links from other meetings
with pillars_involved as (
    select
        event_pillars.event_id,
        string_agg(
            concat(pillars.pillar_id, chr(31), pillars.name, chr(31), pillars.name_indonesian),
            chr(30)
            order by pillars.position
        ) as involved_pillars
    from event_pillars
    inner join pillars on event_pillars.pillar_id = pillars.pillar_id
    group by event_pillars.event_id
),

participants_recorded as (
    select
        participations.event_id,
        string_agg(
            concat(
                participants.participant_id,
                chr(31),
                participants.name,
                chr(31),
                coalesce(participants.name_indonesian, countries.name_indonesian),
                chr(31),
                participations.role,
                chr(31),
                participations.representative,
                chr(31),
                participations.representative_title,
                chr(31),
                participations.representation,
                chr(31),
                participations.attendance
            ),
            chr(30)
            order by participants.name, participants.participant_id, participations.role, participations.representative
        ) as participants
    from participations
    inner join participants on participations.participant_id = participants.participant_id
    left join countries
        on participants.country_id = countries.country_id and participants.kind in ('state', 'economy', 'territory')
    group by participations.event_id
),

documents_linked as (
    select
        event_documents.event_id,
        string_agg(
            concat(
                documents.document_id,
                chr(31),
                documents.name,
                chr(31),
                documents.name_indonesian,
                chr(31),
                event_documents.relation
            ),
            chr(30)
            order by documents.name, documents.document_id, event_documents.relation
        ) as documents
    from event_documents
    inner join documents on event_documents.document_id = documents.document_id
    group by event_documents.event_id
),

topics_listed as (
    select
        event_topics.event_id,
        string_agg(
            concat(event_topics.topic, chr(31), event_topics.topic_indonesian, chr(31), event_topics.kind),
            chr(30)
            order by event_topics.position
        ) as topics
    from event_topics
    group by event_topics.event_id
),

linked as (
    select
        event_links.event_id,
        string_agg(
            concat(event_links.linked_event_id, chr(31), event_links.kind),
            chr(30)
            order by event_links.linked_event_id, event_links.kind
        ) as links
    from event_links
    group by event_links.event_id
),

claims as (
    select
        case
            when citations.table_name = 'events' then citations.record_id
            else split_part(citations.record_id, '/', 1)
        end as event_id,
        case
            when citations.table_name != 'events' then citations.table_name
            else citations.field
        end as of,
        citations.source_id,
        citations.stance,
        citations.claimed_value
    from citations
    where
        citations.table_name in (
            'events', 'event_pillars', 'participations', 'event_documents', 'event_topics', 'event_links'
        )
),

sources_supporting as (
    select
        claims.event_id,
        string_agg(distinct claims.source_id, chr(30) order by claims.source_id) as sources
    from claims
    where claims.stance = 'supports'
    group by claims.event_id
),

sources_contradicting as (
    select
        claims.event_id,
        string_agg(
            concat(claims.of, chr(31), claims.source_id, chr(31), claims.claimed_value),
            chr(30)
            order by claims.of, claims.source_id, claims.claimed_value
        ) as contradictions
    from claims
    where claims.stance = 'contradicts'
    group by claims.event_id
)

select
    events.event_id,
    events.name,
    events.name_indonesian,
    events.name_indonesian_basis,
    events.ordinal,
    events.ordinal_basis,
    events.start_date,
    events.end_date,
    events.dates_basis,
    events.dates_cover,
    events.status,
    events.mode,
    events.mode_basis,
    events.place_id,
    event_details.place_name,
    event_details.place_name_indonesian,
    event_details.country_id,
    countries.name as country_name,
    countries.name_indonesian as country_name_indonesian,
    events.venue,
    events.note,
    bodies.body_id,
    bodies.name as body_name,
    bodies.name_indonesian as body_name_indonesian,
    bodies.acronym as body_acronym,
    bodies.acronym_indonesian as body_acronym_indonesian,
    organizations.organization_id,
    organizations.name as organization_name,
    organizations.name_indonesian as organization_name_indonesian,
    pillars.pillar_id,
    pillars.name as pillar_name,
    pillars.name_indonesian as pillar_name_indonesian,
    bodies.level,
    pillars_involved.involved_pillars,
    participants_recorded.participants,
    documents_linked.documents,
    topics_listed.topics,
    linked.links,
    sources_supporting.sources,
    sources_contradicting.contradictions
from events
inner join event_details on events.event_id = event_details.event_id
inner join bodies on events.body_id = bodies.body_id
inner join organizations on bodies.organization_id = organizations.organization_id
inner join pillars on bodies.pillar_id = pillars.pillar_id
left join countries on event_details.country_id = countries.country_id
left join pillars_involved on events.event_id = pillars_involved.event_id
left join participants_recorded on events.event_id = participants_recorded.event_id
left join documents_linked on events.event_id = documents_linked.event_id
left join topics_listed on events.event_id = topics_listed.event_id
left join linked on events.event_id = linked.event_id
left join sources_supporting on events.event_id = sources_supporting.event_id
left join sources_contradicting on events.event_id = sources_contradicting.event_id
order by events.event_id
