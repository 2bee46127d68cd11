-- Which pages stand behind some records, and which say otherwise?
--
-- Parameters:
--     $records: the records, each as its table, a colon and its id: events:soc-com-19
-- Grain: one row a citation
-- Counts: nothing; better grades first. An empty field concerns the record as a whole
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
where list_contains($records, citations.table_name || ':' || citations.record_id)
order by
    record asc,
    citations.stance desc,
    case sources.grade when 'official' then 1 when 'press' then 2 when 'reference' then 3 else 4 end,
    sources.source_id asc,
    citations.field asc,
    citations.claimed_value asc
