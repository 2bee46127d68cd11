-- How many numbers must the series in view have reached in its years, and of how many is a meeting known?
--
-- Parameters: those of series_spans.sql
-- Grain: one row
-- Counts: the numbers of series_spans.sql, each in the year by which it must have met
select
    coalesce(sum(series_spans.expected_up_to - series_spans.expected_after), 0) as expected,
    coalesce(sum(series_spans.found), 0) as found
from series_spans
where
    ($year_from is null or series_spans.until_year >= $year_from)
    and ($year_to is null or series_spans.until_year <= $year_to)
order by expected
