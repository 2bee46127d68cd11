-- Which documents name a participant in their title?
--
-- Parameters: $participant_id
-- Grain: one row a document, the earliest first, with the meetings that adopted it
-- Counts: nothing; a document that concerns the participant without naming it is none of them
select
    documents.document_id,
    documents.name,
    documents.name_indonesian,
    documents.kind,
    documents.adopted_date,
    first_day(documents.adopted_date) as first_day,
    string_agg(event_documents.event_id, ' ' order by event_documents.event_id) filter (
        where event_documents.relation = 'adopted'
    ) as adopted_at,
    (
        select min(coalesce(sources.publisher, sources.host))
        from citations
        inner join sources on citations.source_id = sources.source_id
        where
            citations.table_name = 'documents'
            and citations.record_id = documents.document_id
            and citations.stance = 'supports'
    ) as source_name,
    (
        select min(sources.url) filter (where sources.grade != 'mirror')
        from citations
        inner join sources on citations.source_id = sources.source_id
        where
            citations.table_name = 'documents'
            and citations.record_id = documents.document_id
            and citations.stance = 'supports'
    ) as url
from documents
left join event_documents on documents.document_id = event_documents.document_id
where
    exists (
        select 1
        from participants
        where
            participants.participant_id = $participant_id
            and contains(lower(documents.name), lower(participants.name))
    )
group by
    documents.document_id, documents.name, documents.name_indonesian, documents.kind, documents.adopted_date
order by documents.adopted_date asc nulls last, documents.document_id asc
