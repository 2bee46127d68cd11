-- Which participants are there?
--
-- Parameters: none
-- Grain: one row a participant, whether or not a meeting records it
-- Counts: nothing
select
    participants.participant_id,
    participants.kind,
    participants.name,
    coalesce(participants.name_indonesian, countries.name_indonesian) as name_indonesian,
    participants.predecessor_of
from participants
left join countries on participants.country_id = countries.country_id
order by participants.name, participants.participant_id
