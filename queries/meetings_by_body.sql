-- How many meetings did each body hold?
--
-- Parameters: those of filtered_events.sql
-- Grain: one row a body with at least one meeting held in view
-- Counts: held meetings of the body itself, without those of its sub-bodies
select
    filtered_events.body_id,
    count(*) as meetings
from filtered_events
where filtered_events.is_held
group by filtered_events.body_id
order by filtered_events.body_id
