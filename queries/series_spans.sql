-- Which numbers must each series in view have reached by when, and of which is a meeting known?
--
-- Parameters: those of bodies_in_view.sql
-- Grain: one row a body and year in which a numbered meeting of it was held, as build/numbered_spans.sql derives it
-- Counts: the numbers above expected_after up to expected_up_to must have met in the years after after_year (empty: at any
--     time before) up to until_year; found is how many of them a meeting held has, whatever the filters; known lists them
select
    numbered_spans.body_id,
    numbered_spans.after_year,
    numbered_spans.until_year,
    numbered_spans.expected_after,
    numbered_spans.expected_up_to,
    numbered_spans.found,
    numbered_spans.known
from numbered_spans
inner join bodies_in_view on numbered_spans.body_id = bodies_in_view.body_id
order by numbered_spans.body_id, numbered_spans.until_year
