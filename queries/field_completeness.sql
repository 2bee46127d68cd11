-- Of how many meetings in view is each thing known?
--
-- Parameters: those of filtered_events.sql
-- Grain: one row a thing that may be known of a meeting, in the order of a reader's questions
-- Counts: meetings are the held ones of which it can be asked: country, city and venue of those not held online alone, the
--     Indonesian name of those whose name a source prints (the others have theirs from body and number); known are those of
--     which the edition holds it. Day is a first day exact to the day; participants are others than chair and host; a second
--     source and an official one are pages that support the meeting itself
with official as (
    select distinct found.event_id
    from (
        select
            filtered_events.event_id,
            unnest(filtered_events.source_rowids) as source_rowid
        from filtered_events
        where filtered_events.is_held
    ) as found
    inner join sources on found.source_rowid = sources.rowid
    where sources.grade = 'official'
),

roles as (
    select
        participations.event_id,
        count(*) filter (where participations.role = 'chair') as chairs,
        count(*) filter (where participations.role = 'host') as hosts,
        count(*) filter (
            where participations.role not in ('chair', 'host') and participations.attendance != 'absent'
        ) as others
    from participations
    group by participations.event_id
),

topics as (
    select distinct event_topics.event_id
    from event_topics
),

documents_of as (
    select distinct event_documents.event_id
    from event_documents
),

meetings as (
    select
        filtered_events.*,
        coalesce(roles.chairs, 0) as chairs,
        coalesce(roles.hosts, 0) as hosts,
        coalesce(roles.others, 0) as others,
        topics.event_id is not null as has_topics,
        documents_of.event_id is not null as has_documents,
        official.event_id is not null as has_official,
        event_details.source_count
    from filtered_events
    inner join event_details on filtered_events.event_id = event_details.event_id
    left join roles on filtered_events.event_id = roles.event_id
    left join topics on filtered_events.event_id = topics.event_id
    left join documents_of on filtered_events.event_id = documents_of.event_id
    left join official on filtered_events.event_id = official.event_id
    where filtered_events.is_held
),

totals as (
    select
        count(*) as meetings,
        count(*) filter (where meetings.mode != 'virtual') as not_online,
        count(meetings.name) as named,
        count(*) filter (where meetings.start_date is not null) as date_known,
        count(*) filter (where length(meetings.start_date) = 10) as day_known,
        count(*) filter (where meetings.end_date is not null) as last_day_known,
        count(*) filter (where meetings.ordinal is not null) as number_known,
        count(*) filter (where meetings.mode != 'unknown') as mode_known,
        count(*) filter (where meetings.mode != 'virtual' and meetings.venue_country_id is not null) as country_known,
        count(*) filter (where meetings.mode != 'virtual' and meetings.place_id is not null) as city_known,
        count(*) filter (where meetings.mode != 'virtual' and meetings.venue is not null) as venue_known,
        count(*) filter (where meetings.hosts > 0) as host_known,
        count(*) filter (where meetings.chairs > 0) as chair_known,
        count(*) filter (where meetings.others > 0) as participants_known,
        count(*) filter (where meetings.has_topics) as topics_known,
        count(*) filter (where meetings.has_documents) as documents_known,
        count(*) filter (where meetings.name is not null and meetings.name_indonesian is not null) as indonesian_name_known,
        count(*) filter (where meetings.source_count > 1) as second_source_known,
        count(*) filter (where meetings.has_official) as official_source_known
    from meetings
),

things as (
    select
        listed.position,
        listed.thing
    from (
        values
        (1, 'date'),
        (2, 'day'),
        (3, 'last_day'),
        (4, 'number'),
        (5, 'mode'),
        (6, 'country'),
        (7, 'city'),
        (8, 'venue'),
        (9, 'host'),
        (10, 'chair'),
        (11, 'participants'),
        (12, 'topics'),
        (13, 'documents'),
        (14, 'indonesian_name'),
        (15, 'second_source'),
        (16, 'official_source')
    ) as listed (position, thing)
)

select
    things.thing,
    case
        when things.thing in ('country', 'city', 'venue') then totals.not_online
        when things.thing = 'indonesian_name' then totals.named
        else totals.meetings
    end as meetings,
    case things.thing
        when 'date' then totals.date_known
        when 'day' then totals.day_known
        when 'last_day' then totals.last_day_known
        when 'number' then totals.number_known
        when 'mode' then totals.mode_known
        when 'country' then totals.country_known
        when 'city' then totals.city_known
        when 'venue' then totals.venue_known
        when 'host' then totals.host_known
        when 'chair' then totals.chair_known
        when 'participants' then totals.participants_known
        when 'topics' then totals.topics_known
        when 'documents' then totals.documents_known
        when 'indonesian_name' then totals.indonesian_name_known
        when 'second_source' then totals.second_source_known
        when 'official_source' then totals.official_source_known
    end as known
from things
cross join totals
order by things.position
