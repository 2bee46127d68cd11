"""The dataset as its descriptor (datapackage.json) tells it: which tables there are, which fields and which keys.

Data Package v2 with two properties of our own: `data_until` of the package (the last day about which sources were read)
and `cited` of a resource (each of its rows needs a citation).
"""

import csv
import datetime
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from sidang.dates import TRUNCATED_DATE, first_day, is_date, last_day
from sidang.faults import Fault

DESCRIPTOR = "datapackage.json"
VERSION = r"[0-9A-Za-z][0-9A-Za-z.-]{0,39}"


class NoDataset(Exception):
    """The data folder is not there or holds no descriptor; says so in plain words."""


class BadDescriptor(Exception):
    """The descriptor cannot be understood; carries its faults."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = tuple(faults)


@dataclass(frozen=True)
class Field:
    """A column: its name, its type (string, integer or number) and its constraints."""

    name: str
    type: str = "string"
    required: bool = False
    unique: bool = False
    enum: tuple[str, ...] = ()
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None

    @property
    def is_date(self) -> bool:
        """Whether the column holds truncated dates, which its pattern tells."""
        return self.pattern == TRUNCATED_DATE


@dataclass(frozen=True)
class ForeignKey:
    """Columns whose values together are the key of a row of another table."""

    fields: tuple[str, ...]
    table: str
    table_fields: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """One CSV file of the dataset."""

    name: str
    file: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]
    cited: bool

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in the order of the file."""
        return tuple(field.name for field in self.fields)

    def sort_key(self, cells: Sequence[str]) -> tuple[Any, ...]:
        """Where a row stands in its file: by primary key, whole numbers as numbers."""
        return tuple(_number_key(cells[at]) if is_number else cells[at] for at, is_number in self._key_columns)

    @cached_property
    def is_sorted_as_text(self) -> bool:
        """Whether rows compared cell by cell from the left, as text, stand in the order of their primary key."""
        key = self.columns[: len(self.primary_key)]
        return key == self.primary_key and not any(is_number for _, is_number in self._key_columns)

    @cached_property
    def _key_columns(self) -> tuple[tuple[int, bool], ...]:
        at = {field.name: (position, field.type == "integer") for position, field in enumerate(self.fields)}
        return tuple(at[name] for name in self.primary_key)


@dataclass(frozen=True)
class Dataset:
    """The descriptor: name and version of the dataset, the last day it knows about, and its tables."""

    name: str
    version: str
    data_until: datetime.date
    tables: tuple[Table, ...]

    def table(self, name: str) -> Table:
        """The table of that name.

        Raises:
            KeyError: when the dataset has none.
        """
        for table in self.tables:
            if table.name == name:
                return table
        raise KeyError(f"The dataset has no table '{name}'.")


def read_descriptor(data_dir: Path) -> dict[str, Any]:
    """The descriptor as it stands in the file.

    Raises:
        NoDataset: when the folder or the descriptor is not there.
        BadDescriptor: when it is not a JSON object.
    """
    path = data_dir / DESCRIPTOR
    if not data_dir.is_dir():
        raise NoDataset(f"There is no folder '{data_dir}'. Name the folder of the dataset with --data.")
    if not path.is_file():
        raise NoDataset(f"'{data_dir}' holds no {DESCRIPTOR}, so it is not a dataset. Name another folder with --data.")
    try:
        descriptor = json.loads(path.read_bytes().decode("utf-8"))
    except OSError as error:
        raise NoDataset(f"'{path}' cannot be read: {error.strerror}. Make it readable.") from error
    except json.JSONDecodeError as error:
        reason = f"is not JSON: {error.msg}"
        raise BadDescriptor([Fault(DESCRIPTOR, error.lineno, "", "", reason, "Correct it there")]) from error
    except UnicodeDecodeError as error:
        raise BadDescriptor([Fault(DESCRIPTOR, None, "", "", "is not UTF-8", "Save it as UTF-8")]) from error
    except ValueError as error:
        reason = "holds a number that is too long to be read"
        raise BadDescriptor([Fault(DESCRIPTOR, None, "", "", reason, "Correct it")]) from error
    if not isinstance(descriptor, dict):
        raise BadDescriptor([Fault(DESCRIPTOR, None, "", "", "is not a JSON object", "Write { ... }")])
    return descriptor


def load_descriptor(data_dir: Path) -> Dataset:
    """The dataset that the descriptor in a folder tells of.

    Raises:
        NoDataset: when the folder or the descriptor is not there.
        BadDescriptor: when it lacks a version, a day or a table, or says one of them in a way not understood.
    """
    return dataset_of(read_descriptor(data_dir))


def dataset_of(descriptor: Mapping[str, Any]) -> Dataset:
    """The dataset that a descriptor tells of.

    Raises:
        BadDescriptor: when it lacks a version, a day or a table, or says one of them in a way not understood.
    """
    faults: list[Fault] = []
    for key in ("name", "version", "data_until", "resources"):
        if not descriptor.get(key):
            faults.append(Fault(DESCRIPTOR, None, key, "", "is missing", f"Add '{key}' to the package"))
    version = descriptor.get("version")
    if version and not (isinstance(version, str) and re.fullmatch(VERSION, version)):
        remedy = "Write a text of letters, digits, dots and hyphens, as 2026.11.1: it becomes part of a file's name"
        faults.append(Fault(DESCRIPTOR, None, "version", str(version), "cannot name an edition", remedy))
    until = datetime.date.min
    if descriptor.get("data_until"):
        until = _day(str(descriptor["data_until"]), faults)
    tables = []
    for position, resource in enumerate(descriptor.get("resources") or [], start=1):
        try:
            tables.append(_table(resource))
        except (KeyError, TypeError, AttributeError, ValueError, re.error) as error:
            name = resource.get("name", f"number {position}") if isinstance(resource, dict) else f"number {position}"
            reason = f"resource {name} lacks {error}" if isinstance(error, KeyError) else f"is no table: {error}"
            faults.append(Fault(DESCRIPTOR, None, "resources", str(name), reason, "Complete the resource"))
    names = [table.name for table in tables]
    for name in sorted({name for name in names if names.count(name) > 1}):
        faults.append(Fault(DESCRIPTOR, None, "resources", name, "stands there twice", "Keep one of the two"))
    for table in [] if faults else tables:
        for unknown in sorted({key.table for key in table.foreign_keys} - set(names)):
            reason = f"a key leads to the table '{unknown}', which is not there"
            faults.append(Fault(DESCRIPTOR, None, "resources", table.name, reason, "Correct the key"))
    if faults:
        raise BadDescriptor(faults)
    return Dataset(str(descriptor["name"]), str(descriptor["version"]), until, tuple(tables))


def read_rows(data_dir: Path, table: Table) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a table with the line on which each begins; every value is text, an empty cell is ""."""
    with (data_dir / table.file).open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        line = 2
        for row in reader:
            yield line, row
            line = reader.line_num + 1


def canonical_text(table: Table, rows: Iterable[Mapping[str, str]]) -> str:
    """The one way to write these rows: header first, sorted by primary key, quoted only where needed, lines end in LF.

    The form makes every edit a small diff; `python -m sidang check` compares it with the file byte for byte.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    ordered = sorted(([row[name] for name in table.columns] for row in rows), key=table.sort_key)
    writer.writerows(ordered)
    return text.getvalue()


def _number_key(cell: str) -> tuple[int, str]:
    return (int(cell), "") if cell.isdecimal() else (-1, cell)


def _day(text: str, faults: list[Fault]) -> datetime.date:
    if is_date(text) and first_day(text) == last_day(text):
        return first_day(text)
    faults.append(Fault(DESCRIPTOR, None, "data_until", text, "is not a day", "Write it as 2026-05-10"))
    return datetime.date.min


def _table(resource: Mapping[str, Any]) -> Table:
    schema = resource["schema"]
    path = PurePosixPath(resource["path"])
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(f"its path '{path}' leads out of the folder")
    table = Table(
        name=resource["name"],
        file=str(path),
        fields=tuple(_field(field) for field in schema["fields"]),
        primary_key=_names(schema["primaryKey"]),
        foreign_keys=tuple(
            ForeignKey(
                _names(key["fields"]),
                key["reference"].get("resource") or resource["name"],
                _names(key["reference"]["fields"]),
            )
            for key in schema.get("foreignKeys", [])
        ),
        cited=bool(resource.get("cited", False)),
    )
    for column in [*table.primary_key, *(column for key in table.foreign_keys for column in key.fields)]:
        if column not in table.columns:
            raise ValueError(f"a key names the column '{column}', which is not there")
    return table


def _field(field: Mapping[str, Any]) -> Field:
    constraints = field.get("constraints", {})
    if constraints.get("pattern"):
        re.compile(constraints["pattern"])
    return Field(
        name=field["name"],
        type=field.get("type", "string"),
        required=bool(constraints.get("required", False)),
        unique=bool(constraints.get("unique", False)),
        enum=tuple(str(value) for value in constraints.get("enum", ())),
        pattern=constraints.get("pattern"),
        minimum=constraints.get("minimum"),
        maximum=constraints.get("maximum"),
    )


def _names(value: str | Sequence[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
