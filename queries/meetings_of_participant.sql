-- At which meetings is a participant recorded, as what, and with which standing on that day?
--
-- Parameters: those of filtered_events.sql, those of standings_at_meetings.sql, and
--     $participant_id
-- Grain: one row a meeting in view, role and standing on that day (see standings_at_meetings.sql)
-- Counts: is_held rows are meetings held; of a planned meeting participation is announced; attendance may be absent
select
    filtered_events.event_id,
    filtered_events.ordinal,
    filtered_events.name,
    filtered_events.name_indonesian,
    filtered_events.body_id,
    bodies.name as body_name,
    bodies.name_indonesian as body_name_indonesian,
    bodies.acronym as body_acronym,
    bodies.acronym_indonesian as body_acronym_indonesian,
    filtered_events.organization_id,
    organizations.name as organization_name,
    organizations.name_indonesian as organization_name_indonesian,
    organizations.acronym as organization_acronym,
    organizations.member_term,
    filtered_events.pillar_id,
    filtered_events.year,
    filtered_events.start_date,
    filtered_events.end_date,
    filtered_events.first_day,
    filtered_events.mode,
    filtered_events.place_id,
    event_details.place_name,
    event_details.place_name_indonesian,
    event_details.country_id,
    countries.name as country_name,
    countries.name_indonesian as country_name_indonesian,
    filtered_events.is_held,
    participations.role,
    participations.representative,
    participations.representative_title,
    participations.representation,
    participations.attendance,
    standings_at_meetings.status,
    standings_at_meetings.from_date as status_from_date,
    standings_at_meetings.is_certain,
    standings_at_meetings.is_later,
    standings_at_meetings.absence
from filtered_events
inner join participations on filtered_events.event_id = participations.event_id
inner join event_details on filtered_events.event_id = event_details.event_id
inner join bodies on filtered_events.body_id = bodies.body_id
inner join organizations on filtered_events.organization_id = organizations.organization_id
left join countries on event_details.country_id = countries.country_id
left join standings_at_meetings
    on
        participations.event_id = standings_at_meetings.event_id
        and participations.participant_id = standings_at_meetings.participant_id
        and participations.role = standings_at_meetings.role
        and participations.representative = standings_at_meetings.representative
where participations.participant_id = $participant_id
order by
    filtered_events.first_day desc nulls last,
    filtered_events.event_id asc,
    participations.role asc,
    participations.representative asc,
    standings_at_meetings.is_later asc,
    standings_at_meetings.status asc
