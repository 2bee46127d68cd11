-- Which invented meeting adopted which document?
--
-- Parameters: none
-- Grain: one row a document
-- Counts: nothing
select
    substr(document_id, length('document-') + 1) as event_id,
    document_id,
    'adopted' as relation
from documents
order by event_id, document_id, relation
