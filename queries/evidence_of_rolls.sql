-- On which pages does it rest that the list of members of an organization is complete on a day?
--
-- Parameters: $organization_id, $as_of (a day)
-- Grain: one row a page that supports a list of members which is complete on that day; better grades first
-- Counts: nothing
select
    rolls.complete_from,
    rolls.complete_until,
    citations.note,
    sources.source_id,
    sources.title,
    sources.publisher,
    sources.host,
    sources.url,
    sources.published,
    sources.grade
from rolls
inner join citations
    on
        citations.table_name = 'rolls'
        and citations.record_id = concat_ws('/', rolls.organization_id, rolls.standing, rolls.complete_from)
        and citations.stance = 'supports'
inner join sources on citations.source_id = sources.source_id
where
    rolls.organization_id = $organization_id
    and rolls.standing = 'member'
    and first_day(rolls.complete_from) <= $as_of
    and (rolls.complete_until is null or $as_of < first_day(rolls.complete_until))
order by
    case sources.grade when 'official' then 1 when 'press' then 2 when 'reference' then 3 else 4 end,
    sources.source_id
