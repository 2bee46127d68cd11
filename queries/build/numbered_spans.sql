-- Which numbers must each series have reached by when, and of which is a meeting known?
--
-- Parameters: none
-- Grain: one row a body and year in which a numbered meeting of it was held
-- Counts: a number must have met by the first year in which a higher one (or it itself) met. So those above expected_after
--     up to expected_up_to must have met in the years after after_year (empty: at any time before) up to until_year; found
--     is how many of them a meeting held has, and known lists them
with held as (
    select
        events.body_id,
        events.year,
        events.ordinal
    from events
    where events.status = 'held' and events.year is not null and events.ordinal is not null
),

numbers as (
    select distinct
        events.body_id,
        events.ordinal
    from events
    where events.status = 'held' and events.ordinal is not null
),

steps as (
    select
        held.body_id,
        held.year as until_year,
        max(held.ordinal) as highest
    from held
    group by held.body_id, held.year
),

spans as (
    select
        steps.body_id,
        steps.until_year,
        lag(steps.until_year) over (partition by steps.body_id order by steps.until_year) as after_year,
        coalesce(max(steps.highest) over (
            partition by steps.body_id
            order by steps.until_year
            rows between unbounded preceding and 1 preceding
        ), 0) as expected_after,
        max(steps.highest) over (
            partition by steps.body_id
            order by steps.until_year
            rows between unbounded preceding and current row
        ) as expected_up_to
    from steps
)

select
    spans.body_id,
    spans.after_year,
    spans.until_year,
    spans.expected_after,
    spans.expected_up_to,
    count(numbers.ordinal) as found,
    string_agg(cast(numbers.ordinal as text), ' ' order by numbers.ordinal) as known
from spans
left join numbers
    on
        spans.body_id = numbers.body_id
        and spans.expected_after < numbers.ordinal
        and spans.expected_up_to >= numbers.ordinal
group by spans.body_id, spans.after_year, spans.until_year, spans.expected_after, spans.expected_up_to
order by spans.body_id, spans.until_year
