-- At how many meetings a year does a source name a pillar as involved?
--
-- Parameters: those of filtered_events.sql
-- Grain: one row a year and pillar named as involved at least once; a meeting without a date has no year
-- Counts: held meetings; one that names two pillars counts for each, and beside its lead pillar, so that nothing adds up
select
    involved.year,
    involved.pillar_id,
    count(*) as meetings
from (
    select
        filtered_events.year,
        unnest(filtered_events.involved_pillar_ids) as pillar_id
    from filtered_events
    where filtered_events.is_held
) as involved
group by involved.year, involved.pillar_id
order by involved.year, involved.pillar_id
