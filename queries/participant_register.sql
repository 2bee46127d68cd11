-- Which participants are in the view, and at how many of its meetings is each recorded?
--
-- Parameters: those of filtered_events.sql
-- Grain: one row a participant; where the view asks who took part, those alone
-- Counts: meetings held in view at which it is recorded in any role but absent
with recorded as (
    select
        participations.participant_id,
        count(distinct filtered_events.event_id) as meetings
    from filtered_events
    inner join participations on filtered_events.event_id = participations.event_id
    where filtered_events.is_held and participations.attendance != 'absent'
    group by participations.participant_id
)

select
    participants.participant_id,
    participants.kind,
    participants.name,
    coalesce(participants.name_indonesian, countries.name_indonesian) as name_indonesian,
    participants.predecessor_of,
    coalesce(recorded.meetings, 0) as meetings
from participants
left join countries on participants.country_id = countries.country_id
left join recorded on participants.participant_id = recorded.participant_id
where len($participants) = 0 or list_contains($participants, participants.participant_id)
order by participants.name, participants.participant_id
