-- What does a table tell of some meetings?
--
-- Parameters: those of events_told.sql, and
--     $numbers: places of meetings in events
-- Grain: one row a meeting
-- Counts: as in events_told.sql
select events_told.* exclude (body_words, place_rank, place_words)
from events_told
where events_told.number in (select unnest($numbers))
order by events_told.number
