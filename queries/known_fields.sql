-- Of how many meetings in view is each field that charts show known?
--
-- Parameters: those of filtered_events.sql
-- Grain: one row
-- Counts: held meetings; dated have a year, agenda an agenda item, outcome or document, topics one that names any,
--     participants one recorded participant, involvement a source that names an involved pillar, parts a source that names
--     a component of a document. Body, lead pillar and level are known of every meeting
select
    count(*) as meetings,
    count(filtered_events.year) as dated,
    count(*) filter (
        where
        filtered_events.event_id in (select event_topics.event_id from event_topics)
        or filtered_events.event_id in (select event_documents.event_id from event_documents)
    ) as agenda,
    count(*) filter (where len(filtered_events.topic_ids) > 0) as topics,
    count(*) filter (where len(filtered_events.participant_rowids) > 0) as participants,
    count(*) filter (where len(filtered_events.involved_pillar_ids) > 0) as involvement,
    count(*) filter (
        where filtered_events.event_id in (select event_document_parts.event_id from event_document_parts)
    ) as parts
from filtered_events
where filtered_events.is_held
order by meetings
