-- At how many meetings of an organization is a participant recorded, and as what?
--
-- Parameters: $participant_id, $organization_id
-- Grain: one row a role
-- Counts: distinct held meetings; participation is known for some of all meetings, so this is "recorded", not "attended"
select
    participations.role,
    count(distinct participations.event_id) as meetings
from participations
inner join events on participations.event_id = events.event_id
inner join bodies on events.body_id = bodies.body_id
where
    participations.participant_id = $participant_id
    and bodies.organization_id = $organization_id
    and events.status = 'held'
    and participations.attendance != 'absent'
group by participations.role
order by meetings desc, participations.role asc
