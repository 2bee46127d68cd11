-- Who holds two statuses of one track in one organization on one certain day?
--
-- Parameters: none
-- Grain: one row a pair of statuses that overlap on certain days, on the line of the later one
-- Severity: fault
-- Remedy: End the earlier status on the day on which the later begins.
select
    'statuses' as table_name,
    later.line,
    'from_date' as column_name,
    coalesce(later.from_date, later.attested_from) as value,
    later.participant_id || ' is certainly ' || later.status || ' and ' || earlier.status || ' of '
    || later.organization_id || ' on ' || greatest(earlier.certain_from, later.certain_from)
    || ' (line ' || earlier.line || ', ' || earlier.status_id || ')' as reason
from statuses as earlier
inner join statuses as later
    on
        earlier.participant_id = later.participant_id
        and earlier.organization_id = later.organization_id
        and earlier.track = later.track
where
    (earlier.certain_from < later.certain_from or (earlier.certain_from = later.certain_from and earlier.line < later.line))
    and (earlier.certain_until is null or later.certain_from < earlier.certain_until)
    and (later.certain_until is null or later.certain_from < later.certain_until)
order by later.line, earlier.line
