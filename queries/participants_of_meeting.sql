-- Who is recorded as taking part in a meeting?
--
-- Parameters:
--     $event_id: the meeting
-- Grain: one row a participant of a meeting held, by name, in any role but absent; none of another, whose participants are
--     only announced
-- Counts: nothing; is_chair and is_host say whether one of its roles is that
select
    participants.participant_id,
    participants.name,
    coalesce(participants.name_indonesian, countries.name_indonesian) as name_indonesian,
    participants.country_id,
    max(case when participations.role = 'chair' then 1 else 0 end) = 1 as is_chair,
    max(case when participations.role = 'host' then 1 else 0 end) = 1 as is_host
from participations
inner join participants on participations.participant_id = participants.participant_id
left join countries on participants.country_id = countries.country_id
inner join events on participations.event_id = events.event_id
where events.status = 'held' and participations.event_id = $event_id and participations.attendance != 'absent'
group by
    participants.participant_id,
    participants.name,
    participants.name_indonesian,
    participants.country_id,
    countries.name_indonesian
order by participants.name, participants.participant_id
