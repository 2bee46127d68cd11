-- Of which numbers that a series must have reached is a meeting known, by body and year?
--
-- Parameters: those of bodies_in_view.sql and those of series_spans.sql
-- Grain: one row a body in view and year of which something can be told, within the years of the view
-- Counts: meetings held in the year, with or without a number, whatever the other filters. expected and found are those of
--     the span of series_spans.sql to which the year belongs: add them up where year = until_year. state is known (every
--     number of the span is found), partial (one is missing, a meeting of the year is known), not_collected (one is missing,
--     no meeting of the year is known), unnumbered (a meeting is known and no number says whether it is all)
with held as (
    select
        events.body_id,
        events.year
    from events
    inner join bodies_in_view on events.body_id = bodies_in_view.body_id
    where events.status = 'held' and events.year is not null
),

lives as (
    select
        held.body_id,
        min(held.year) as first_met,
        max(held.year) as last_year,
        count(*) as all_meetings
    from held
    group by held.body_id
),

years as (
    select
        lives.body_id,
        lives.all_meetings,
        unnest(generate_series(
            least(lives.first_met, coalesce(cast(substr(bodies.founded, 1, 4) as integer), lives.first_met)),
            lives.last_year
        )) as year
    from lives
    inner join bodies on lives.body_id = bodies.body_id
),

meetings as (
    select
        held.body_id,
        held.year,
        count(*) as meetings
    from held
    group by held.body_id, held.year
)

select
    bodies.body_id,
    bodies.name,
    bodies.name_indonesian,
    bodies.acronym,
    bodies.acronym_indonesian,
    years.year,
    years.all_meetings,
    coalesce(meetings.meetings, 0) as meetings,
    series_spans.after_year,
    series_spans.until_year,
    series_spans.expected_after,
    series_spans.expected_up_to,
    coalesce(series_spans.expected_up_to - series_spans.expected_after, 0) as expected,
    coalesce(series_spans.found, 0) as found,
    series_spans.known,
    case
        when series_spans.body_id is null then 'unnumbered'
        when series_spans.found = series_spans.expected_up_to - series_spans.expected_after then 'known'
        when meetings.meetings > 0 then 'partial'
        else 'not_collected'
    end as state
from years
inner join bodies on years.body_id = bodies.body_id
left join meetings on years.body_id = meetings.body_id and years.year = meetings.year
left join series_spans
    on
        years.body_id = series_spans.body_id
        and years.year <= series_spans.until_year
        and (series_spans.after_year is null or years.year > series_spans.after_year)
where
    (meetings.meetings > 0 or series_spans.body_id is not null)
    and ($year_from is null or years.year >= $year_from)
    and ($year_to is null or years.year <= $year_to)
order by years.all_meetings desc, bodies.body_id asc, years.year asc
