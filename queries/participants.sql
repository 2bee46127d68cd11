-- Who is recorded at a meeting?
--
-- Parameters: none
-- Grain: one row a participant that some meeting records, in any role, not as absent
-- Counts: nothing
select
    participants.participant_id,
    participants.kind,
    participants.name,
    coalesce(participants.name_indonesian, countries.name_indonesian) as name_indonesian
from participants
left join countries on participants.country_id = countries.country_id
where
    exists (
        select 1 from participations
        where participations.participant_id = participants.participant_id and participations.attendance != 'absent'
    )
order by participants.name, participants.participant_id
