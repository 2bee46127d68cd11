-- How much does an edition hold?
--
-- Parameters: none
-- Grain: one row
-- Counts: rows of its main tables; held are the meetings known to be held, meetings those of any status
select
    (select count(*) from events) as meetings,
    (select count(*) filter (where events.status = 'held') from events) as held,
    (select count(*) from bodies) as bodies,
    (select count(*) from participations) as participations,
    (select count(*) from statuses) as statuses,
    (select count(*) from documents) as documents,
    (select count(*) from sources) as sources,
    (select count(*) from citations) as citations,
    (select count(*) from conflicts) as conflicts
order by meetings
