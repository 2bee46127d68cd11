-- Which statuses began or ended between two days?
--
-- Parameters:
--     $since: the day before the first day asked about
--     $as_of: the last day asked about
--     $participants, $organizations: ids; empty means any
-- Grain: one row a beginning, or an end after which no other status of the track began on the same day
-- Counts: a truncated date counts where any of its days lies within; before is the status of the track that ended with the
--     beginning of this one
with named as (
    select
        statuses.*,
        participants.name,
        coalesce(participants.name_indonesian, countries.name_indonesian) as name_indonesian,
        organizations.name as organization_name,
        organizations.name_indonesian as organization_name_indonesian,
        organizations.acronym as organization_acronym,
        organizations.member_term
    from statuses
    inner join participants on statuses.participant_id = participants.participant_id
    inner join organizations on statuses.organization_id = organizations.organization_id
    left join countries on participants.country_id = countries.country_id
    where
        (len($participants) = 0 or list_contains($participants, statuses.participant_id))
        and (len($organizations) = 0 or list_contains($organizations, statuses.organization_id))
),

changes as (
    select
        named.*,
        'began' as change,
        named.from_date as date,
        ended.status as before_status,
        ended.sought as before_sought
    from named
    left join statuses as ended
        on
            named.participant_id = ended.participant_id
            and named.organization_id = ended.organization_id
            and named.track = ended.track
            and named.from_date = ended.until_date
    union all
    select
        named.*,
        'ended' as change,
        named.until_date as date,
        null as before_status,
        null as before_sought
    from named
    where
        not exists (
            select 1
            from statuses as next
            where
                next.participant_id = named.participant_id
                and next.organization_id = named.organization_id
                and next.track = named.track
                and next.from_date = named.until_date
        )
)

select
    changes.date,
    changes.change,
    changes.status_id,
    changes.participant_id,
    changes.name,
    changes.name_indonesian,
    changes.organization_id,
    changes.organization_name,
    changes.organization_name_indonesian,
    changes.organization_acronym,
    changes.member_term,
    changes.track,
    changes.status,
    changes.sought,
    changes.before_status,
    changes.before_sought,
    changes.basis
from changes
where
    changes.date is not null
    and first_day(changes.date) <= $as_of
    and last_day_of(changes.date) > $since
order by first_day(changes.date) desc, changes.name asc, changes.organization_id asc, changes.track asc, changes.change asc
