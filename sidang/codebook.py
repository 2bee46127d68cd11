"""The codebook of an edition: every table and field of its own descriptor, and in how many rows each field is filled."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import duckdb

from sidang.dataset import DESCRIPTOR
from sidang.dataset_files import file_of
from sidang.edition import DamagedEdition, Edition, cursor
from sidang.questions import QuestionFailed
from sidang.staging import quoted

KEPT = 4


@dataclass(frozen=True)
class DescribedField:
    """A field as the descriptor tells it, and the number of rows in which it is filled."""

    name: str
    type: str
    description: str
    constraints: str
    example: str
    is_required: bool
    filled: int


@dataclass(frozen=True)
class DescribedTable:
    """A table as the descriptor tells it: what it holds, its key, whether each row is cited, its rows and fields."""

    name: str
    description: str
    key: str
    is_cited: bool
    rows: int
    fields: tuple[DescribedField, ...]


def descriptor_of(edition: Edition) -> dict[str, Any] | None:
    """The descriptor that an edition carries; None where it carries none.

    Raises:
        QuestionFailed: when the edition cannot answer.
    """
    content = file_of(edition, DESCRIPTOR)
    descriptor: dict[str, Any] | None = json.loads(content) if content else None
    return descriptor


@lru_cache(maxsize=KEPT)
def codebook_of(edition: Edition) -> tuple[DescribedTable, ...] | None:
    """The tables of an edition as its own descriptor tells them, in its order; None where it carries no descriptor.

    Raises:
        QuestionFailed: when the edition cannot answer.
    """
    descriptor = descriptor_of(edition)
    return tuple(_table(edition, resource) for resource in descriptor["resources"]) if descriptor else None


def _table(edition: Edition, resource: Mapping[str, Any]) -> DescribedTable:
    schema = resource["schema"]
    names = [field["name"] for field in schema["fields"]]
    rows, *filled = _filled(edition, resource["name"], names)
    key = schema["primaryKey"]
    return DescribedTable(
        resource["name"],
        resource["description"],
        key if isinstance(key, str) else "/".join(key),
        bool(resource.get("cited")),
        rows,
        tuple(_field(field, count, schema) for field, count in zip(schema["fields"], filled, strict=True)),
    )


def _filled(edition: Edition, table: str, names: list[str]) -> list[int]:
    counts = ", ".join(f"count(nullif(cast({quoted(name)} as text), ''))" for name in names)
    try:
        row = cursor(edition).execute(f"select count(*), {counts} from {quoted(table)}").fetchone()
    except (duckdb.Error, DamagedEdition) as error:
        raise QuestionFailed(f"The fields of {table} cannot be counted in edition {edition.id}: {error}") from error
    return [int(count) for count in row or ()]


def _field(field: Mapping[str, Any], filled: int, schema: Mapping[str, Any]) -> DescribedField:
    constraints = field.get("constraints", {})
    leads_to = [
        key["reference"].get("resource") or "same table"
        for key in schema.get("foreignKeys", [])
        if field["name"] in ([key["fields"]] if isinstance(key["fields"], str) else key["fields"])
    ]
    parts = [
        *(name for name in ("required", "unique") if constraints.get(name)),
        *(f"{name} {constraints[name]}" for name in ("minimum", "maximum") if name in constraints),
        *([f"one of: {', '.join(map(str, constraints['enum']))}"] if "enum" in constraints else []),
        *([f"pattern {constraints['pattern']}"] if "pattern" in constraints else []),
        *(f"key of {table}" for table in leads_to),
    ]
    return DescribedField(
        field["name"],
        field.get("type", "string"),
        field["description"],
        "; ".join(parts),
        str(field.get("example", "")),
        bool(constraints.get("required")),
        filled,
    )
