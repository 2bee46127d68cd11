-- On which days does each status hold certainly, and on which possibly?
--
-- Parameters: none
-- Grain: one row a status with its columns and four days (data/README.md, "Time"): a truncated start is certain from the
--     day after which nothing is open, a truncated end is certain until the first day it may be; without a start the first
--     day on which a source lists it bounds what is certain, without an end the last one where it is given; without a start
--     it is possible at the earliest from the day on which the organization was founded and the state independent; it is
--     not possible while the status of the track before or after it is certain
-- Counts: nothing
with dated as (
    select
        statuses.*,
        last_day_of(coalesce(statuses.from_date, statuses.attested_from)) as first_certain,
        case
            when statuses.until_date is not null then first_day(statuses.until_date)
            else first_day(statuses.attested_until) + 1
        end as last_certain,
        coalesce(
            first_day(statuses.from_date),
            greatest(first_day(organizations.founded), first_day(countries.independent_from))
        ) as first_possible,
        last_day_of(statuses.until_date) as last_possible
    from typed.statuses as statuses
    left join organizations on statuses.organization_id = organizations.organization_id
    left join participants on statuses.participant_id = participants.participant_id
    left join countries on participants.country_id = countries.country_id
),

beside as (
    select
        dated.*,
        lag(dated.last_certain) over one_after_the_other as earlier_until,
        lead(dated.first_certain) over one_after_the_other as later_from
    from dated
    window one_after_the_other as (
        partition by dated.participant_id, dated.organization_id, dated.track
        order by dated.first_certain asc nulls last, dated.line asc
    )
)

select
    beside.* exclude (first_certain, last_certain, first_possible, last_possible, earlier_until, later_from),
    beside.first_certain as certain_from,
    beside.last_certain as certain_until,
    case
        when beside.earlier_until <= beside.first_certain then greatest(beside.first_possible, beside.earlier_until)
        else beside.first_possible
    end as possible_from,
    case
        when beside.last_certain <= beside.later_from and coalesce(beside.last_possible > beside.later_from, true)
            then beside.later_from
        else beside.last_possible
    end as possible_until
from beside
order by beside.line
