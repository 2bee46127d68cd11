-- Which meetings are in the view, so many of them from a place in its order on, with all that is told of each in a line?
--
-- Parameters: those of filtered_events.sql, those of meeting_lines.sql, and
--     $language: the language in whose words bodies and places are ordered, en or id
--     $sort: newest, oldest, body or place; within a body or place the latest first
--     $most: how many at the most; null means all
--     $skipped: how many stand before them
-- Grain: one row a meeting of any status
-- Counts: as in meeting_lines.sql; words are compared as sidang/text.py folds them
with told as (
    select
        meeting_lines.*,
        case
            when $language = 'id' then coalesce(meeting_lines.body_name_indonesian, meeting_lines.body_name || ' en')
            else meeting_lines.body_name
        end as body_words,
        case when meeting_lines.country_id is not null then 0 when meeting_lines.mode = 'virtual' then 1 else 2 end
            as place_rank,
        case
            when meeting_lines.mode = 'virtual' then 'online'
            when meeting_lines.place_name is not null
                then
                    case
                        when $language = 'id'
                            then coalesce(meeting_lines.place_name_indonesian, meeting_lines.place_name || ' en')
                        else meeting_lines.place_name
                    end
                    || case when meeting_lines.mode = 'hybrid' then ' hybrid' else '' end
            when $language = 'id' then meeting_lines.country_name_indonesian || ' kota'
            else meeting_lines.country_name || ' city'
        end as place_words
    from meeting_lines
)

select told.* exclude (number, body_words, place_rank, place_words)
from filtered_events
inner join told on filtered_events.number = told.number
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
