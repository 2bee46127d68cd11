"""The tables of an edition as this version of the program makes them: queries/schema.sql."""

import re
from functools import cache
from pathlib import Path

import duckdb

SCHEMA = Path(__file__).resolve().parent.parent / "queries" / "schema.sql"

Columns = dict[str, dict[str, tuple[str, str | None]]]


def schema_statement() -> str:
    """The statements that create the tables of an edition."""
    return SCHEMA.read_text(encoding="utf-8")


def keyless(schema: str) -> str:
    """The same tables without primary, unique and foreign keys, whose indexes a big edition could not hold in memory."""
    without = re.sub(r",\n    primary key \([^)]*\)", "", schema)
    return re.sub(r" primary key\b| unique\b| references \w+ \(\w+\)", "", without)


def schema_tables() -> tuple[str, ...]:
    """The tables of an edition in the order in which they can be filled, those that the build derives last."""
    return tuple(re.findall(r"^create table (\w+)", schema_statement(), re.MULTILINE))


@cache
def schema_columns() -> frozenset[tuple[str, str]]:
    """Table and name of every column that an edition has."""
    with duckdb.connect() as database:
        database.execute(schema_statement())
        return frozenset((table, column) for table, columns in columns_in(database).items() for column in columns)


def columns_in(database: duckdb.DuckDBPyConnection) -> Columns:
    """The columns of each table of a database: their type, and their default where they may not be empty."""
    columns: Columns = {}
    found = database.execute(
        "select table_name, column_name, data_type, case when not is_nullable then column_default end "
        "from duckdb_columns() where not internal order by table_oid, column_index"
    ).fetchall()
    for table, column, kind, default in found:
        columns.setdefault(table, {})[column] = (kind, default)
    return columns
