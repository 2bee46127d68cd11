-- Who held which office of a body, from when until when?
--
-- Parameters: $body_id
-- Grain: one row a term, the earliest first; from_date <= day < until_date, empty where it is not known
-- Counts: nothing
select
    office_terms.office_term_id,
    office_terms.office,
    office_terms.holder,
    office_terms.from_date,
    office_terms.until_date,
    participants.participant_id,
    participants.name,
    coalesce(participants.name_indonesian, countries.name_indonesian) as name_indonesian
from office_terms
left join participants on office_terms.participant_id = participants.participant_id
left join countries on participants.country_id = countries.country_id
where office_terms.body_id = $body_id
order by office_terms.from_date asc nulls first, office_terms.office_term_id asc
