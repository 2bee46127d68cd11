"""What the descriptor says of columns and keys, and what the schema checks within a row, held against every row."""

from collections.abc import Iterator
from dataclasses import dataclass

from sidang.dataset import Field, ForeignKey, Table
from sidang.faults import Fault
from sidang.staging import Staging, is_day, literal, quoted, record_id

LARGEST = 2**31 - 1
WHOLE_NUMBER = "-?(0|[1-9][0-9]*)"
NUMBER = r"-?(0|[1-9][0-9]*)(\.[0-9]+)?"


@dataclass(frozen=True)
class Constraint:
    """A condition in SQL that is true of a cell which breaks it, with the words for it."""

    column: str
    broken: str
    reason: str
    remedy: str


def constraint_faults(staging: Staging) -> list[Fault]:
    """The rows that break a constraint of the descriptor, a key, or a check of queries/schema.sql."""
    faults: list[Fault] = []
    for table in [table for table in staging.dataset.tables if staging.is_usable(table.name)]:
        faults.extend(_column_faults(staging, table))
        for key in _unique_keys(table):
            faults.extend(_repeated(staging, table, key))
        for foreign_key in table.foreign_keys:
            faults.extend(_dangling(staging, table, foreign_key))
    known = {(fault.file, fault.line, fault.column) for fault in faults}
    return [*faults, *(fault for fault in _schema_checks(staging) if (fault.file, fault.line, fault.column) not in known)]


def _column_faults(staging: Staging, table: Table) -> Iterator[Fault]:
    is_plain = _holds_plain_signs(staging, table)
    constraints = [constraint for field in table.fields for constraint in _constraints(field, is_plain)]
    counts = ", ".join(f"count(*) filter (where {constraint.broken})" for constraint in constraints)
    raw = f"raw.{quoted(table.name)}"
    found = staging.rows(f"select {counts} from {raw}")[0]
    for constraint, count in zip(constraints, found, strict=True):
        if count:
            name = quoted(constraint.column)
            rows = staging.rows(f"select line, coalesce({name}, '') from {raw} where {constraint.broken} order by line")
            for line, value in rows:
                yield Fault(table.file, line, constraint.column, value, constraint.reason, constraint.remedy)


def _holds_plain_signs(staging: Staging, table: Table) -> bool:
    """Whether every sign of a table can be seen and is composed: its rows are looked at whole, which is far less work."""
    row = f"concat_ws('|', {', '.join(quoted(name) for name in table.columns)})"
    found = staging.rows(
        f"select count(*) from (select {row} as row from raw.{quoted(table.name)}) "
        f"where {_is_hidden('row')} or row != nfc_normalize(row)"
    )
    return found == [(0,)]


def _is_hidden(text: str) -> str:
    return f"regexp_matches({text}, '[\\p{{Cc}}\\p{{Cf}}\\p{{Zl}}\\p{{Zp}}]')"


def _constraints(field: Field, is_plain: bool) -> Iterator[Constraint]:
    """The conditions of a column; those of signs that are not plain only where the table has any."""
    name, cell = field.name, quoted(field.name)
    if field.required:
        yield Constraint(name, f"{cell} is null", "is empty", "Give a value: the column is required")
    spaced = f"{cell} != trim({cell})" if is_plain else f"({cell} != trim({cell}) or {cell} != nfc_normalize({cell}))"
    yield Constraint(name, spaced, "has spaces around it, or letters that are not composed (NFC)", "Write it plainly")
    if not is_plain:
        remedy = "Write the cell anew, without control characters"
        yield Constraint(name, _is_hidden(cell), "holds a sign that cannot be seen", remedy)
    if field.enum:
        allowed = ", ".join(literal(value) for value in field.enum)
        remedy = f"Write one of: {', '.join(field.enum)}"
        yield Constraint(name, f"{cell} not in ({allowed})", "is not in the closed list", remedy)
    if field.is_date:
        shaped = f"regexp_full_match({cell}, {literal(field.pattern or '')})"
        yield Constraint(name, f"not {shaped}", "is not a date", "Write 2024, 2024-10 or 2024-10-09")
        yield Constraint(name, f"{shaped} and not {is_day(field)}", "is not in the calendar", "Correct the day")
    elif field.pattern:
        broken = f"not regexp_full_match({cell}, {literal(field.pattern)})"
        yield Constraint(name, broken, f"does not have the form {field.pattern}", "Correct it")
    if field.type in ("integer", "number"):
        form, kind = (WHOLE_NUMBER, "integer") if field.type == "integer" else (NUMBER, "double")
        is_number = f"(regexp_full_match({cell}, '{form}') and try_cast({cell} as {kind}) is not null)"
        wanted = f"a whole number up to {LARGEST}, as 12" if field.type == "integer" else "a number, as -6.21462"
        yield Constraint(
            name, f"{cell} is not null and not {is_number}", f"is not {wanted.split(',', maxsplit=1)[0]}", f"Write {wanted}"
        )
        if field.minimum is not None:
            broken = f"try_cast({cell} as double) < {field.minimum}"
            yield Constraint(name, broken, f"is less than {field.minimum}", "Correct it")
        if field.maximum is not None:
            broken = f"try_cast({cell} as double) > {field.maximum}"
            yield Constraint(name, broken, f"is more than {field.maximum}", "Correct it")


def _unique_keys(table: Table) -> list[tuple[str, ...]]:
    keys = [table.primary_key, *((field.name,) for field in table.fields if field.unique)]
    return list(dict.fromkeys(keys))


def _repeated(staging: Staging, table: Table, key: tuple[str, ...]) -> Iterator[Fault]:
    raw = f"raw.{quoted(table.name)}"
    names = ", ".join(quoted(name) for name in key)
    same = " and ".join(f"rows.{quoted(name)} is not distinct from twice.{quoted(name)}" for name in key)
    is_filled = f"{quoted(key[0])} is not null" if len(key) == 1 else "true"
    rows = staging.rows(
        f"select rows.line, {record_id(key, 'rows.')}, twice.first_line from {raw} as rows inner join ("
        f"select {names}, min(line) as first_line from {raw} where {is_filled} group by {names} having count(*) > 1"
        f") as twice on {same} where rows.line > twice.first_line order by rows.line"
    )
    for line, shown, first in rows:
        reason = f"stands on line {first} already, and {' + '.join(key)} must be unique"
        yield Fault(table.file, line, " + ".join(key), shown, reason, "Keep one of the two")


def _dangling(staging: Staging, table: Table, key: ForeignKey) -> Iterator[Fault]:
    if not staging.is_usable(key.table):
        return
    raw, target = f"raw.{quoted(table.name)}", f"raw.{quoted(key.table)}"
    filled = " and ".join(f"rows.{quoted(name)} is not null" for name in key.fields)
    same = " and ".join(
        f"rows.{quoted(name)} = target.{quoted(other)}" for name, other in zip(key.fields, key.table_fields, strict=True)
    )
    rows = staging.rows(
        f"select rows.line, {record_id(key.fields, 'rows.')} from {raw} as rows where {filled} "
        f"and not exists (select 1 from {target} as target where {same}) order by rows.line"
    )
    file = staging.dataset.table(key.table).file
    for line, shown in rows:
        column = " + ".join(key.fields)
        yield Fault(table.file, line, column, shown, f"is not in {file}", f"Add the row to {file}, or correct the id")


def _schema_checks(staging: Staging) -> Iterator[Fault]:
    checks = staging.rows(
        "select table_name, expression, constraint_column_names from duckdb_constraints() "
        "where constraint_type = 'CHECK' and schema_name = 'main' order by table_name, constraint_index"
    )
    for name, expression, columns in checks:
        if not staging.is_usable(name):
            continue
        table = staging.dataset.table(name)
        column = columns[0] if len(columns) == 1 else ""
        shown = ", ".join(f"coalesce(cast({quoted(one)} as varchar), '')" for one in columns)
        rows = staging.rows(
            f"select line, concat_ws(', ', {shown}) from staged.{quoted(name)} where not ({expression}) order by line"
        )
        for line, value in rows:
            reason = f"breaks a check of the schema on {', '.join(columns)}: {expression}"
            yield Fault(table.file, line, column, value, reason, "Correct the row")
