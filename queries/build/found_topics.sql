-- Which topics do the agenda and the documents of each meeting name?
--
-- Parameters: none
-- Grain: one row a meeting and topic
-- Counts: agenda is every row of event_topics in either language; documents are those that the meeting adopted, discussed or
--     prepared, by name. A topic is named where a term of one of its concepts stands in it as whole words, singular or
--     plural; a term inside a longer one of another concept ("culture" in "culture of prevention") does not count
with said as (
    select
        event_id,
        topic as name
    from event_topics
    union
    select
        event_id,
        topic_indonesian as name
    from event_topics
    union
    select
        event_documents.event_id,
        documents.name
    from event_documents
    inner join documents on event_documents.document_id = documents.document_id
    union
    select
        event_documents.event_id,
        documents.name_indonesian as name
    from event_documents
    inner join documents on event_documents.document_id = documents.document_id
),

texts as (
    select
        folded_names.name,
        ' ' || folded_names.text || ' ' as text
    from folded_names
    where folded_names.name in (select said.name from said)
),

terms as (
    select distinct
        search_terms.concept_id,
        ' ' || folded_names.text || endings.ending || ' ' as words
    from search_terms
    inner join folded_names on search_terms.term = folded_names.name
    inner join (values (''), ('s'), ('es')) as endings (ending)
        on endings.ending = '' or search_terms.language = 'en'
    where not starts_with(search_terms.term, '_')
),

met as (
    select
        texts.name,
        texts.text,
        terms.concept_id,
        terms.words
    from texts
    inner join terms on contains(texts.text, terms.words)
),

kept as (
    select
        met.name,
        met.concept_id
    from met
    where not exists (
        select 1
        from met as longer
        where
            longer.name = met.name
            and longer.concept_id != met.concept_id
            and length(longer.words) > length(met.words)
            and contains(longer.words, met.words)
            and not contains(replace(met.text, longer.words, ' '), met.words)
    )
)

select distinct
    said.event_id,
    topic_concepts.topic_id
from said
inner join kept on said.name = kept.name
inner join topic_concepts on kept.concept_id = topic_concepts.concept_id
order by said.event_id, topic_concepts.topic_id
