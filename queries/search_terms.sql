-- Which words and phrases mean the same in a search?
--
-- Parameters: none
-- Grain: one row a term, with its concept and language
-- Counts: nothing
select
    concept_id,
    language,
    term
from search_terms
order by concept_id, term
