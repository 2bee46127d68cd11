-- What was on the agenda of a meeting, and what came out of it?
--
-- Parameters: $event_id
-- Grain: one row a topic, in the order of the source
-- Counts: nothing
select
    event_topics.position,
    event_topics.kind,
    event_topics.topic,
    event_topics.topic_indonesian
from event_topics
where event_topics.event_id = $event_id
order by event_topics.position
