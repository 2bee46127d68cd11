-- Which document is this, of what kind, adopted when, in force from when until when?
--
-- Parameters: $document_id
-- Grain: one row, none where the edition knows no such document
-- Counts: nothing. valid_from <= day <= valid_to; empty where no source tells it
select
    documents.document_id,
    documents.name,
    documents.name_indonesian,
    documents.name_indonesian_basis,
    documents.kind,
    documents.adopted_date,
    documents.valid_from,
    documents.valid_to,
    first_day(documents.valid_from) as valid_from_day,
    last_day_of(documents.valid_to) as valid_to_day,
    documents.note,
    documents.pillar_id,
    organizations.organization_id,
    organizations.name as organization_name,
    organizations.name_indonesian as organization_name_indonesian,
    organizations.acronym as organization_acronym
from documents
inner join organizations on documents.organization_id = organizations.organization_id
where documents.document_id = $document_id
order by documents.document_id
