-- Which statuses hold on a day?
--
-- Parameters:
--     $as_of: the day
-- Grain: one row a status that holds certainly or possibly on that day
-- Counts: is_certain as data/README.md, "Time", says; on one certain day a participant has one status of a track in an
--     organization (queries/checks/two_statuses_on_one_day.sql)
select
    statuses.*,
    coalesce(
        statuses.certain_from <= $as_of and (statuses.certain_until is null or $as_of < statuses.certain_until), false
    ) as is_certain
from statuses
where
    (statuses.possible_from is null or statuses.possible_from <= $as_of)
    and (statuses.possible_until is null or $as_of < statuses.possible_until)
order by statuses.status_id
