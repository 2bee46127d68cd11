-- Which meetings are in the view, so many of them from a place in its order on, with all that is told of each in a line?
--
-- Parameters: those of filtered_events.sql, and
--     $sort: newest, oldest, body or place; within a body or place the latest first
--     $language: the language in whose words bodies and places are ordered, en or id
--     $most: how many at the most; null means all
--     $skipped: how many stand before them
-- Grain: one row a meeting of any status
-- Counts: sources is the number of distinct pages that support the meeting; recorded_participants how many are recorded as
--     taking part, null where nobody is (then it is not known); words are compared as sidang/text.py folds them
with told as (
    select
        filtered_events.event_id,
        filtered_events.body_id,
        bodies.name as body_name,
        bodies.name_indonesian as body_name_indonesian,
        bodies.acronym as body_acronym,
        bodies.acronym_indonesian as body_acronym_indonesian,
        filtered_events.organization_id,
        organizations.name as organization_name,
        organizations.name_indonesian as organization_name_indonesian,
        organizations.acronym as organization_acronym,
        filtered_events.pillar_id,
        filtered_events.level,
        filtered_events.ordinal,
        filtered_events.ordinal_basis,
        filtered_events.name,
        filtered_events.name_indonesian,
        filtered_events.status,
        filtered_events.is_held,
        filtered_events.is_announced,
        coalesce(filtered_events.first_day > edition.data_until, false) as is_after_sources,
        case
            when filtered_events.is_announced then 'announced'
            when filtered_events.is_upcoming then 'upcoming'
            else filtered_events.status
        end as state,
        filtered_events.start_date,
        filtered_events.end_date,
        filtered_events.dates_basis,
        filtered_events.dates_cover,
        filtered_events.first_day,
        filtered_events.last_day,
        filtered_events.mode,
        filtered_events.mode_basis,
        filtered_events.place_id,
        event_details.place_name,
        event_details.place_name_indonesian,
        event_details.country_id,
        countries.name as country_name,
        countries.name_indonesian as country_name_indonesian,
        filtered_events.venue,
        places.latitude,
        places.longitude,
        filtered_events.note,
        event_details.source_count as sources,
        nullif(len(filtered_events.participant_rowids), 0) as recorded_participants,
        case
            when $language = 'id' then coalesce(bodies.name_indonesian, bodies.name || ' en')
            else bodies.name
        end as body_words,
        case when event_details.country_id is not null then 0 when filtered_events.mode = 'virtual' then 1 else 2 end
            as place_rank,
        case
            when filtered_events.mode = 'virtual' then 'online'
            when event_details.place_name is not null
                then
                    case
                        when $language = 'id'
                            then coalesce(event_details.place_name_indonesian, event_details.place_name || ' en')
                        else event_details.place_name
                    end
                    || case when filtered_events.mode = 'hybrid' then ' hybrid' else '' end
            when $language = 'id' then countries.name_indonesian || ' kota'
            else countries.name || ' city'
        end as place_words
    from filtered_events
    inner join bodies on filtered_events.body_id = bodies.body_id
    inner join organizations on filtered_events.organization_id = organizations.organization_id
    inner join event_details on filtered_events.event_id = event_details.event_id
    cross join edition
    left join countries on event_details.country_id = countries.country_id
    left join places on filtered_events.place_id = places.place_id
)

select told.* exclude (body_words, place_rank, place_words)
from told
order by
    case when $sort = 'oldest' then told.first_day end asc nulls last,
    case when $sort = 'place' then told.place_rank end asc,
    case
        when $sort in ('body', 'place')
            then
                trim(
                    regexp_replace(
                        replace(
                            lower(strip_accents(case when $sort = 'body' then told.body_words else told.place_words end)),
                            'đ',
                            'd'
                        ),
                        '[^a-z0-9_]+',
                        ' ',
                        'g'
                    )
                )
    end asc,
    told.first_day desc nulls last,
    told.event_id asc
limit
    $most
    offset $skipped
