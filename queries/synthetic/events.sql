-- Which invented meetings were there?
--
-- Parameters: $events, how many; $data_until, the last day about which anything is known
-- Grain: one row a meeting: years grow, few bodies hold most, capitals dominate, one in nine is virtual since 2020
-- Counts: nothing
with places_in_line as (
    select
        place_id,
        row_number() over (order by cast(split_part(place_id, '-', 2) as bigint)) as number
    from places
),

drawn as (
    select
        number,
        'body-' || cast(floor(exp(chance(number, 'body') * ln((select count(*) from bodies) + 1))) as bigint) as body_id,
        case
            when chance(number, 'status') < 0.94 then 'held'
            when chance(number, 'status') < 0.995 then 'planned'
            when chance(number, 'status') < 0.998 then 'cancelled'
            else 'postponed'
        end as status,
        chance(number, 'day') as day_drawn,
        chance(number, 'mode') as mode_drawn,
        chance(number, 'place') as place_drawn,
        chance(number, 'precision') as precision_drawn,
        cast(floor(4 * chance(number, 'length') ** 3) as integer) as further_days
    from range(1, $events + 1) as numbers (number)
),

dated as (
    select
        *,
        case
            when status = 'planned' then $data_until + cast(floor(400 * day_drawn) as integer) - 250
            else date '1967-08-08' + cast(floor(($data_until - date '1967-08-08') * day_drawn ** 0.4) as integer)
        end as day
    from drawn
),

known as (
    select
        *,
        case when precision_drawn < 0.86 then 10 when precision_drawn < 0.94 then 7 else 4 end as known_to,
        case
            when day >= date '2020-03-01' and day < date '2022-07-01' and mode_drawn < 0.7 then 'virtual'
            when day >= date '2022-07-01' and mode_drawn < 0.28 then 'virtual'
            when mode_drawn > 0.99 then 'hybrid'
            when mode_drawn > 0.94 then 'unknown'
            else 'in_person'
        end as mode,
        case
            when status in ('held', 'planned') and chance(number, 'ordinal') < 0.9 then 'number'
            else 'none'
        end as numbering
    from dated
),

counted as (
    select
        *,
        case
            when numbering = 'number' then row_number() over (partition by body_id, numbering order by day, number)
        end as ordinal
    from known
)

select
    counted.body_id
    || '-'
    || coalesce(cast(counted.ordinal as text), left(cast(counted.day as text), counted.known_to) || '-n' || counted.number)
        as event_id,
    counted.body_id,
    counted.ordinal,
    case when counted.ordinal is not null then 'source' end as ordinal_basis,
    left(cast(counted.day as text), counted.known_to) as start_date,
    case when counted.known_to = 10 then cast(counted.day + counted.further_days as text) end as end_date,
    'source' as dates_basis,
    case when counted.further_days = 3 then 'series' else 'sitting' end as dates_cover,
    counted.mode,
    'source' as mode_basis,
    places_in_line.place_id,
    case when counted.mode = 'in_person' and counted.number % 3 = 0 then 'Venue ' || (counted.number % 400) end as venue,
    counted.status
from counted
left join places_in_line
    on
        counted.mode in ('in_person', 'hybrid')
        and counted.place_drawn > 0.03
        and cast(floor(exp(counted.place_drawn * ln((select count(*) from places) + 1))) as bigint) = places_in_line.number
order by event_id
