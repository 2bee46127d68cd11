-- Which filters of the view does each meeting pass?
--
-- Parameters:
--     $year_from, $year_to: first and last year, inclusive; null means any
--     $bodies: body ids; empty means any
--     $is_without_sub_bodies: whether a body stands for itself alone, without its sub-bodies
--     $organizations: organization ids; empty means any but national coordination
--     $pillars: pillars; empty means any
--     $is_involvement_counted: whether a meeting belongs to the pillars that a source names as involved, too
--     $levels, $modes: levels of bodies, modes of meetings; empty means any
--     $countries: where the meeting was held; empty means any
--     $places: the meeting's whereabouts; empty means any
--     $participants: who is recorded as taking part, in any role; empty means any
--     $topics: topics that agenda or documents name; empty means any
--     $search: folded words and phrases that must all stand in the meeting's search text, from the beginning of a word;
--         one that ends in a space must end there too; of those joined by | one is enough; empty means any
--     $as_of: the day the view is seen from
-- Grain: one row a meeting of any status; number is its place in events
-- Counts: passes_national is false for national coordination that neither its organization nor any body calls in; a
--     planned meeting without a date is upcoming
select
    events.*,
    events.rowid as number,
    event_details.organization_id,
    event_details.pillar_id,
    event_details.level,
    event_details.is_national,
    event_details.country_id as venue_country_id,
    event_details.whereabouts,
    event_details.participant_rowids,
    event_details.involved_pillar_ids,
    event_details.topic_ids,
    event_details.source_rowids,
    event_details.participant_count,
    event_details.country_count,
    events.status = 'held' as is_held,
    events.status = 'planned' and coalesce(events.last_day < $as_of, false) as is_announced,
    events.status = 'planned' and coalesce(events.last_day >= $as_of, true) as is_upcoming,
    ($year_from is null or coalesce(events.year >= $year_from, false))
    and ($year_to is null or coalesce(events.year <= $year_to, false)) as passes_years,
    len($bodies) = 0
    or ($is_without_sub_bodies and list_contains($bodies, events.body_id))
    or (not $is_without_sub_bodies and list_has_any(event_details.ancestor_ids, $bodies)) as passes_bodies,
    len($organizations) = 0 or list_contains($organizations, event_details.organization_id) as passes_organizations,
    not event_details.is_national
    or len($bodies) > 0
    or (len($organizations) > 0 and list_contains($organizations, event_details.organization_id)) as passes_national,
    len($pillars) = 0
    or list_contains($pillars, event_details.pillar_id)
    or ($is_involvement_counted and list_has_any(event_details.involved_pillar_ids, $pillars)) as passes_pillars,
    len($levels) = 0 or list_contains($levels, event_details.level) as passes_levels,
    len($countries) = 0 or coalesce(list_contains($countries, event_details.country_id), false) as passes_countries,
    len($places) = 0 or list_contains($places, event_details.whereabouts) as passes_places,
    len($participants) = 0 or list_has_any(
        event_details.participant_rowids,
        coalesce(
            (
                select list(participants.rowid) from participants
                where list_contains($participants, participants.participant_id)
            ),
            []
        )
    ) as passes_participants,
    len($modes) = 0 or list_contains($modes, events.mode) as passes_modes,
    len($topics) = 0 or list_has_any(event_details.topic_ids, $topics) as passes_topics,
    len($search) = 0
    or len(list_filter(
        $search,
        lambda entry: len(list_filter(
            string_split(cast(entry as text), '|'),
            lambda term: contains(' ' || event_details.text || ' ', ' ' || term)
        )) = 0
    )) = 0 as passes_search
from events
positional join event_details
order by events.event_id
