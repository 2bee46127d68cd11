-- Which source is this?
--
-- Parameters: $source_id
-- Grain: one row, none where the edition knows no such source
-- Counts: citations are all facts of any table of which it is cited, for or against
select
    sources.source_id,
    sources.title,
    sources.publisher,
    sources.host,
    sources.url,
    sources.file,
    sources.language,
    sources.published,
    sources.accessed,
    sources.grade,
    (
        select count(*) from citations
        where citations.source_id = $source_id
    ) as citations
from sources
where sources.source_id = $source_id
order by sources.source_id
