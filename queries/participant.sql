-- Who is this participant, and which others were it before?
--
-- Parameters: $participant_id
-- Grain: one row, none where the edition knows no such participant
-- Counts: other_names are those by which it may be looked up, joined by dots; former and present are ids of those
--     that went before it or came after it
select
    participants.participant_id,
    participants.kind,
    participants.name,
    coalesce(participants.name_indonesian, countries.name_indonesian) as name_indonesian,
    participants.country_id,
    countries.independent_from,
    (
        select string_agg(participant_names.name, ' · ' order by participant_names.name)
        from participant_names
        where participant_names.participant_id = participants.participant_id
    ) as other_names,
    participants.predecessor_of as present,
    (
        select string_agg(former.participant_id, ' ' order by former.participant_id)
        from participants as former
        where former.predecessor_of = participants.participant_id
    ) as former
from participants
left join countries on participants.country_id = countries.country_id
where participants.participant_id = $participant_id
order by participants.participant_id
