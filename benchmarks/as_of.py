"""Who holds what on a day among a million invented statuses: the questions of the pages against a filter by hand."""

import datetime
import itertools
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from benchmarks.figures import Cost
from sidang.query_files import question
from sidang.schema import schema_statement

HOLDERS, ORGANIZATIONS = 25_000, 20
IN_A_ROUND = 20
BARE_COUNT = (
    "select organization_id, status, count(*) from statuses "
    "where track = 'standing' and certain_from <= $day and (certain_until is null or $day < certain_until) group by all"
)
BARE_CELL = (
    "select * from statuses where participant_id = $holder and organization_id = $organization "
    "and certain_from <= $day and (certain_until is null or $day < certain_until)"
)
FILL = """
insert into participants by name
    select 'p' || n as participant_id, 'state' as kind, 'P' || n as name from range({holders}) as numbers (n);
insert into organizations by name
    select 'o' || n as organization_id, 'O' || n as name, 'forum' as kind, 'member' as member_term, n + 1 as matrix_position
    from range({organizations}) as numbers (n);
insert into statuses by name
    with pairs as (
        select p, o, date '1967-01-01' + cast((p * 7919 + o * 104729) % 18000 as integer) as day
        from range({holders}) as holders (p), range({organizations}) as organizations (o)
    )
    select
        'p' || p || '-o' || o || '-observer' as status_id, 'p' || p as participant_id, 'o' || o as organization_id,
        'standing' as track, 'observer' as status, day as certain_from, day + 2000 as certain_until, day as possible_from,
        day + 2000 as possible_until
    from pairs
    union all
    select
        'p' || p || '-o' || o || '-member', 'p' || p, 'o' || o, 'standing', 'member', day + 2000, null, day + 2000, null
    from pairs;
checkpoint;
"""


@dataclass(frozen=True)
class Asking:
    """A statement asked for one day after the other."""

    database: duckdb.DuckDBPyConnection
    statement: str
    parameters: dict[str, Any]
    day: str
    days: Iterator[datetime.date]

    def measure(self) -> Cost:
        """The mean cost of an answer in a round of days."""
        wall, cpu = time.perf_counter(), time.process_time()
        for day in itertools.islice(self.days, IN_A_ROUND):
            self.database.execute(self.statement, self.parameters | {self.day: day}).fetchall()
        return Cost((time.perf_counter() - wall) / IN_A_ROUND, (time.process_time() - cpu) / IN_A_ROUND)


def filled(path: Path) -> duckdb.DuckDBPyConnection:
    """A database of the project's schema with a million statuses: observers who became members."""
    database = duckdb.connect(str(path))
    database.execute(schema_statement())
    database.execute(FILL.format(holders=HOLDERS, organizations=ORGANIZATIONS))
    return database


def askings(database: duckdb.DuckDBPyConnection) -> dict[str, tuple[Asking, Asking]]:
    """The questions of the pages, each with the interval filter that somebody would write by hand."""

    def days() -> Iterator[datetime.date]:
        return (datetime.date(1970, 1, 1) + datetime.timedelta(days=37 * number) for number in itertools.count())

    everybody: dict[str, Any] = {"participants": [], "organizations": []}
    cell = {"participant_id": "p77", "organization_id": "o3"}
    return {
        "holders of each standing": (
            Asking(database, question("standing_counts").statement, everybody, "as_of", days()),
            Asking(database, BARE_COUNT, {}, "day", days()),
        ),
        "one participant in one organization": (
            Asking(database, question("standings_on_day").statement, cell, "as_of", days()),
            Asking(database, BARE_CELL, {"holder": "p77", "organization": "o3"}, "day", days()),
        ),
    }
