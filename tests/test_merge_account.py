"""The account of the merge (docs/data-merge.csv and docs/data-merge.md) agrees with the data and with itself."""

import csv
import json
import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OUTCOMES = ("kept", "joined", "split", "citation", "left out")


def read_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file as dictionaries."""
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def account() -> list[dict[str, str]]:
    """Return the lines of the account, one for each gathered row."""
    return read_rows(ROOT / "docs" / "data-merge.csv")


def present_keys() -> dict[str, set[str]]:
    """Return for each table the keys of its rows, their parts joined with a slash."""
    descriptor = json.loads((ROOT / "data" / "datapackage.json").read_text(encoding="utf-8"))
    keys = {}
    for resource in descriptor["resources"]:
        key = resource["schema"].get("primaryKey")
        if key:
            parts = [key] if isinstance(key, str) else key
            rows = read_rows(ROOT / "data" / f"{resource['name']}.csv")
            keys[resource["name"]] = {"/".join(row[part] for part in parts) for row in rows}
    return keys


def counts_on_page() -> dict[tuple[str, str], list[int]]:
    """Return the figures of the tables in docs/data-merge.md by set and file, the row named all included."""
    figures = {}
    name = None
    for line in (ROOT / "docs" / "data-merge.md").read_text(encoding="utf-8").splitlines():
        heading = re.fullmatch(r"### (?:The set “(\w+)”|(Corrections))", line)
        if heading:
            name = (heading[1] or heading[2]).lower()
        elif line.startswith("#"):
            name = None
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if name and len(cells) == len(OUTCOMES) + 2 and cells[1].isdecimal():
            figures[name, cells[0]] = [int(cell) for cell in cells[1:]]
    return figures


def test_every_record_of_the_account_exists() -> None:
    """Each record that a gathered row ended in is a row of its table, under its present id."""
    keys = present_keys()
    aliases = {row["old_id"]: row["new_id"] for row in read_rows(ROOT / "data" / "aliases.csv")}
    missing = []
    for row in account():
        if row["outcome"] == "left out":
            continue
        for record in row["record_id"].split(" | "):
            present = "/".join(aliases.get(part, part) for part in record.split("/"))
            table_keys = keys.get(row["table_name"], set())
            if record not in table_keys and present not in table_keys:
                missing.append((row["set"], row["file"], row["line"], row["table_name"], record))
    assert missing == []


def test_counts_on_the_page_are_those_of_the_account() -> None:
    """The tables of the page give for each set and file the outcomes that the account has, and their sums."""
    expected = {}
    counted = Counter((row["set"], row["file"], row["outcome"]) for row in account())
    for name, file, _ in counted:
        figures = [counted[name, file, outcome] for outcome in OUTCOMES]
        expected[name, file] = [*figures, sum(figures)]
    for name in {name for name, _ in expected}:
        tables = [figures for (of, _), figures in expected.items() if of == name]
        expected[name, "all"] = [sum(column) for column in zip(*tables, strict=True)]
    assert counts_on_page() == expected


def test_every_row_left_out_has_a_reason() -> None:
    """A gathered row that is not in the data says why and names no record, and every outcome is a known one."""
    offending = [
        row
        for row in account()
        if row["outcome"] not in OUTCOMES
        or (row["outcome"] != "kept" and not row["reason"])
        or (row["outcome"] == "left out") != (row["record_id"] == "")
    ]
    assert offending == []


def test_no_gathered_row_is_counted_twice_or_skipped() -> None:
    """The lines of each gathered file run from the line after the header to its last, each once."""
    lines: dict[tuple[str, str], list[int]] = {}
    for row in account():
        lines.setdefault((row["set"], row["file"]), []).append(int(row["line"]))
    offending = [file for file, found in lines.items() if sorted(found) != list(range(2, len(found) + 2))]
    assert len(lines) == 24
    assert offending == []
