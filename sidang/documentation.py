"""The tables in the documents that follow from data or code: coverage in README.md, codebook in data/README.md, docs/api.md.

Each stands between two marks and is written by `python -m sidang document`, so that it cannot drift from the data.
"""

import csv
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sidang.api_document import addresses, fields
from sidang.dataset import read_descriptor
from sidang.edition import Edition
from sidang.questions import ask
from sidang.series import missing

MARK = "<!-- {name}: python -m sidang document -->"
FEWEST_MEETINGS = 10
API = "/api/v1"


class NoMark(Exception):
    """A document lacks the marks between which a table belongs; says which."""


def document(root: Path, data_dir: Path, edition: Edition) -> list[Path]:
    """Write the tables into README.md, data/README.md and docs/api.md; returns the files that changed.

    Raises:
        NoMark: when a file lacks the pair of marks of a table.
    """
    tables = {
        root / "README.md": {"coverage": coverage(edition), "untranslated": untranslated(edition)},
        data_dir / "README.md": {"grades": grades(data_dir), "codebook": codebook(data_dir)},
        root / "docs" / "api.md": {"addresses": addresses(API), "fields": fields()},
    }
    changed = []
    for path, sections in tables.items():
        text = path.read_text(encoding="utf-8")
        new = text
        for name, table in sections.items():
            new = between_marks(new, name, table, path)
        if new != text:
            path.write_text(new, encoding="utf-8")
            changed.append(path)
    return changed


def between_marks(text: str, name: str, table: str, path: Path) -> str:
    """The text of a document with another table between the two marks of that name."""
    mark = MARK.format(name=name)
    parts = text.split(mark)
    if len(parts) != 3:
        raise NoMark(f"'{path}' must hold '{mark}' twice, before and after the table, and holds it {len(parts) - 1} times.")
    return f"{parts[0]}{mark}\n\n{table}\n{mark}{parts[2]}"


def coverage(edition: Edition) -> str:
    """How much of each longer series is known: meetings held, numbers found of the highest known, gaps, years."""
    lines = ["| series | held | numbers known | missing | years |", "|---|---|---|---|---|"]
    for row in ask(edition, "series_coverage"):
        if row.meetings >= FEWEST_MEETINGS:
            name = row.name if row.acronym in (None, row.name) else f"{row.name} ({row.acronym})"
            of_highest = f"{row.numbers} of {row.highest}" if row.highest else "not numbered"
            lines.append(f"| {name} | {row.meetings} | {of_highest} | {missing(row)} | {row.first_year}–{row.last_year} |")
    return "\n".join(lines) + "\n"


def untranslated(edition: Edition) -> str:
    """Which names have no Indonesian form, so that Indonesian pages show the English one, marked."""
    rows = ask(edition, "untranslated_names")
    if not rows:
        return "Every name that pages show has an Indonesian form.\n"
    lines = ["| kind | record | name without an Indonesian form |", "|---|---|---|"]
    return "\n".join([*lines, *(f"| {row.kind} | `{row.record_id}` | {row.name} |" for row in rows)]) + "\n"


def grades(data_dir: Path) -> str:
    """How many hosts, sources and citations there are of each grade."""
    sources, citations = _rows(data_dir, "sources.csv"), _rows(data_dir, "citations.csv")
    grade_of = {source["source_id"]: source["grade"] for source in sources}
    cited = Counter(grade_of[citation["source_id"]] for citation in citations)
    lines = ["| grade | hosts | sources | citations |", "|---|---|---|---|"]
    for grade in ("official", "press", "reference", "mirror"):
        hosts = {source["host"].removeprefix("www.") for source in sources if source["grade"] == grade}
        lines.append(f"| {grade} | {len(hosts)} | {list(grade_of.values()).count(grade):,} | {cited[grade]:,} |")
    return "\n".join(lines) + "\n"


def codebook(data_dir: Path) -> str:
    """Every table and field of the descriptor, with the share of rows in which an optional field is filled."""
    parts = []
    for resource in read_descriptor(data_dir)["resources"]:
        rows = _rows(data_dir, resource["path"])
        key = resource["schema"]["primaryKey"]
        key = [key] if isinstance(key, str) else key
        cited = "each row cited" if resource.get("cited") else "reference table"
        parts.append(
            f"### {resource['name']}\n\n{resource['description']} Key: `{'/'.join(key)}`; {cited}; {len(rows):,} rows.\n"
        )
        parts.append("| field | meaning | filled | example |\n|---|---|---|---|")
        parts += [_field(field, rows) for field in resource["schema"]["fields"]]
        parts.append("")
    return "\n".join(parts)


def _rows(data_dir: Path, file: str) -> list[dict[str, str]]:
    with (data_dir / file).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def _field(field: Mapping[str, Any], rows: list[dict[str, str]]) -> str:
    constraints = field.get("constraints", {})
    values = f" One of: {', '.join(f'`{value}`' for value in constraints['enum'])}." if "enum" in constraints else ""
    filled = sum(1 for row in rows if row[field["name"]])
    share = "always" if constraints.get("required") else f"{100 * filled / len(rows):.0f} %" if rows else "–"
    meaning = re.sub(r"\|", r"\\|", field["description"]) + values
    return f"| `{field['name']}` | {meaning} | {share} | {str(field.get('example', '')).replace('|', chr(92) + '|')} |"
