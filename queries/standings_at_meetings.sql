-- Which standing had each participant, on the day of the meeting, in the organization whose body met?
--
-- Parameters: none
-- Grain: one row a participation and standing that held on the first day of the meeting, or began up to its last; one with
--     an empty standing where none did
-- Counts: is_certain holds for the first day, and for all days where the date of the meeting is truncated; a standing that
--     is only possible is no row beside a certain one; is_later is one that began after the first day; absence says what an
--     empty standing means: no (inside a complete list of members), not_known, or none for bodies, agencies and groups,
--     which have no standing
with meetings as (
    select
        events.event_id,
        bodies.organization_id,
        events.first_day,
        events.last_day,
        length(events.start_date) < 10 as is_truncated
    from events
    inner join bodies on events.body_id = bodies.body_id
),

present as (
    select
        participations.*,
        participants.kind,
        meetings.organization_id,
        meetings.first_day,
        meetings.last_day,
        meetings.is_truncated
    from participations
    inner join participants on participations.participant_id = participants.participant_id
    inner join meetings on participations.event_id = meetings.event_id
),

held as (
    select
        present.event_id,
        present.participant_id,
        present.role,
        present.representative,
        statuses.status_id,
        statuses.status,
        statuses.from_date,
        not present.is_truncated and coalesce(statuses.possible_from > present.first_day, false) as is_later,
        coalesce(
            statuses.certain_from <= present.first_day
            and (
                statuses.certain_until is null
                or statuses.certain_until > case when present.is_truncated then present.last_day else present.first_day end
            ),
            false
        ) as is_certain
    from present
    inner join statuses
        on
            present.participant_id = statuses.participant_id
            and present.organization_id = statuses.organization_id
            and statuses.track = 'standing'
            and (statuses.possible_from is null or present.last_day >= statuses.possible_from)
            and (statuses.possible_until is null or present.first_day < statuses.possible_until)
    qualify
        is_certain
        or is_later
        or not bool_or(is_certain) over (
            partition by present.event_id, present.participant_id, present.role, present.representative
        )
)

select
    present.event_id,
    present.participant_id,
    present.role,
    present.representative,
    present.organization_id,
    held.status_id,
    held.status,
    held.from_date,
    coalesce(held.is_later, false) as is_later,
    coalesce(held.is_certain, false) as is_certain,
    case
        when present.kind in ('body', 'agency', 'group') then 'none'
        when
            exists (
                select 1
                from rolls
                where
                    rolls.organization_id = present.organization_id
                    and rolls.standing = 'member'
                    and first_day(rolls.complete_from) <= present.first_day
                    and (rolls.complete_until is null or present.last_day < first_day(rolls.complete_until))
            )
            then 'no'
        else 'not_known'
    end as absence
from present
left join held
    on
        present.event_id = held.event_id
        and present.participant_id = held.participant_id
        and present.role = held.role
        and present.representative = held.representative
order by present.event_id
