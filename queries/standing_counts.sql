-- How many hold which standing in each organization on a day?
--
-- Parameters: those of statuses_on_day.sql, and
--     $participants, $organizations: ids; empty means any
-- Grain: one row an organization of the matrix and standing that somebody holds certainly or possibly
-- Counts: certain and possible are participants, the possible not among the certain (nobody holds two standings of an
--     organization on one certain day); is_complete says whether the list of those who hold that standing is complete on
--     that day, so that the count is not "at least"
with counted as (
    select
        statuses_on_day.organization_id,
        statuses_on_day.status,
        count(*) filter (where statuses_on_day.is_certain) as certain,
        count(*) filter (where not statuses_on_day.is_certain) as possible
    from statuses_on_day
    where
        statuses_on_day.track = 'standing'
        and (len($participants) = 0 or list_contains($participants, statuses_on_day.participant_id))
        and (len($organizations) = 0 or list_contains($organizations, statuses_on_day.organization_id))
    group by statuses_on_day.organization_id, statuses_on_day.status
),

complete as (
    select distinct
        rolls.organization_id,
        rolls.standing
    from rolls
    where
        first_day(rolls.complete_from) <= $as_of
        and (rolls.complete_until is null or $as_of < first_day(rolls.complete_until))
)

select
    organizations.organization_id,
    organizations.name,
    organizations.name_indonesian,
    organizations.acronym,
    organizations.member_term,
    counted.status,
    counted.certain,
    counted.possible,
    complete.organization_id is not null as is_complete
from counted
inner join organizations on counted.organization_id = organizations.organization_id
left join complete on counted.organization_id = complete.organization_id and counted.status = complete.standing
where organizations.matrix_position is not null
order by organizations.matrix_position asc, counted.certain desc, counted.status asc
