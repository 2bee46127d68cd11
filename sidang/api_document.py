"""The tables of docs/api.md: addresses, keys and fields, from the table of kinds, so that they cannot drift."""

from collections.abc import Iterator

from sidang.api_kinds import COMMON, KINDS
from sidang.api_types import Field, Fields


def addresses(root: str) -> str:
    """Each list and record with its keys."""
    lines = ["| address | what it answers | keys besides `as_of`, `edition`, `lang` |", "|---|---|---|"]
    for kind in KINDS.values():
        keys = [f"`{key}`" for key in kind.keys if key not in COMMON]
        own = [f"`{name}` ({says})" for name, _, says in kind.own]
        paging = ["`limit`", "`offset`", "`format`"]
        lines.append(f"| `{root}/{kind.path}` | {kind.says} | {', '.join([*keys, *own, *paging])} |")
        lines.append(f"| `{root}/{kind.path}/{kind.example}` | One {kind.name} with its citations and conflicts. | |")
    return "\n".join(lines) + "\n"


def fields() -> str:
    """Each field of each kind: what it says, its type, its closed list; those of lists within it below it."""
    parts = []
    for kind in KINDS.values():
        listed = {field.name for field in kind.fields}
        parts.append(f"### {kind.path}\n\n| field | type | what it says |\n|---|---|---|")
        parts += _lines(kind.fields)
        more = tuple(field for field in kind.record if field.name not in listed)
        missing = sorted(listed - {field.name for field in kind.record})
        if more:
            parts += ["", "In a record besides:", "", "| field | type | what it says |", "|---|---|---|", *_lines(more)]
        if missing:
            parts += ["", f"In a record not: {', '.join(f'`{name}`' for name in missing)}."]
        parts.append("")
    return "\n".join(parts)


def _lines(found: Fields, prefix: str = "") -> Iterator[str]:
    for field in found:
        yield f"| `{prefix}{field.name}` | {_type(field)} | {_says(field)} |"
        yield from _lines(field.fields, f"{prefix}{field.name}[].")


def _type(field: Field) -> str:
    return f"{field.type}, or null" if field.can_be_null else field.type


def _says(field: Field) -> str:
    return field.says + (f". One of: {', '.join(f'`{code}`' for code in field.codes)}" if field.codes else "")
