-- Which codes may a link name?
--
-- Parameters: none
-- Grain: one row a code: the key of the link, the code as links write it (lower case, former ones too), the present id; for
--     the key year the first and last year with a meeting
-- Counts: levels, countries, participants and modes are those that some meeting has; a participant may be called by any of
--     its names, written with hyphens (east-timor), as long as no other one has that name
with named as (
    select
        participants.participant_id,
        participants.name
    from participants
    union all
    select
        participants.participant_id,
        countries.name
    from participants
    inner join countries on participants.country_id = countries.country_id
    where participants.kind in ('state', 'economy', 'territory')
    union all
    select
        participants.participant_id,
        coalesce(participants.name_indonesian, countries.name_indonesian) as name
    from participants
    left join countries
        on participants.country_id = countries.country_id and participants.kind in ('state', 'economy', 'territory')
    union all
    select
        participant_names.participant_id,
        participant_names.name
    from participant_names
),

called as (
    select
        named.participant_id,
        trim(regexp_replace(lower(strip_accents(named.name)), '[^a-z0-9]+', '-', 'g'), '-') as code
    from named
    where named.name is not null
)

select
    'body' as key,
    bodies.body_id as code,
    bodies.body_id as present
from bodies
union all
select
    'body' as key,
    aliases.old_id as code,
    aliases.new_id as present
from aliases
where aliases.kind = 'body'
union all
select
    'org' as key,
    organizations.organization_id as code,
    organizations.organization_id as present
from organizations
union all
select
    'pillar' as key,
    pillars.pillar_id as code,
    pillars.pillar_id as present
from pillars
union all
select distinct
    'level' as key,
    bodies.level as code,
    bodies.level as present
from bodies
union all
select
    'country' as key,
    lower(countries.country_id) as code,
    countries.country_id as present
from countries
union all
select
    'place' as key,
    places.place_id as code,
    places.place_id as present
from places
union all
select
    'place' as key,
    whereabouts.code,
    whereabouts.code as present
from (values ('online'), ('country_only'), ('unknown')) as whereabouts (code)
union all
select
    'with' as key,
    lower(participants.participant_id) as code,
    participants.participant_id as present
from participants
union all
select
    'with' as key,
    lower(aliases.old_id) as code,
    aliases.new_id as present
from aliases
where aliases.kind = 'participant'
union all
select
    'with' as key,
    called.code,
    min(called.participant_id) as present
from called
where
    called.code not in (select lower(participants.participant_id) from participants)
    and not exists (
        select 1
        from aliases
        where aliases.kind = 'participant' and lower(aliases.old_id) = called.code
    )
group by called.code
having count(distinct called.participant_id) = 1
union all
select distinct
    'mode' as key,
    events.mode as code,
    events.mode as present
from events
union all
select
    'topic' as key,
    topics.topic_id as code,
    topics.topic_id as present
from topics
union all
select
    'year' as key,
    cast(min(events.year) as text) as code,
    cast(max(events.year) as text) as present
from events
order by key, code
