-- Which topics are made of a concept that has no terms?
--
-- Parameters: none
-- Grain: one row a row of topic_concepts whose concept is not in search_terms
-- Severity: fault
-- Remedy: Write a concept_id of search_terms.csv.
select
    'topic_concepts' as table_name,
    topic_concepts.line,
    'concept_id' as column_name,
    topic_concepts.concept_id as value,
    'is no concept of search_terms' as reason
from topic_concepts
where topic_concepts.concept_id not in (select search_terms.concept_id from search_terms)
order by topic_concepts.line
