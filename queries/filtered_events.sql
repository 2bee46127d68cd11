-- Which meetings are in the view?
--
-- Parameters:
--     $year_from, $year_to: first and last year, inclusive; null means any
--     $bodies: body ids, each with its sub-bodies; empty means any
--     $organizations: organization ids; empty means any but national coordination
--     $pillars: lead pillars; empty means any
--     $search: folded words that must all begin a word of the meeting's search text; empty means any
--     $as_of: the day the view is seen from
-- Grain: one row a meeting of any status
-- Counts: figures count the rows with is_held; announced and upcoming ones are counted beside it;
--     a planned meeting without a date is upcoming
select
    events.*,
    bodies.organization_id,
    bodies.pillar_id,
    bodies.level,
    events.status = 'held' as is_held,
    events.status = 'planned' and coalesce(events.last_day < $as_of, false) as is_announced,
    events.status = 'planned' and coalesce(events.last_day >= $as_of, true) as is_upcoming
from events
inner join bodies on events.body_id = bodies.body_id
inner join organizations on bodies.organization_id = organizations.organization_id
where
    ($year_from is null or events.year >= $year_from)
    and ($year_to is null or events.year <= $year_to)
    and (
        len($bodies) = 0
        or events.body_id in (
            select body_tree.body_id
            from body_tree
            where list_contains($bodies, body_tree.ancestor_id)
        )
    )
    and (
        list_contains($organizations, bodies.organization_id)
        or (len($organizations) = 0 and (organizations.kind != 'national' or len($bodies) > 0))
    )
    and (len($pillars) = 0 or list_contains($pillars, bodies.pillar_id))
    and (
        len($search) = 0
        or events.event_id in (
            select event_search.event_id
            from event_search
            inner join unnest($search) as asked (word)
                on contains(' ' || event_search.text, ' ' || asked.word)
            group by event_search.event_id
            having count(*) = len($search)
        )
    )
order by events.event_id
