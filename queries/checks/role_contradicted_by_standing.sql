-- Which participations as member or observer contradict the standing on the day of the meeting?
--
-- Parameters: none
-- Grain: one row a participation whose role differs from a certain standing on the first day and is no possible standing
--     on any day of the meeting
-- Severity: warning
-- Remedy: Read both sources; correct one of the rows, or record the conflict.
with cited as (
    select
        table_name,
        record_id,
        string_agg(source_id, ', ' order by source_id) as sources
    from citations
    where stance = 'supports'
    group by table_name, record_id
),

days as (
    select
        participations.line,
        participations.event_id,
        participations.participant_id,
        participations.role,
        concat_ws(
            '/',
            participations.event_id,
            participations.participant_id,
            participations.role,
            participations.representative
        ) as record_id,
        bodies.organization_id,
        events.first_day,
        events.last_day
    from participations
    inner join events on participations.event_id = events.event_id
    inner join bodies on events.body_id = bodies.body_id
    where participations.role in ('member', 'observer')
)

select
    'participations' as table_name,
    days.line,
    'role' as column_name,
    days.role as value,
    days.participant_id || ' took part in ' || days.event_id || ' as ' || days.role
    || ' (' || coalesce(role_cited.sources, 'no source') || ') but was ' || certain.status || ' of '
    || days.organization_id || ' on ' || days.first_day || ' (' || certain.status_id || ': '
    || coalesce(status_cited.sources, 'no source') || ')' as reason
from days
inner join statuses as certain
    on
        days.participant_id = certain.participant_id
        and days.organization_id = certain.organization_id
        and certain.track = 'standing'
        and days.first_day >= certain.certain_from
        and (certain.certain_until is null or days.first_day < certain.certain_until)
left join cited as role_cited on role_cited.table_name = 'participations' and days.record_id = role_cited.record_id
left join cited as status_cited on status_cited.table_name = 'statuses' and certain.status_id = status_cited.record_id
where
    not exists (
        select 1
        from statuses as possible
        where
            possible.participant_id = days.participant_id
            and possible.organization_id = days.organization_id
            and possible.track = 'standing'
            and replace(possible.status, 'special_', '') = days.role
            and (possible.possible_from is null or possible.possible_from <= days.last_day)
            and (possible.possible_until is null or days.first_day < possible.possible_until)
    )
order by days.line
