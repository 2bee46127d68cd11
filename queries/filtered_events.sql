-- Which meetings are in the view?
--
-- Parameters:
--     $year_from, $year_to: first and last year, inclusive; null means any
--     $bodies: body ids, each with its sub-bodies; empty means any
--     $organizations: organization ids; empty means any but national coordination
--     $pillars: lead pillars; empty means any
--     $search: folded words and phrases that must all stand in the meeting's search text, from the beginning of a word;
--         one that ends in a space must end there too; of those joined by | one is enough; empty means any
--     $as_of: the day the view is seen from
-- Grain: one row a meeting of any status
-- Counts: figures count the rows with is_held; announced and upcoming ones are counted beside it;
--     a planned meeting without a date is upcoming
select
    events.*,
    event_details.organization_id,
    event_details.pillar_id,
    event_details.level,
    events.status = 'held' as is_held,
    events.status = 'planned' and coalesce(events.last_day < $as_of, false) as is_announced,
    events.status = 'planned' and coalesce(events.last_day >= $as_of, true) as is_upcoming
from events
inner join event_details on events.event_id = event_details.event_id
where
    ($year_from is null or events.year >= $year_from)
    and ($year_to is null or events.year <= $year_to)
    and (len($bodies) = 0 or list_has_any(event_details.ancestor_ids, $bodies))
    and (
        list_contains($organizations, event_details.organization_id)
        or (len($organizations) = 0 and (not event_details.is_national or len($bodies) > 0))
    )
    and (len($pillars) = 0 or list_contains($pillars, event_details.pillar_id))
    and len(list_filter(
        $search,
        lambda entry: len(list_filter(
            string_split(cast(entry as text), '|'),
            lambda term: contains(' ' || event_details.text || ' ', ' ' || term)
        )) = 0
    )) = 0
order by events.event_id
