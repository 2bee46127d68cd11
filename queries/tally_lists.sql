-- What stands in a list of each meeting, in numbers?
--
-- Parameters: $list: participants, pillars (involved), topics or sources
-- Grain: one row a meeting and entry, in the order of events: the rowid of the participant, pillar, topic or source
-- Counts: nothing
with names as (
    select
        (select list(pillars.pillar_id order by pillars.rowid) from pillars) as pillar_ids,
        (select list(topics.topic_id order by topics.rowid) from topics) as topic_ids
),

listed as (
    select
        event_details.rowid as number,
        unnest(
            case $list
                when 'participants' then event_details.participant_rowids
                when 'pillars'
                    then list_transform(
                        event_details.involved_pillar_ids, lambda id: list_position(names.pillar_ids, id) - 1
                    )
                when 'topics'
                    then list_transform(event_details.topic_ids, lambda id: list_position(names.topic_ids, id) - 1)
                when 'sources' then event_details.source_rowids
            end
        ) as entry
    from event_details
    cross join names
)

select listed.entry
from listed
order by listed.number, listed.entry
