-- Which documents did a meeting adopt, discuss or prepare?
--
-- Parameters: $event_id
-- Grain: one row a document and relation
-- Counts: nothing
select
    documents.document_id,
    documents.name,
    documents.name_indonesian,
    documents.kind,
    event_documents.relation
from event_documents
inner join documents on event_documents.document_id = documents.document_id
where event_documents.event_id = $event_id
order by event_documents.relation, documents.name, documents.document_id
