-- Which meetings are in the view, with what a table or an export says of each?
--
-- Parameters: those of filtered_events.sql, those of meeting_lines.sql, and
--     $most: how many meetings at the most of each state (held, announced, upcoming): the latest held and announced ones,
--         the next upcoming ones, seen from $as_of; null means all
-- Grain: one row a meeting of any status
-- Counts: is_held rows are the count in view; the rest as in meeting_lines.sql
with nearest as (
    select filtered_events.number
    from filtered_events
    qualify
        $most is null
        or row_number() over (
            partition by filtered_events.is_held, filtered_events.is_announced, filtered_events.is_upcoming
            order by
                case
                    when filtered_events.is_upcoming then filtered_events.first_day - $as_of
                    else $as_of - filtered_events.first_day
                end,
                filtered_events.event_id
        ) <= $most
)

select meeting_lines.* exclude (number)
from nearest
inner join meeting_lines on nearest.number = meeting_lines.number
order by meeting_lines.first_day desc, meeting_lines.event_id asc
