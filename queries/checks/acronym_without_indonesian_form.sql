-- Which bodies have a short name with English words in it and none in Indonesian?
--
-- Parameters: none
-- Grain: one row a body
-- Severity: warning
-- Remedy: Fill acronym_indonesian, with the same words where Indonesian ministries use them unchanged.
select
    'bodies' as table_name,
    line,
    'acronym' as column_name,
    acronym as value,
    'holds a word that is not the same in every language, and acronym_indonesian is empty' as reason
from bodies
where acronym_indonesian is null and regexp_matches(acronym, '[a-z]{3}|\b[a-z]+\b|[A-Z]s\b')
order by line
