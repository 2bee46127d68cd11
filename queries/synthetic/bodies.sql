-- Which invented bodies are there, and which stands below which?
--
-- Parameters: $events, the number of meetings: bodies grow with its square root
-- Grain: one row a body; the first of each organization has no parent, the others one of the first nine of theirs
-- Counts: nothing
with numbered as (
    select
        number,
        case when number <= 5 then number else 1 + cast(floor(4 * chance(number, 'organization') ** 2) as bigint) end
            as organization
    from range(1, 7 + cast(floor(6 * sqrt($events)) as bigint)) as numbers (number)
),

ranked as (
    select
        number,
        organization,
        row_number() over (partition by organization order by number) as place_in_line
    from numbered
),

placed as (
    select
        number,
        organization,
        place_in_line,
        1 + cast(floor(least(place_in_line - 1, 9) * chance(number, 'parent')) as bigint) as place_of_parent
    from ranked
)

select
    'body-' || placed.number as body_id,
    'organization-' || placed.organization as organization_id,
    case when placed.place_in_line > 1 then 'body-' || parents.number end as parent_body_id,
    case
        when placed.organization > 1 then 'none'
        when placed.place_in_line = 1 then 'cross'
        else ['apsc', 'aec', 'ascc'][1 + cast(floor(3 * chance(placed.number, 'pillar')) as bigint)]
    end as pillar_id,
    case
        when placed.place_in_line = 1 then 'summit'
        when placed.place_in_line <= 10 then 'ministerial'
        else ['senior_official', 'committee', 'working_group'][1 + cast(floor(3 * chance(placed.number, 'level')) as bigint)]
    end as level,
    'Body ' || placed.number as name,
    case when chance(placed.number, 'indonesian') < 0.8 then 'Badan ' || placed.number end as name_indonesian,
    case when chance(placed.number, 'indonesian') < 0.8 then 'translation' end as name_indonesian_basis,
    'B' || placed.number as acronym
from placed
inner join placed as parents
    on placed.organization = parents.organization and placed.place_of_parent = parents.place_in_line
order by body_id
