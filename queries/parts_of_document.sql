-- Of which parts does a document consist?
--
-- Parameters: $document_id
-- Grain: one row a part, in the order of the document
-- Counts: nothing
select
    document_parts.position,
    document_parts.name,
    document_parts.name_indonesian
from document_parts
where document_parts.document_id = $document_id
order by document_parts.position
