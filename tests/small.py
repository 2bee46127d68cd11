"""The small dataset of tests/fixtures/small: a copy to work on, and edits that break it in one place."""

import csv
import json
import shutil
from pathlib import Path

from sidang.check import check
from sidang.faults import Fault

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "fixtures" / "small"
DATA = ROOT / "data"
ABOUT = {"name": "small", "version": "1.0.0", "data_until": "2026-05-10"}


def copy_small(target: Path) -> Path:
    """A copy of the fixture with the descriptor of data/, under its own name, version and last day."""
    shutil.copytree(SMALL, target)
    descriptor = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8")) | ABOUT
    (target / "datapackage.json").write_text(json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return target


def edit(data_dir: Path, file: str, old: str, new: str) -> None:
    """Replace a text that must stand in the file exactly once."""
    path = data_dir / file
    content = path.read_bytes()
    assert content.count(old.encode()) == 1, f"{file} holds '{old}' {content.count(old.encode())} times"
    path.write_bytes(content.replace(old.encode(), new.encode()))


def add_line(data_dir: Path, file: str, line: str, before: str = "") -> None:
    """Add a row before the row that begins so, or at the end."""
    path = data_dir / file
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(number for number, text in enumerate(lines) if text.startswith(before)) if before else len(lines)
    path.write_text("".join([*lines[:at], line + "\n", *lines[at:]]), encoding="utf-8")


def cite(data_dir: Path, table: str, record_id: str) -> None:
    """Add a supporting citation where the canonical order wants it."""
    path = data_dir / "citations.csv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    rows.append(f"{table},{record_id},,league-1,supports,,")
    path.write_text("\n".join([header, *sorted(rows, key=lambda row: row.split(","))]) + "\n", encoding="utf-8")


def line_of(data_dir: Path, file: str, start: str) -> int:
    """The number of the line that begins so, counted from 1."""
    lines = (data_dir / file).read_text(encoding="utf-8").splitlines()
    return next(number for number, text in enumerate(lines, start=1) if text.startswith(start))


def the_fault(data_dir: Path) -> Fault:
    """The only fault or warning of a dataset that was broken in one place."""
    (fault,) = check(data_dir)
    return fault


def places(faults: list[Fault]) -> list[tuple[str, int | None, str, str]]:
    """File, line, column and value of each fault."""
    return [(fault.file, fault.line, fault.column, fault.value) for fault in faults]


def delete_events(data_dir: Path, deleted: set[str]) -> None:
    """Take meetings out of a dataset with all that hangs on them, so that it stays valid."""
    in_first_part = {"events", "event_pillars", "event_links", "event_topics", "participations", "event_documents"}
    conflicts: set[str] = set()

    def goes(table: str, row: dict[str, str]) -> bool:
        if table in ("citations", "conflicts"):
            of_event = row["table_name"] in in_first_part and row["record_id"].split("/")[0] in deleted
            of_link = row["table_name"] == "event_links" and row["record_id"].split("/")[1] in deleted
            if table == "conflicts" and of_event:
                conflicts.add(row["conflict_id"])
            return of_event or of_link
        if table == "conflict_claims":
            return row["conflict_id"] in conflicts
        if table == "aliases":
            return row["kind"] == "event" and row["new_id"] in deleted
        return bool({row.get("event_id"), row.get("linked_event_id")} & deleted)

    for table in (*sorted(in_first_part), "citations", "conflicts", "conflict_claims", "aliases"):
        path = data_dir / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(row for row in rows if not goes(table, row))
