"""The dataset loaded into a database in memory, as it is checked and as an edition is filled from it.

Three schemas: `raw` holds every cell as text with its line; `typed` what of it can be understood, the rest empty;
`staged` the tables of queries/schema.sql with their derived columns and, beside them, the dataset about itself
(dataset_tables, dataset_fields, dataset_records). Queries of queries/build and queries/checks read `staged`.
"""

import contextlib
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from sidang.dataset import DESCRIPTOR, BadDescriptor, Dataset, Field, Table, load_descriptor
from sidang.faults import Fault
from sidang.form import Examined, examine
from sidang.schema import Columns, columns_in, schema_statement

QUERIES = Path(__file__).resolve().parent.parent / "queries"
DERIVED_TABLES = ("body_tree", "numbered_spans", "source_sums", "event_details", "dataset_files", "edition")
# With Python and its libraries a build stays under a gigabyte; what does not fit goes to the folder for temporary files.
MEMORY = "600MB"

Progress = Callable[[str], None]


class NoRoom(Exception):
    """A dataset fits neither into the memory that a build takes nor into the folder for temporary files; says what to do."""


@contextlib.contextmanager
def _bounded() -> Iterator[None]:
    """Turn what the database says when it has no room left into a NoRoom."""
    try:
        yield
    except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
        raise NoRoom(
            f"The dataset fits neither into the {MEMORY} of memory that a build takes nor into the folder for temporary "
            f"files, '{tempfile.gettempdir()}': {str(error).splitlines()[0]}. Name a folder with more room in TMPDIR. "
            "The served edition is unchanged."
        ) from error


@dataclass(frozen=True)
class Staging:
    """A loaded dataset: its descriptor, the database, what each file was found to be, and the faults of form."""

    dataset: Dataset
    database: duckdb.DuckDBPyConnection
    examined: dict[str, Examined]
    faults: tuple[Fault, ...]

    def forget_cells(self) -> None:
        """Let go of the cells as text, which only checks look at."""
        self.database.execute("drop schema raw cascade")

    def is_usable(self, table: str) -> bool:
        """Whether the rows of a table were loaded, so that what refers to it can be checked."""
        return table in self.examined and self.examined[table].is_usable

    def rows(self, statement: str, parameters: dict[str, Any] | None = None) -> list[tuple[Any, ...]]:
        """The rows of a statement read against the staged tables."""
        return self.database.execute(statement, parameters or {}).fetchall()


def quoted(name: str) -> str:
    """A name of a table or column as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def record_id(columns: Sequence[str], of: str = "") -> str:
    """SQL for a key in one text: its parts joined by /, an empty part as nothing."""
    return "concat_ws('/', " + ", ".join(f"coalesce({of}{quoted(name)}, '')" for name in columns) + ")"


def literal(text: str) -> str:
    """A text value as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def statement_of(path: Path) -> str:
    """The statement in a query file, without its header."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.lstrip().startswith("--"))


@contextlib.contextmanager
def stage(data_dir: Path, progress: Progress) -> Iterator[Staging]:
    """Load a dataset as far as it can be understood, and forget it at the end.

    Raises:
        NoDataset: when the folder or its descriptor is not there.
        BadDescriptor: when the descriptor cannot be understood or tells of other tables and columns than the schema;
            carries the faults of form of all files too.
        NoRoom: when there is no room for it, or for what is done with it.
    """
    dataset = load_descriptor(data_dir)
    with (
        _bounded(),
        tempfile.TemporaryDirectory(prefix="sidang-") as overflow,
        duckdb.connect(config={"memory_limit": MEMORY, "temp_directory": overflow}) as database,
    ):
        yield _loaded(database, dataset, data_dir, progress)


def _loaded(database: duckdb.DuckDBPyConnection, dataset: Dataset, data_dir: Path, progress: Progress) -> Staging:
    database.execute(schema_statement())
    columns = columns_in(database)
    misfits = _schema_faults(dataset, columns)
    if misfits:
        raise BadDescriptor([*misfits, *(fault for table in dataset.tables for fault in examine(data_dir, table).faults)])
    faults: list[Fault] = []
    database.execute("create schema raw; create schema typed; create schema staged")
    database.execute("set search_path = 'staged,main'")
    examined = {}
    for table in dataset.tables:
        progress(f"reading {table.file}")
        examined[table.name] = examine(data_dir, table)
        faults.extend(examined[table.name].faults)
        _load(database, data_dir, table, examined[table.name])
        _type(database, table, columns[table.name])
    _describe(database, dataset, examined)
    return Staging(dataset, database, examined, tuple(faults))


def _schema_faults(dataset: Dataset, columns: Columns) -> list[Fault]:
    faults = []
    described = {table.name: table for table in dataset.tables}
    for name in [name for name in columns if name not in DERIVED_TABLES and name not in described]:
        faults.append(Fault(DESCRIPTOR, None, "resources", name, "the table is missing", "Describe it"))
    for name, table in described.items():
        if name not in columns or name in DERIVED_TABLES:
            remedy = "Add it to queries/schema.sql, or remove it"
            faults.append(Fault(DESCRIPTOR, None, "resources", name, "the edition has no such table", remedy))
            continue
        derived = derived_columns(name)
        for column in columns[name]:
            if column not in table.columns and column not in derived:
                faults.append(Fault(DESCRIPTOR, None, name, column, "the column is missing", "Describe it"))
        for column in table.columns:
            if column not in columns[name] or column in derived:
                remedy = "Add it to queries/schema.sql, or remove it"
                faults.append(Fault(DESCRIPTOR, None, name, column, "the edition has no such column", remedy))
    return faults


def derived_columns(table: str) -> tuple[str, ...]:
    """The columns of a table that no file holds: those that the last select of its statement in queries/build adds."""
    path = QUERIES / "build" / f"{table}.sql"
    last = ("\n" + statement_of(path)).rpartition("\nselect\n")[2] if path.is_file() else ""
    named = re.findall(r"\bas (\w+),?$", last, re.MULTILINE)
    return tuple(name for name in named if name != table)


def _load(database: duckdb.DuckDBPyConnection, data_dir: Path, table: Table, examined: Examined) -> None:
    target = f"raw.{quoted(table.name)}"
    if examined.rows is None and examined.is_usable:
        types = ", ".join(f"{literal(name)}: 'varchar'" for name in table.columns)
        database.execute(
            f"create table {target} as select row_number() over () + 1 as line, * from read_csv("
            f"{literal(str(data_dir / table.file))}, columns = {{{types}}}, auto_detect = false, header = true, "
            "delim = ',', quote = '\"', escape = '\"', nullstr = '')"
        )
        return
    names = ", ".join(f"nullif({quoted(name)}, '') as {quoted(name)}" for name in table.columns)
    rows = [(line, *cells) for line, cells in examined.rows or []]
    frame = pd.DataFrame(rows, columns=["line", *table.columns]).astype(dict.fromkeys(table.columns, "str"))
    database.register("usable_rows", frame.astype({"line": "int64"}))
    database.execute(f"create table {target} as select line, {names} from usable_rows")
    database.unregister("usable_rows")


def _type(database: duckdb.DuckDBPyConnection, table: Table, columns: dict[str, tuple[str, str | None]]) -> None:
    by_name = {field.name: field for field in table.fields}
    chosen = []
    for name, (kind, default) in columns.items():
        if name in by_name:
            value = understood(by_name[name], kind)
            value = f"coalesce({value}, {default})" if default is not None else value
            chosen.append(f"{value} as {quoted(name)}")
    derivation = QUERIES / "build" / f"{table.name}.sql"
    schema = "typed" if derivation.is_file() else "staged"
    name = quoted(table.name)
    database.execute(f"create table {schema}.{name} as select line, {', '.join(chosen)} from raw.{name} order by line")
    if schema == "typed":
        database.execute(f"create table staged.{name} as {statement_of(derivation)}")
        database.execute(f"drop table typed.{name}")


def understood(field: Field, kind: str) -> str:
    """SQL for the value of a cell where it can be understood as its column asks, and null where it cannot."""
    name = quoted(field.name)
    if field.is_date:
        return f"case when {is_day(field)} then {name} end"
    return name if kind == "VARCHAR" else f"try_cast({name} as {kind})"


def is_day(field: Field) -> str:
    """SQL for whether a cell holds a truncated date that the calendar has."""
    name = quoted(field.name)
    padded = f"{name} || case length({name}) when 4 then '-01-01' when 7 then '-01' else '' end"
    shaped = f"regexp_full_match({name}, '[0-9]{{4}}(-[0-9]{{2}}(-[0-9]{{2}})?)?')"
    return f"({shaped} and {name} >= '0001' and try_cast({padded} as date) is not null)"


def _describe(database: duckdb.DuckDBPyConnection, dataset: Dataset, examined: dict[str, Examined]) -> None:
    database.execute("create table staged.dataset_tables (table_name text, is_cited boolean, is_read boolean)")
    database.execute("create table staged.dataset_fields (table_name text, field text)")
    for table in dataset.tables:
        is_read = examined[table.name].is_usable
        database.execute("insert into dataset_tables values (?, ?, ?)", [table.name, table.cited, is_read])
    fields = ", ".join(f"({literal(table.name)}, {literal(name)})" for table in dataset.tables for name in table.columns)
    database.execute(f"insert into dataset_fields values {fields}")
    records = [
        f"select {literal(table.name)} as table_name, "
        f"{record_id(table.primary_key)} as record_id, line from raw.{quoted(table.name)}"
        for table in dataset.tables
    ]
    database.execute(f"create table staged.dataset_records as {' union all '.join(records)}")
