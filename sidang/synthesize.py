"""An edition of invented meetings, of any size, with the skew of real ones: for speed work, never for readers.

What is drawn stands in queries/synthetic, one file a table. The dice are hashes of a row's number, so that the same
seed makes the same rows, in parallel and in little memory. Names are numbers ("Body 17"): nothing can be taken for a
fact. The edition is filled by the same code as that of the dataset, through the same schema but for its keys.
"""

import contextlib
import datetime
import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb

from sidang.build import fill, form_of_storing
from sidang.dataset import DESCRIPTOR, load_descriptor, read_descriptor
from sidang.edition import Edition, edition_id, edition_path, read_edition
from sidang.publication import only_one_build, point_to, publish, sweep, working_path
from sidang.schema import keyless, schema_statement, schema_tables
from sidang.staging import (
    DERIVED_TABLES,
    QUERIES,
    Progress,
    derived_columns,
    literal,
    quoted,
    statement_of,
)

VERSION = "synthetic"
DATA_UNTIL = datetime.date(2026, 5, 10)
DRAWN = QUERIES / "synthetic"
MEMORY = "1500MB"
THREADS = 2


def synthesize(
    events: int, seed: int, output_dir: Path, progress: Progress | None = None, places: int | None = None
) -> Edition:
    """Make an edition of so many invented meetings and serve it from the output folder.

    `places` is the number of cities and areas; without it they grow with the meetings. The same numbers and seed make the
    same edition. A million meetings take minutes, and less than two gigabytes of memory.

    Raises:
        OSError: when the output folder cannot be written.
    """
    tell = progress or _silent
    content_hash = hashlib.sha256(
        f"{events} {seed} {places}\n{_form_of_drawing()}\n{form_of_storing()}".encode()
    ).hexdigest()
    path = edition_path(output_dir, edition_id(VERSION, content_hash))
    with only_one_build(output_dir, tell):
        sweep(output_dir)
        with _drawn(events, seed, working_path(output_dir / "drawn"), tell, places) as database:
            working = working_path(path)
            fill(database, working, VERSION, content_hash, DATA_UNTIL, tell, keyless(schema_statement()))
        publish(working, path, tell)
        edition = read_edition(path)
        point_to(output_dir, edition, tell)
    return edition


def write_files(events: int, seed: int, data_dir: Path, descriptor_dir: Path, progress: Progress | None = None) -> None:
    """Write the same invented meetings as a dataset, with the descriptor of another: one CSV a table, in canonical form.

    Raises:
        OSError: when the folder cannot be written.
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    about = {"name": VERSION, "version": VERSION, "data_until": DATA_UNTIL.isoformat()}
    descriptor = json.dumps(read_descriptor(descriptor_dir) | about, ensure_ascii=False, indent=2)
    (data_dir / DESCRIPTOR).write_text(f"{descriptor}\n", encoding="utf-8")
    with _drawn(events, seed, working_path(data_dir / "drawn"), progress or _silent) as database:
        for table in load_descriptor(data_dir).tables:
            columns = ", ".join(f"nullif(cast({quoted(name)} as varchar), '') as {quoted(name)}" for name in table.columns)
            target = literal(str(data_dir / table.file))
            rows = f"select {columns} from staged.{quoted(table.name)} order by line"
            database.execute(f"copy ({rows}) to {target} (format csv, header true)")


@contextlib.contextmanager
def _drawn(
    events: int, seed: int, folder: Path, progress: Progress, places: int | None = None
) -> Iterator[duckdb.DuckDBPyConnection]:
    folder.mkdir(parents=True, exist_ok=True)
    config: dict[str, str | bool | int | float | list[str]] = {"memory_limit": MEMORY, "threads": THREADS}
    database = duckdb.connect(str(folder / "drawn.duckdb"), config=config)
    try:
        database.execute(schema_statement())
        database.execute("create schema typed; create schema staged; set search_path = 'staged,main'")
        database.execute(
            "create macro chance(number, what) as "
            f"cast(hash(number, what, {int(seed)}) >> 12 as double) / cast({2**52} as double)"
        )
        for table in [table for table in schema_tables() if table not in DERIVED_TABLES]:
            progress(f"drawing {table}")
            _draw(database, table, events, places)
        yield database
    finally:
        database.close()
        shutil.rmtree(folder)


def _draw(database: duckdb.DuckDBPyConnection, table: str, events: int, places: int | None) -> None:
    derivation = QUERIES / "build" / f"{table}.sql"
    derived = derived_columns(table)
    schema = "typed" if derived else "staged"
    stored = f"* exclude ({', '.join(derived)})" if derived else "*"
    database.execute(
        f"create table {schema}.{table} as select cast(0 as bigint) as line, {stored} from main.{table} limit 0"
    )
    drawn = DRAWN / f"{table}.sql"
    if drawn.is_file():
        statement = statement_of(drawn)
        known = {"events": events, "places": places, "data_until": DATA_UNTIL}
        parameters = {name: value for name, value in known.items() if f"${name}" in statement}
        database.execute(
            f"insert into {schema}.{table} by name select row_number() over () as line, * from ({statement})", parameters
        )
    if derived:
        database.execute(f"create table staged.{table} as {statement_of(derivation)}")
        database.execute(f"drop table typed.{table}")


def _form_of_drawing() -> str:
    return "\n".join(" ".join(statement_of(path).split()) for path in sorted(DRAWN.glob("*.sql")))


def _silent(_: str) -> None:
    pass
