-- Which bodies met with which other pillars?
--
-- Parameters: those of filtered_events.sql
-- Grain: one row a body and pillar other than its own lead pillar; the three pillars alone are asked for
-- Counts: held meetings of the body itself; involved are those of which a source names the pillar as involved, present those
--     at which a body of that pillar is recorded as taking part, meetings those with either. participant_ids are the bodies
--     recorded, as links name them
with bodies_recorded as (
    select
        participants.rowid as number,
        participants.participant_id,
        bodies.pillar_id
    from participants
    inner join bodies on participants.body_id = bodies.body_id
),

met as (
    select
        filtered_events.event_id,
        filtered_events.body_id,
        filtered_events.pillar_id as lead_id,
        unnest(filtered_events.involved_pillar_ids) as pillar_id,
        cast(null as text) as participant_id
    from filtered_events
    where filtered_events.is_held
    union all
    select
        filtered_events.event_id,
        filtered_events.body_id,
        filtered_events.pillar_id as lead_id,
        bodies_recorded.pillar_id,
        bodies_recorded.participant_id
    from filtered_events
    inner join bodies_recorded on list_contains(filtered_events.participant_rowids, bodies_recorded.number)
    where filtered_events.is_held
)

select
    met.body_id,
    met.lead_id,
    met.pillar_id,
    bodies.name,
    bodies.name_indonesian,
    bodies.acronym,
    bodies.acronym_indonesian,
    count(distinct met.event_id) as meetings,
    count(distinct met.event_id) filter (where met.participant_id is null) as involved,
    count(distinct met.event_id) filter (where met.participant_id is not null) as present,
    coalesce(string_agg(distinct met.participant_id, ' ' order by met.participant_id), '') as participant_ids
from met
inner join bodies on met.body_id = bodies.body_id
where met.pillar_id != met.lead_id and met.pillar_id in ('apsc', 'aec', 'ascc')
group by
    met.body_id,
    met.lead_id,
    met.pillar_id,
    bodies.name,
    bodies.name_indonesian,
    bodies.acronym,
    bodies.acronym_indonesian
order by meetings desc, met.body_id asc, met.pillar_id asc
