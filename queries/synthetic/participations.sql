-- Who is recorded at the invented meetings, and as what?
--
-- Parameters: none
-- Grain: one row a meeting and participant, three to seventeen a meeting, none virtual at a meeting in person
-- Counts: nothing
with participants_in_line as (
    select
        participant_id,
        row_number() over (order by participant_id) - 1 as number
    from participants
    where kind = 'state'
),

attending as (
    select
        event_id,
        mode,
        status,
        cast(floor(8 * chance(event_id, 'first') ** 3) as bigint) as first_number,
        unnest(range(3 + cast(floor(15 * chance(event_id, 'size')) as bigint))) as seat
    from events
)

select
    attending.event_id,
    participants_in_line.participant_id,
    case
        when attending.seat = 0 then 'chair'
        when participants_in_line.number < 12 then 'member'
        else 'partner'
    end as role,
    '' as representative,
    'not_known' as representation,
    case
        when attending.status = 'planned' then 'announced'
        when attending.mode = 'virtual' then 'virtual'
        else 'not_known'
    end as attendance
from attending
inner join participants_in_line on attending.first_number + attending.seat = participants_in_line.number
where attending.status in ('held', 'planned')
order by attending.event_id, participants_in_line.participant_id, role, representative
