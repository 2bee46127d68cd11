-- Where was each meeting held, by the names of that day, and how many sources support it?
--
-- Parameters: none
-- Grain: one row a meeting
-- Counts: source_count is the number of distinct pages that support the meeting or one of its fields
with renamed as (
    select
        events.event_id,
        max(place_names.name) as name
    from events
    inner join place_names on events.place_id = place_names.place_id
    where
        first_day(place_names.from_date) <= events.first_day
        and events.first_day < first_day(place_names.until_date)
    group by events.event_id
),

cited as (
    select
        citations.record_id,
        count(distinct citations.source_id) as source_count
    from citations
    where citations.table_name = 'events' and citations.stance = 'supports'
    group by citations.record_id
)

select
    events.event_id,
    coalesce(renamed.name, places.name) as place_name,
    coalesce(renamed.name, places.name_indonesian, places.name) as place_name_indonesian,
    coalesce(places.country_id, events.country_id) as country_id,
    coalesce(cited.source_count, 0) as source_count
from events
left join places on events.place_id = places.place_id
left join renamed on events.event_id = renamed.event_id
left join cited on events.event_id = cited.record_id
order by events.event_id
