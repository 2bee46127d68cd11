-- Which meetings are in the view, so many of them from a place in its order on, with all that is told of each in a line?
--
-- Parameters: those of filtered_events.sql, those of events_told.sql, and
--     $sort: newest, oldest, body or place; within a body or place the latest first
--     $most: how many at the most; null means all
--     $skipped: how many stand before them
-- Grain: one row a meeting of any status
-- Counts: as in events_told.sql; words are compared as sidang/text.py folds them
select told.* exclude (number, body_words, place_rank, place_words)
from filtered_events
inner join events_told as told on filtered_events.number = told.number
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
