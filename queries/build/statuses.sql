-- On which days does each status hold certainly, and on which possibly?
--
-- Parameters: none
-- Grain: one row a status with its columns and four days (data/README.md, "Time"): a truncated start is certain from the
--     day after which nothing is open, a truncated end is certain until the first day it may be; without a start the
--     first and last day on which a source lists it bound what is certain
-- Counts: nothing
select
    statuses.*,
    last_day_of(coalesce(statuses.from_date, statuses.attested_from)) as certain_from,
    case
        when statuses.until_date is not null then first_day(statuses.until_date)
        when statuses.from_date is null then first_day(statuses.attested_until) + 1
    end as certain_until,
    first_day(statuses.from_date) as possible_from,
    last_day_of(statuses.until_date) as possible_until
from typed.statuses as statuses
order by statuses.line
