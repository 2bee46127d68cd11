-- Who is recorded at a meeting, in which role, represented by whom?
--
-- Parameters: $event_id
-- Grain: one row a participation: chair and host first, then by name
-- Counts: nothing; of a planned meeting participation is announced
select
    participations.event_id,
    participants.participant_id,
    participants.name,
    coalesce(participants.name_indonesian, countries.name_indonesian) as name_indonesian,
    participations.role,
    participations.representative,
    participations.representative_title,
    participations.representation,
    participations.attendance
from participations
inner join participants on participations.participant_id = participants.participant_id
left join countries on participants.country_id = countries.country_id
where participations.event_id = $event_id
order by
    case participations.role when 'chair' then 1 when 'host' then 2 else 3 end,
    participants.name,
    participants.participant_id,
    participations.role,
    participations.representative
