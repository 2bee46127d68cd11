-- Which topics do agenda and documents name each year?
--
-- Parameters: those of filtered_events.sql
-- Grain: one row a topic and year with at least one meeting; the year of a meeting without a date is empty
-- Counts: held meetings; one that names two topics counts for each, so that topics do not add up to meetings
select
    topics.topic_id,
    topics.name,
    topics.name_indonesian,
    named.year,
    count(*) as meetings
from (
    select
        filtered_events.year,
        unnest(filtered_events.topic_ids) as topic_id
    from filtered_events
    where filtered_events.is_held
) as named
inner join topics on named.topic_id = topics.topic_id
group by topics.topic_id, topics.name, topics.name_indonesian, named.year
order by topics.topic_id, named.year
