-- For which facts is a source cited?
--
-- Parameters: $source_id
-- Grain: one row a citation of the source
-- Counts: nothing; an empty field concerns the record as a whole
select
    citations.table_name || ':' || citations.record_id as record,
    citations.field,
    citations.stance,
    citations.claimed_value,
    citations.note,
    sources.source_id,
    sources.title,
    sources.publisher,
    sources.host,
    sources.url,
    sources.file,
    sources.language,
    sources.published,
    sources.accessed,
    sources.grade
from citations
inner join sources on citations.source_id = sources.source_id
where citations.source_id = $source_id
order by record, citations.field, citations.stance, citations.claimed_value
