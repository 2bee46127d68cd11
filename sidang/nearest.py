"""The first meetings of a view by their day, found by numbers in memory (tallies.py) and told by the database."""

import datetime
import threading
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from cachetools import LRUCache

from sidang.edition import Edition
from sidang.querying import Answer, Parameters, row_type, rows_of
from sidang.tallies import FIRST_DAY, UNKNOWN_DAY, Tallies, tallies_of
from sidang.tally_rows import Meetings, Numbers, Rows
from sidang.wanted import Wanted

KEPT_LINES = 4096
# Days and ranks stand in one number, by which meetings are ordered: no day is so late, no edition has so many meetings.
LAST_DAY, RANK_BITS = 1 << 24, 32

_lock = threading.Lock()
_kept: LRUCache[Any, Any] = LRUCache(KEPT_LINES)


def nearest_meetings(edition: Edition, given: Parameters) -> Answer | None:
    """The rows of event_list.sql where only $most of each state are asked for; None where all are, which is no count."""
    if given["most"] is None:
        return None
    tallies, wanted, most = tallies_of(edition), Wanted.of(given), given["most"]
    announced, upcoming = planned_meetings(tallies, wanted, given["as_of"])
    others, planned = tallies.others, tallies.planned
    held = [(meetings, meetings.first_rows(rows, most)) for meetings, rows in tallies.parts(wanted)]
    latest = [
        *_nearest(held, most),
        *_nearest([(others, tallies.rows(others, wanted))], most),
        *_nearest([(planned, announced)], most),
        *_nearest([(planned, upcoming)], most, is_next=True),
    ]
    lines = _lines(edition, latest, given["as_of"])
    return tuple(sorted(lines, key=lambda line: (-(line.first_day or datetime.date.min).toordinal(), line.event_id)))


def first_in_order(edition: Edition, given: Parameters) -> Answer | None:
    """The rows of events_in_order.sql by their day; None where all are asked for, or by the words of bodies or places."""
    if given["most"] is None or given["sort"] not in ("newest", "oldest"):
        return None
    tallies, wanted, skipped = tallies_of(edition), Wanted.of(given), given["skipped"]
    others = [(meetings, tallies.rows(meetings, wanted)) for meetings in (tallies.planned, tallies.others)]
    every = [*tallies.parts(wanted), *others]
    numbers = _nearest(every, skipped + given["most"], is_next=given["sort"] == "oldest")[skipped:]
    asked = {"numbers": tuple(numbers), "as_of": given["as_of"]}
    lines = {line.number: line for line in rows_of(edition, "meetings_by_number", asked)}
    if not lines:
        return ()
    row = row_type("events_in_order", next(iter(lines.values()))._fields[1:])
    return tuple(row._make(lines[number][1:]) for number in numbers)


def planned_meetings(tallies: Tallies, wanted: Wanted, as_of: datetime.date) -> tuple[Numbers, Numbers]:
    """The planned meetings whose last day has passed, and the others."""
    planned = tallies.planned
    rows = planned.listed(tallies.rows(planned, wanted))
    has_passed = planned.columns["last_day"][rows] < (as_of - FIRST_DAY).days
    return rows[has_passed], rows[~has_passed]


def _nearest(parts: Iterable[tuple[Meetings, Rows]], most: int, is_next: bool = False) -> list[int]:
    """The numbers of the latest meetings, or of the next ones; those without a date come last."""
    columns = [[meetings.columns[name][rows] for name in ("first_day", "rank", "number")] for meetings, rows in parts]
    day, rank, number = (np.concatenate(column).astype(np.int64) for column in zip(*columns, strict=True))
    order = (np.where(day == UNKNOWN_DAY, LAST_DAY, day if is_next else -day) << RANK_BITS) + rank
    first = np.argpartition(order, most)[:most] if most < len(order) else slice(None)
    numbers: list[int] = number[first][np.argsort(order[first])].tolist()
    return numbers


def _lines(edition: Edition, numbers: Sequence[int], as_of: datetime.date) -> list[Any]:
    """What meeting_lines.sql tells of meetings, by their numbers; the same few are asked for again and again."""
    with _lock:
        known = {number: _kept.get((edition, as_of, number)) for number in numbers}
    missing = [number for number, line in known.items() if line is None]
    if missing:
        found = rows_of(edition, "meetings_by_number", {"numbers": tuple(missing), "as_of": as_of})
        type_of_line = row_type("event_list", found[0]._fields[1:])
        with _lock:
            for number, *line in found:
                known[number] = _kept[edition, as_of, number] = type_of_line._make(line)
    return list(known.values())
