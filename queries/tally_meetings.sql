-- What do counts need to know of each meeting, in numbers?
--
-- Parameters: none
-- Grain: one row a meeting of any status, in the order of events; bodies, places and countries by their rowid, -1 where
--     there is none; of a whereabouts that is no place -1 means online, -2 that only the country is known, -3 that nothing
--     is; state is 0 for held, 1 for planned, 2 for others; days are days since 1970, the last possible one where none is
--     known; date_length tells a year (4), a month (7) and a day (10) from each other; rank is the place of the id among
--     all ids; sizes are the lengths of the lists of tally_lists.sql
-- Counts: nothing
with agenda as (
    select event_topics.event_id
    from event_topics
    union
    select event_documents.event_id
    from event_documents
)

select
    events.rowid as number,
    coalesce(events.year, 0) as year,
    bodies.rowid as body,
    coalesce(countries.rowid, -1) as country,
    case event_details.whereabouts
        when 'online' then -1
        when 'country_only' then -2
        when 'unknown' then -3
        else places.rowid
    end as whereabouts,
    coalesce(places.rowid, -1) as place,
    list_position(['in_person', 'virtual', 'hybrid', 'unknown'], events.mode) - 1 as mode,
    case events.status when 'held' then 0 when 'planned' then 1 else 2 end as state,
    coalesce(events.first_day - date '1970-01-01', 2147483647) as first_day,
    coalesce(length(events.start_date), 0) as date_length,
    coalesce(events.last_day - date '1970-01-01', 2147483647) as last_day,
    coalesce(events.ordinal, 0) as ordinal,
    row_number() over (order by events.event_id) as rank,
    events.event_id in (select agenda.event_id from agenda) as has_agenda,
    events.event_id in (select event_document_parts.event_id from event_document_parts) as has_parts,
    len(event_details.participant_rowids) as participants,
    len(event_details.involved_pillar_ids) as pillars,
    len(event_details.topic_ids) as topics,
    len(event_details.source_rowids) as sources
from events
positional join event_details
inner join bodies on events.body_id = bodies.body_id
left join places on events.place_id = places.place_id
left join countries on event_details.country_id = countries.country_id
order by number
