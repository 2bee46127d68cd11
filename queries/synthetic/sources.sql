-- Which invented sources are there?
--
-- Parameters: $events, the number of meetings: there is about one page for each, up to a hundred thousand
-- Grain: one row a page; hosts are of the domain that is kept for examples, one grade a host
-- Counts: nothing
with numbered as (
    select
        number,
        cast(floor(40 * chance(number, 'host') ** 2) as bigint) as host
    from range(1, 51 + least($events, 100000)) as numbers (number)
)

select
    'page-' || number as source_id,
    'Page ' || number as title,
    'Publisher ' || host as publisher,
    'host-' || host || '.example' as host,
    'https://host-' || host || '.example/' || number as url,
    'en' as language,
    case when host < 12 then 'official' when host < 32 then 'press' when host < 38 then 'reference' else 'mirror' end
        as grade
from numbered
order by source_id
