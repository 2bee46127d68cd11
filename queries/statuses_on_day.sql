-- Which statuses hold on a day?
--
-- Parameters:
--     $as_of: the day
-- Grain: one row a status that holds certainly or possibly on that day, but for those that are only possible where
--     another of the same participant, organization and track is certain
-- Counts: is_certain as data/README.md, "Time", says; without a known start a status is possible at the earliest from the
--     day on which the organization was founded and the state independent
select
    statuses.*,
    coalesce(
        statuses.certain_from <= $as_of and (statuses.certain_until is null or $as_of < statuses.certain_until), false
    ) as is_certain
from statuses
inner join organizations on statuses.organization_id = organizations.organization_id
inner join participants on statuses.participant_id = participants.participant_id
left join countries on participants.country_id = countries.country_id
where
    coalesce(statuses.possible_from, first_day(organizations.founded), $as_of) <= $as_of
    and coalesce(statuses.possible_from, first_day(countries.independent_from), $as_of) <= $as_of
    and (statuses.possible_until is null or $as_of < statuses.possible_until)
qualify
    is_certain
    or not bool_or(is_certain) over (
        partition by statuses.participant_id, statuses.organization_id, statuses.track
    )
order by statuses.status_id
