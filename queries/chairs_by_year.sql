-- Whom do the summits of each year name as chair?
--
-- Parameters:
--     $chaired: the organizations whose summits are asked
-- Grain: one row a year and chair, in the order of the summits; a year whose summits name nobody has no row
-- Counts: summits held of bodies on the level of summits; one that names two chairs, such as a summit with a partner that is
--     chaired together, names none alone
with chaired as (
    select
        events.event_id,
        events.year,
        min(participations.participant_id) as participant_id,
        min(events.first_day) as first_day
    from events
    inner join bodies on events.body_id = bodies.body_id
    inner join participations on events.event_id = participations.event_id
    where
        events.status = 'held'
        and events.year is not null
        and bodies.level = 'summit'
        and list_contains($chaired, bodies.organization_id)
        and participations.role = 'chair'
    group by events.event_id, events.year
    having count(distinct participations.participant_id) = 1
)

select
    chaired.year,
    participants.participant_id,
    coalesce(countries.name, participants.name) as name,
    coalesce(countries.name_indonesian, participants.name_indonesian) as name_indonesian,
    count(*) as summits,
    min(chaired.first_day) as first_day
from chaired
inner join participants on chaired.participant_id = participants.participant_id
left join countries on participants.country_id = countries.country_id
group by
    chaired.year,
    participants.participant_id,
    participants.name,
    participants.name_indonesian,
    countries.name,
    countries.name_indonesian
order by chaired.year, first_day, participants.participant_id
