"""The whole dataset to take away, made from an edition: CSV files with their descriptor, or Parquet files, in one ZIP.

The bytes depend on the edition alone: the same edition gives the same package on any machine and day. CSV files are those
of data/, byte by byte.
"""

import io
import threading
import zipfile
from collections.abc import Iterator, Mapping

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from cachetools import LRUCache, cached

from sidang.codebook import descriptor_of
from sidang.dataset import DESCRIPTOR, Dataset, Table, canonical_text, dataset_of
from sidang.dataset_files import LICENSE, README, file_of
from sidang.edition import DamagedEdition, Edition, cursor
from sidang.questions import QuestionFailed
from sidang.staging import quoted

KEPT_BYTES = 64 << 20
LARGEST_ROWS = 2_000_000
ARROW_TYPES = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64()}
KINDS = ("csv", "parquet")


class NoPackage(Exception):
    """An edition cannot be packed: it carries no descriptor, or is too big to be packed while somebody waits."""


@cached(LRUCache(KEPT_BYTES, getsizeof=len), key=lambda edition, kind: (edition.id, kind), lock=threading.Lock())
def package(edition: Edition, kind: str) -> bytes:
    """The ZIP of an edition as `csv` (with descriptor, README and licence) or `parquet` (with descriptor and licence).

    Raises:
        NoPackage: when the edition carries no descriptor or is too big.
        QuestionFailed: when it cannot be read.
    """
    descriptor = descriptor_of(edition)
    if descriptor is None:
        raise NoPackage(f"The edition {edition.id} carries no {DESCRIPTOR} and cannot be packed. Take the DuckDB file.")
    dataset = dataset_of(descriptor)
    try:
        if _rows_of(edition, dataset) > LARGEST_ROWS:
            raise NoPackage(f"The edition {edition.id} is too big to be packed. Take the DuckDB file.")
        files = dict(_csv_files(edition, dataset) if kind == "csv" else _parquet_files(edition, dataset))
    except (duckdb.Error, DamagedEdition) as error:
        raise QuestionFailed(f"The edition {edition.id} cannot be packed: {error}") from error
    for name in (DESCRIPTOR, LICENSE, *([README] if kind == "csv" else [])):
        content = file_of(edition, name)
        if content is not None:
            files[name] = content.encode()
    return _zip(files, edition)


def _rows_of(edition: Edition, dataset: Dataset) -> int:
    counts = " + ".join(f"(select count(*) from {quoted(table.name)})" for table in dataset.tables)
    row = cursor(edition).execute(f"select {counts}").fetchone()
    return int(row[0]) if row else 0


def _rows(edition: Edition, table: Table) -> list[tuple[object, ...]]:
    columns = ", ".join(quoted(name) for name in table.columns)
    return cursor(edition).execute(f"select {columns} from {quoted(table.name)}").fetchall()


def _csv_files(edition: Edition, dataset: Dataset) -> Iterator[tuple[str, bytes]]:
    for table in dataset.tables:
        rows = (dict(zip(table.columns, map(_cell, row), strict=True)) for row in _rows(edition, table))
        yield table.file, canonical_text(table, rows).encode()


def _parquet_files(edition: Edition, dataset: Dataset) -> Iterator[tuple[str, bytes]]:
    for table in dataset.tables:
        rows = _sorted(_rows(edition, table), table)
        schema = pa.schema([(field.name, ARROW_TYPES[field.type]) for field in table.fields])
        columns = zip(*rows, strict=True) if rows else [() for _ in table.fields]
        arrays = [
            pa.array([None if value == "" else value for value in column], type=kind)
            for column, kind in zip(columns, schema.types, strict=True)
        ]
        written = io.BytesIO()
        pq.write_table(pa.table(arrays, schema=schema), written)
        yield f"{table.name}.parquet", written.getvalue()


def _sorted(rows: list[tuple[object, ...]], table: Table) -> list[tuple[object, ...]]:
    return sorted(rows, key=lambda row: table.sort_key([_cell(value) for value in row]))


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def _zip(files: Mapping[str, bytes], edition: Edition) -> bytes:
    day = edition.data_until
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"sidang-{edition.id}/{name}", (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, files[name])
    return written.getvalue()
