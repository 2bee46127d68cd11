-- Which standing had each participant of a meeting on that day?
--
-- Parameters: those of standings_at_meetings.sql, and
--     $event_id
-- Grain: one row a participant and standing (see standings_at_meetings.sql), whatever its roles
-- Counts: nothing
select distinct
    standings_at_meetings.participant_id,
    organizations.member_term,
    standings_at_meetings.status,
    standings_at_meetings.from_date as status_from_date,
    standings_at_meetings.is_certain,
    standings_at_meetings.is_later,
    standings_at_meetings.absence
from standings_at_meetings
inner join organizations on standings_at_meetings.organization_id = organizations.organization_id
where standings_at_meetings.event_id = $event_id
order by
    standings_at_meetings.participant_id asc,
    standings_at_meetings.is_later asc,
    standings_at_meetings.status asc
