-- Who has which status in which organization on a day, and where there is none: is that a "no", or not known?
--
-- Parameters: those of statuses_on_day.sql, and
--     $participants: participant ids; empty means all that ever had a status in one of the organizations
--     $organizations: organization ids; empty means any
-- Grain: one row a participant, organization of the matrix and status that holds certainly or possibly on that day; one with
--     an empty status where none of the standing track does; states, economies and territories first
-- Counts: absence says what an empty standing means: organization_not_yet and state_not_yet (founded, independent only
--     later), no (inside a complete list of members: no member), else not_known; a truncated day of founding or independence
--     must have begun
with columns as (
    select
        organizations.organization_id,
        organizations.matrix_position,
        organizations.founded
    from organizations
    where
        organizations.matrix_position is not null
        and (len($organizations) = 0 or list_contains($organizations, organizations.organization_id))
),

lines as (
    select
        participants.participant_id,
        participants.kind,
        participants.name,
        coalesce(participants.name_indonesian, countries.name_indonesian) as name_indonesian,
        countries.independent_from
    from participants
    left join countries on participants.country_id = countries.country_id
    where
        case
            when len($participants) > 0 then list_contains($participants, participants.participant_id)
            else participants.participant_id in (
                select statuses.participant_id
                from statuses
                inner join columns on statuses.organization_id = columns.organization_id
            )
        end
),

complete as (
    select distinct rolls.organization_id
    from rolls
    where
        rolls.standing = 'member'
        and first_day(rolls.complete_from) <= $as_of
        and (rolls.complete_until is null or $as_of < first_day(rolls.complete_until))
),

cells as (
    select
        lines.*,
        columns.organization_id,
        columns.matrix_position,
        case
            when $as_of < first_day(columns.founded) then 'organization_not_yet'
            when $as_of < first_day(lines.independent_from) then 'state_not_yet'
            when complete.organization_id is not null then 'no'
            else 'not_known'
        end as absence
    from lines
    cross join columns
    left join complete on columns.organization_id = complete.organization_id
),

tracks as (
    select
        cells.*,
        named.track
    from cells
    cross join (values ('standing'), ('accession')) as named (track)
)

select
    tracks.participant_id,
    tracks.kind,
    tracks.name,
    tracks.name_indonesian,
    tracks.organization_id,
    tracks.matrix_position,
    tracks.absence,
    tracks.track,
    statuses_on_day.status_id,
    statuses_on_day.status,
    statuses_on_day.sought,
    statuses_on_day.from_date,
    statuses_on_day.is_certain
from tracks
left join statuses_on_day
    on
        tracks.participant_id = statuses_on_day.participant_id
        and tracks.organization_id = statuses_on_day.organization_id
        and tracks.track = statuses_on_day.track
where tracks.track = 'standing' or statuses_on_day.status_id is not null
order by
    case when tracks.kind in ('state', 'economy', 'territory') then 0 else 1 end,
    tracks.name asc,
    tracks.participant_id asc,
    tracks.matrix_position asc,
    tracks.track desc,
    statuses_on_day.from_date asc,
    statuses_on_day.status_id asc
