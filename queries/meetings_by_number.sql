-- What do tables say of some meetings in a line?
--
-- Parameters: those of meeting_lines.sql, and
--     $numbers: places of meetings in events
-- Grain: one row a meeting
-- Counts: as in meeting_lines.sql
select meeting_lines.*
from meeting_lines
where meeting_lines.number in (select unnest($numbers))
order by meeting_lines.number
