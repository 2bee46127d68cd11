-- Which statuses do the invented states hold, and since when?
--
-- Parameters: none
-- Grain: one row a status: twelve members of each organization, and observers of which half became partners
-- Counts: nothing
with pairs as (
    select
        countries.country_id,
        organizations.organization_id,
        countries.country_id || '-' || organizations.organization_id as pair,
        row_number() over (partition by organizations.organization_id order by countries.country_id) as number,
        cast(organizations.founded as integer) as founded
    from countries
    cross join organizations
    where organizations.kind != 'national'
)

select
    pair || '-member' as status_id,
    country_id as participant_id,
    organization_id,
    'standing' as track,
    'member' as status,
    null as sought,
    case when number <= 5 then cast(founded as text) else (founded + 2 * number) || '-07-28' end as from_date,
    null as until_date
from pairs
where number <= 12
union all
select
    pair || '-applicant' as status_id,
    country_id as participant_id,
    organization_id,
    'accession' as track,
    'applicant' as status,
    'member' as sought,
    cast(founded + 2 * number - 3 as text) as from_date,
    (founded + 2 * number) || '-07-28' as until_date
from pairs
where number between 6 and 12
union all
select
    pair || '-observer' as status_id,
    country_id as participant_id,
    organization_id,
    'standing' as track,
    'observer' as status,
    null as sought,
    (founded + cast(floor(20 * chance(pair, 'from')) as integer)) || '-03' as from_date,
    case when number % 2 = 0 then (founded + 25) || '-11-05' end as until_date
from pairs
where number > 12 and chance(pair, 'kind') < 0.5
union all
select
    pair || '-partner' as status_id,
    country_id as participant_id,
    organization_id,
    'standing' as track,
    'dialogue_partner' as status,
    null as sought,
    (founded + 25) || '-11-05' as from_date,
    null as until_date
from pairs
where number > 12 and number % 2 = 0
order by status_id
