-- How much is in the view?
--
-- Parameters: those of filtered_events.sql
-- Grain: one row
-- Counts: meetings are held ones; announced and upcoming are planned ones whose last day has or has not passed $as_of;
--     other ones are cancelled or postponed; cities are places of kind city or area; every meeting is with_place, online
--     (virtual) or without_city, the last country_only or unknown; with_participants are those of which at least one
--     participant is recorded
select
    count(*) filter (where filtered_events.is_held) as meetings,
    count(*) filter (where filtered_events.is_announced) as announced,
    count(*) filter (where filtered_events.is_upcoming) as upcoming,
    count(*) filter (
        where not filtered_events.is_held and not filtered_events.is_announced and not filtered_events.is_upcoming
    ) as other,
    count(distinct filtered_events.body_id) filter (where filtered_events.is_held) as bodies,
    count(distinct filtered_events.place_id) filter (where filtered_events.is_held) as cities,
    count(*) filter (where filtered_events.is_held and filtered_events.mode = 'virtual') as online,
    count(*) filter (
        where filtered_events.is_held and filtered_events.mode != 'virtual' and filtered_events.place_id is null
    ) as without_city,
    count(*) filter (where filtered_events.is_held and filtered_events.whereabouts = 'country_only') as country_only,
    count(*) filter (where filtered_events.is_held and filtered_events.whereabouts = 'unknown') as unknown,
    count(*) filter (where filtered_events.is_held and filtered_events.mode = 'hybrid') as hybrid,
    count(*) filter (where filtered_events.is_held and filtered_events.place_id is not null) as with_place,
    count(*) filter (where filtered_events.is_held and filtered_events.participant_count > 0) as with_participants,
    min(filtered_events.year) filter (where filtered_events.is_held) as first_year,
    max(filtered_events.year) filter (where filtered_events.is_held) as last_year
from filtered_events
order by meetings
