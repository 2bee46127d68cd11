-- Which invented places are there?
--
-- Parameters: $events, the number of meetings: places grow with its square root; $places, how many there are instead;
--     null means that
-- Grain: one row a place; the first sixty are the capitals of the countries
-- Counts: nothing
with numbered as (
    select
        number,
        case when number < 60 then number else cast(floor(60 * chance(number, 'country') ** 2) as bigint) end as country
    from range(coalesce($places, 61 + cast(floor(sqrt($events)) as bigint))) as numbers (number)
),

listed as (
    select
        country_id,
        row_number() over (order by country_id) - 1 as number
    from countries
)

select
    'city-' || (numbered.number + 1) as place_id,
    case when chance(numbered.number, 'area') < 0.05 then 'area' else 'city' end as kind,
    'City ' || (numbered.number + 1) as name,
    case when chance(numbered.number, 'indonesian') < 0.3 then 'Kota ' || (numbered.number + 1) end as name_indonesian,
    listed.country_id,
    round(-40 + 90 * chance(numbered.number, 'latitude'), 4) as latitude,
    round(30 + 145 * chance(numbered.number, 'longitude'), 4) as longitude
from numbered
inner join listed on numbered.country = listed.number
order by place_id
