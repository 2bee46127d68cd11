"""Fields and kinds of records in the answers for machines, and their JSON Schema.

One table of them (api_fields.py, api_kinds.py) makes the answers, the OpenAPI description and the tables of docs/api.md, so
that none can drift from the others.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sidang.language import ENGLISH, Language

JSON_TYPES: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "id": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "day": {"type": "string", "format": "date"},
    "date": {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
}


@dataclass(frozen=True)
class Field:
    """One field: its name and type (a key of JSON_TYPES, or list of `fields`), what it says, its closed list of codes.

    `can_be_null` where a source may not tell it: then it is not known, which is neither "no" nor 0.
    """

    name: str
    type: str
    says: str
    codes: tuple[str, ...] = ()
    can_be_null: bool = True
    fields: "Fields" = ()


Fields = tuple[Field, ...]


@dataclass(frozen=True)
class Kind:
    """A kind of record: its names in addresses, its key, what its list and its record hold, an id as an example.

    `keys` are those of a view that restrict or change its list; `own` keys of its own with their values, the default first.
    """

    name: str
    path: str
    key: str
    says: str
    keys: tuple[str, ...]
    fields: Fields
    record: Fields
    example: str
    own: tuple[tuple[str, tuple[str, ...], str], ...] = ()


def always(name: str, kind: str, says: str, codes: tuple[str, ...] = (), fields: Fields = ()) -> Field:
    """A field that is always known."""
    return Field(name, kind, says, codes, can_be_null=False, fields=fields)


def codes(worded: Callable[[Language], dict[str, str]]) -> tuple[str, ...]:
    """The closed list for which there are words."""
    return tuple(worded(Language(ENGLISH)))


def named(prefix: str, of: str, is_always: bool = True) -> Fields:
    """A name in both languages."""
    return (
        Field(prefix, "text", f"{of}, in English", can_be_null=not is_always),
        Field(f"{prefix}_indonesian", "text", f"{of}, in Indonesian; null where the data have none"),
    )


def without(fields: Fields, *names: str) -> Fields:
    """The fields but those of these names."""
    return tuple(field for field in fields if field.name not in names)


def schema_of(field: Field) -> dict[str, Any]:
    """The JSON Schema of a field."""
    if field.type == "list":
        return {"type": "array", "description": field.says, "items": object_of(field.fields)}
    schema = {**JSON_TYPES[field.type], "description": field.says}
    if field.codes:
        schema["enum"] = [*field.codes, *([None] if field.can_be_null else [])]
    if field.can_be_null:
        schema["type"] = [schema["type"], "null"]
    return schema


def object_of(fields: Fields) -> dict[str, Any]:
    """The JSON Schema of an object that has all these fields and no other."""
    return {
        "type": "object",
        "properties": {field.name: schema_of(field) for field in fields},
        "required": [field.name for field in fields],
        "additionalProperties": False,
    }
