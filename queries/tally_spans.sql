-- How many numbers must each series have reached by when, and of how many is a meeting known, in numbers?
--
-- Parameters: none
-- Grain: one row a span of build/numbered_spans.sql; body is the rowid of the body
-- Counts: as there
select
    bodies.rowid as body,
    numbered_spans.until_year,
    numbered_spans.expected_up_to - numbered_spans.expected_after as expected,
    numbered_spans.found
from numbered_spans
inner join bodies on numbered_spans.body_id = bodies.body_id
order by body, numbered_spans.until_year
