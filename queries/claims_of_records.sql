-- What do the sources that disagree on some records say, each in turn?
--
-- Parameters:
--     $records: the records, each as its table, a colon and its id: events:soc-com-19
-- Grain: one row a side of a conflict
-- Counts: nothing. An empty field concerns the record as a whole
select
    conflicts.table_name || ':' || conflicts.record_id as record,
    conflicts.field,
    conflicts.conflict_id,
    conflicts.kept_value,
    conflicts.summary,
    conflicts.summary_indonesian,
    conflicts.reason,
    conflicts.reason_indonesian,
    conflict_claims.position,
    conflict_claims.claimed_value,
    conflict_claims.claimed_value_indonesian,
    conflict_claims.source_name,
    sources.source_id,
    sources.title,
    sources.publisher,
    sources.host,
    sources.url,
    sources.published,
    sources.grade
from conflicts
left join conflict_claims on conflicts.conflict_id = conflict_claims.conflict_id
left join sources on conflict_claims.source_id = sources.source_id
where list_contains($records, conflicts.table_name || ':' || conflicts.record_id)
order by conflicts.conflict_id, conflict_claims.position
