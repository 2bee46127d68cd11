-- By which texts may each body, place, country, document, participant and meeting itself be looked up?
--
-- Parameters: none
-- Grain: one row a kind, record and text, not yet folded: names in any language, acronyms, former names; of a meeting
--     its ordinal, day, month and year as written in either language, its mode, its venue, its topics, the roles in
--     which participants are recorded, that it was cancelled or postponed, its ids. Marks such as _pillar_ascc stand for
--     pillar, organization and in person: their words ("culture", "Asia", "person") would find too much one by one, so
--     that only search_terms leads to them. A level is that of the body alone; committee, forum and other are in names
-- Counts: nothing
with names as (
    select
        'body' as kind,
        body_id as record_id,
        unnest([name, name_indonesian, acronym, acronym_indonesian]) as name
    from bodies
    union all
    select
        'body' as kind,
        body_id as record_id,
        name
    from body_names
    union all
    select
        'body' as kind,
        body_id as record_id,
        unnest([
            case when pillar_id <> 'none' then '_pillar_' || pillar_id end,
            '_organization_' || organization_id,
            case level
                when 'summit' then 'summit KTT'
                when 'ministerial' then 'ministerial tingkat menteri'
                when 'senior_official' then 'senior officials pejabat senior pejabat tinggi'
                when 'working_group' then 'working group kelompok kerja'
            end
        ]) as name
    from bodies
    union all
    select
        'place' as kind,
        places.place_id as record_id,
        unnest([places.name, places.name_indonesian, countries.name, countries.name_indonesian]) as name
    from places
    inner join countries on places.country_id = countries.country_id
    union all
    select
        'place' as kind,
        place_id as record_id,
        name
    from place_names
    union all
    select
        'country' as kind,
        country_id as record_id,
        unnest([name, name_indonesian]) as name
    from countries
    union all
    select
        'document' as kind,
        document_id as record_id,
        unnest([name, name_indonesian]) as name
    from documents
    union all
    select
        'document' as kind,
        document_id as record_id,
        unnest([name, name_indonesian]) as name
    from document_parts
    union all
    select
        'participant' as kind,
        participants.participant_id as record_id,
        unnest([participants.name, participants.name_indonesian, countries.name, countries.name_indonesian]) as name
    from participants
    left join countries on participants.country_id = countries.country_id
    union all
    select
        'participant' as kind,
        participant_id as record_id,
        name
    from participant_names
    union all
    select
        'event' as kind,
        event_id as record_id,
        unnest([
            name,
            name_indonesian,
            venue,
            'ke-' || ordinal,
            ordinal || case
                when ordinal % 100 in (11, 12, 13) then 'th'
                else coalesce(['st', 'nd', 'rd'][ordinal % 10], 'th')
            end
        ]) as name
    from events
    union all
    select
        'event' as kind,
        event_id as record_id,
        unnest([topic, topic_indonesian]) as name
    from event_topics
    union all
    select
        'event' as kind,
        event_id as record_id,
        case role
            when 'chair' then 'chair ketua'
            when 'host' then 'host tuan rumah'
            when 'co_organizer' then 'co-organizer penyelenggara bersama'
            when 'observer' then 'observer pengamat'
            when 'guest' then 'guest tamu'
            when 'dialogue_partner' then 'dialogue partner mitra wicara mitra dialog'
            when 'partner' then 'partner mitra'
            when 'speaker' then 'speaker pembicara'
        end as name
    from participations
    where attendance <> 'absent'
    union all
    select
        'event' as kind,
        event_id as record_id,
        unnest([
            event_id,
            cast(year as text),
            case
                when length(start_date) >= 7
                    then concat_ws(
                        ' ',
                        case when length(start_date) = 10 then day(first_day) end,
                        [
                            'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September',
                            'October', 'November', 'December'
                        ][month(first_day)],
                        year
                    )
            end,
            case
                when length(start_date) >= 7
                    then concat_ws(
                        ' ',
                        case when length(start_date) = 10 then day(first_day) end,
                        [
                            'Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September',
                            'Oktober', 'November', 'Desember'
                        ][month(first_day)],
                        year
                    )
            end,
            case mode
                when 'virtual' then 'online virtual video conference daring konferensi video'
                when 'hybrid' then 'hybrid hibrida'
                when 'in_person' then '_mode_in_person'
            end,
            case status
                when 'cancelled' then 'cancelled dibatalkan'
                when 'postponed' then 'postponed ditunda'
            end
        ]) as name
    from events
    union all
    select
        'event' as kind,
        new_id as record_id,
        old_id as name
    from aliases
    where kind = 'event'
)

select distinct
    kind,
    record_id,
    name
from names
where name is not null
order by kind, record_id, name
