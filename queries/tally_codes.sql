-- Which number stands for which record in counts?
--
-- Parameters: none
-- Grain: one row a country, participant, pillar and topic with its id, and a source with its grade; a number is the rowid
-- Counts: nothing
select
    'countries' as list,
    countries.rowid as number,
    countries.country_id as code
from countries
union all
select
    'participants' as list,
    participants.rowid as number,
    participants.participant_id as code
from participants
union all
select
    'pillars' as list,
    pillars.rowid as number,
    pillars.pillar_id as code
from pillars
union all
select
    'topics' as list,
    topics.rowid as number,
    topics.topic_id as code
from topics
union all
select
    'sources' as list,
    sources.rowid as number,
    sources.grade as code
from sources
order by list, number
