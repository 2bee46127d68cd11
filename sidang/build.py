"""Make an edition of the dataset and publish it, so that whoever reads the served one is never disturbed.

The edition is written under a name of its own, verified, brought to the disk and only then given its name; last the
pointer moves. A build that is refused or killed at any moment leaves what is served as it was.
"""

import contextlib
import datetime
import errno
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb
import pandas as pd

from sidang.check import checked
from sidang.dataset import BadDescriptor
from sidang.dataset_files import files_beside
from sidang.edition import (
    DamagedEdition,
    Edition,
    cursor,
    edition_id,
    edition_path,
    read_edition,
)
from sidang.faults import Fault, errors, in_order
from sidang.publication import only_one_build, point_to, publish, sweep, working_path
from sidang.schema import keyless, schema_statement, schema_tables
from sidang.staging import (
    DERIVED_TABLES,
    QUERIES,
    Progress,
    Staging,
    literal,
    quoted,
    statement_of,
)
from sidang.text import fold

# The latest meetings first, as lists ask for them.
ORDERS = {"events": "year desc, body_id, event_id", "participations": "event_year, event_body_id, event_id, line"}

MOST_KEYED_ROWS = 200_000
# Lists of participants, sources and words of so many meetings at a time fit into the memory of a build.
PORTION = 100_000


class BuildRefused(Exception):
    """The dataset has faults, so that no edition was made; carries all of them, warnings too."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        count = len(errors(faults))
        super().__init__(f"The dataset has {count} fault{'' if count == 1 else 's'}; no edition was built.")
        self.faults = tuple(faults)


class VerificationFailed(Exception):
    """The new edition does not hold what was put into it; it was not published."""


def build(data_dir: Path, output_dir: Path, progress: Progress | None = None) -> Edition:
    """Check the dataset, make an edition of it and serve that. The same data make the same edition and no new file.

    Raises:
        NoDataset: when the folder or its descriptor is not there.
        BuildRefused: when the dataset has faults; the served edition stays.
        NoRoom: when there is no room for the dataset in memory and the folder for temporary files.
        OSError: when the output folder cannot be written.
    """
    tell = progress or _silent
    try:
        with checked(data_dir, tell) as (staging, faults):
            if errors(faults):
                raise BuildRefused(faults)
            return _published(staging, data_dir, output_dir, tell)
    except BadDescriptor as error:
        raise BuildRefused(in_order(error.faults)) from error


def _published(staging: Staging, data_dir: Path, output_dir: Path, tell: Progress) -> Edition:
    version, content_hash = staging.dataset.version, content_hash_of(data_dir, staging)
    beside = files_beside(data_dir)
    path = edition_path(output_dir, edition_id(version, content_hash))
    with only_one_build(output_dir, tell):
        sweep(output_dir)
        edition = _existing(path, tell)
        if edition is None:
            working, schema = working_path(path), schema_for(staging)
            staging.forget_cells()
            fill(staging.database, working, version, content_hash, staging.dataset.data_until, tell, schema, beside)
            publish(working, path, tell)
            edition = read_edition(path)
        point_to(output_dir, edition, tell)
    return edition


def schema_for(staging: Staging) -> str:
    """The statements that make the tables; without keys where there are so many rows that the indexes fill the memory.

    Checks have held every key against every row before; the indexes of an edition only find single records faster.
    """
    rows = sum(_count(staging.database, table.name) for table in staging.dataset.tables)
    return schema_statement() if rows <= MOST_KEYED_ROWS else keyless(schema_statement())


def content_hash_of(data_dir: Path, staging: Staging) -> str:
    """The SHA-256 of what is in an edition: every table and what stands beside them, and the form of storing.

    Neither time nor machine enters it. The statements of the schema and of the derived tables do, so that a changed
    schema makes a new edition instead of leaving an old file under the same name.
    """
    digest = hashlib.sha256()
    for name, content in sorted(files_beside(data_dir).items()):
        digest.update(f"{name} {content}\n".encode())
    for name in sorted(staging.examined):
        digest.update(f"{name} {staging.examined[name].digest}\n".encode())
    digest.update(form_of_storing().encode())
    return digest.hexdigest()


def form_of_storing() -> str:
    """The statements that shape an edition, without comments and layout."""
    paths = [QUERIES / "schema.sql", *sorted((QUERIES / "build").glob("*.sql"))]
    return "\n".join(" ".join(statement_of(path).split()) for path in paths)


def fill(
    database: duckdb.DuckDBPyConnection,
    path: Path,
    version: str,
    content_hash: str,
    data_until: datetime.date,
    progress: Progress,
    schema: str,
    beside: Mapping[str, str] | None = None,
) -> None:
    """Write an edition from staged tables into a new file, its tables made by the statements of `schema`.

    `beside` are the texts that stand beside the tables, by file name; an invented dataset has none.

    Raises:
        BuildRefused: when the schema refuses a row that every check let pass.
        VerificationFailed: when the file does not hold as many rows as were put into it.
        OSError: when the file cannot be written, as on a full disk.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    ((staged_in,),) = database.execute("select current_database()").fetchall()
    back = f"use {quoted(staged_in)}; set search_path = 'staged,main'"
    database.execute(f"attach {literal(str(path))} as edition")
    try:
        database.execute("use edition")
        database.execute(schema)
        database.execute(back)
        tables = [table for table in schema_tables() if table not in DERIVED_TABLES]
        for table in tables:
            progress(f"writing {table}")
            _insert(database, table)
        progress("gathering the words of the search")
        _gather_texts(database)
        for table in ("body_tree", "numbered_spans", "source_sums"):
            progress(f"writing {table}")
            database.execute(_derivation(table))
        progress("writing event_details")
        for first in range(0, _count(database, "events"), PORTION):
            database.execute(_derivation("event_details"), {"first": first, "until": first + PORTION})
        for name, content in (beside or {}).items():
            database.execute("insert into edition.dataset_files values (?, ?)", [name, content])
        database.execute(
            "insert into edition.edition values (?, ?, ?, ?)",
            [version, content_hash, datetime.datetime.now(datetime.UTC).replace(tzinfo=None), data_until],
        )
        database.execute("checkpoint edition")
    except duckdb.IOException as error:
        raise OSError(errno.EIO, str(error).splitlines()[0], str(path)) from error
    finally:
        database.execute(back)
        database.execute("detach edition")
    progress("verifying")
    expected = {table: _count(database, table) for table in tables}
    _verify(path, expected)


def _derivation(table: str) -> str:
    return f"insert into edition.{table} {statement_of(QUERIES / 'build' / f'{table}.sql')}"


def _insert(database: duckdb.DuckDBPyConnection, table: str) -> None:
    if table == "participations":
        source = (
            "select participations.*, events.year as event_year, events.body_id as event_body_id "
            "from participations inner join events on participations.event_id = events.event_id"
        )
        columns = "* exclude (line, event_year, event_body_id)"
    else:
        source, columns = f"select * from staged.{quoted(table)}", "* exclude (line)"
    order = ORDERS.get(table, "line")
    try:
        database.execute(f"insert into edition.{quoted(table)} by name select {columns} from ({source}) order by {order}")
    except duckdb.ConstraintException as error:
        reason = f"the schema refuses a row: {str(error).splitlines()[0]}"
        raise BuildRefused([Fault(f"{table}.csv", None, "", "", reason, "Correct the row")]) from error


def _gather_texts(database: duckdb.DuckDBPyConnection) -> None:
    database.execute(f"create or replace table known_names as {statement_of(QUERIES / 'build' / 'known_names.sql')}")
    texts = "select name from staged.known_names union select term as name from staged.search_terms order by name"
    database.execute("create or replace table folded_names (name text, text text)")
    found = database.cursor().execute(texts)
    while rows := found.fetchmany(PORTION):
        names = [name for (name,) in rows]
        folded = pd.DataFrame({"name": names, "text": [fold(name) for name in names]}, dtype="str")
        database.register("folded", folded)
        database.execute("insert into folded_names from folded")
        database.unregister("folded")
    database.execute(f"create or replace table found_topics as {statement_of(QUERIES / 'build' / 'found_topics.sql')}")
    database.execute(
        "create or replace table known_texts as "
        "select kind, record_id, string_agg(distinct text, ' ' order by text) as text "
        "from known_names inner join folded_names on known_names.name = folded_names.name group by kind, record_id"
    )
    database.execute("drop table folded_names")


def _count(database: duckdb.DuckDBPyConnection, table: str) -> int:
    row = database.execute(f"select count(*) from {quoted(table)}").fetchone()
    return int(row[0]) if row else 0


def _verify(path: Path, expected: dict[str, int]) -> None:
    with contextlib.closing(duckdb.connect(str(path), read_only=True)) as written:
        found = {table: _count(written, table) for table in expected}
        filled = {"event_details": "events", "body_tree": "bodies", "edition": ""}
        short = {table for table, of in filled.items() if _count(written, table) < expected.get(of, 1)}
        beside = written.execute(
            "select count(*) from events positional join event_details "
            "where events.event_id is distinct from event_details.event_id"
        ).fetchone()
        if beside != (0,):
            short.add("event_details (not in the order of events)")
    wrong = [f"{table} ({found[table]} of {count} rows)" for table, count in expected.items() if found[table] != count]
    if wrong or short:
        raise VerificationFailed(f"The new edition is incomplete and was not published: {', '.join([*wrong, *short])}.")


def _existing(path: Path, progress: Progress) -> Edition | None:
    if not path.exists():
        return None
    try:
        edition = read_edition(path)
        progress(f"reading {edition.id} through, which is there already")
        with contextlib.closing(cursor(edition)) as there:
            for table in schema_tables():
                there.execute(f"select max(hash(columns(*))) from {quoted(table)}").fetchall()
    except (DamagedEdition, duckdb.Error):
        return None
    return edition


def _silent(_: str) -> None:
    pass
