-- Which topics are there?
--
-- Parameters: none
-- Grain: one row a topic
-- Counts: nothing
select
    topics.topic_id,
    topics.name,
    topics.name_indonesian
from topics
order by topics.name
