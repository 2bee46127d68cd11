"""The conflicts between sources: every listed item has its outcome, and what the dataset keeps is what it holds."""

import csv
import json
from collections import defaultdict
from pathlib import Path

from tests.small import DATA, ROOT

ACCOUNT = ROOT / "docs" / "conflicts-account.csv"
OUTCOMES = {"conflict", "stated twice", "no conflict"}
TEXTS = ("summary", "summary_indonesian", "reason", "reason_indonesian")


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file by column name."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def current_value(conflict: dict[str, str]) -> str:
    """What the dataset now holds in the field that a conflict points to."""
    table = conflict["table_name"]
    descriptor = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    (key,) = [resource["schema"]["primaryKey"] for resource in descriptor["resources"] if resource["name"] == table]
    (row,) = [row for row in rows(DATA / f"{table}.csv") if "/".join(row[column] for column in key) == conflict["record_id"]]
    return row[conflict["field"]]


def test_every_item_has_one_known_outcome() -> None:
    """No item of the account stands twice, and each has a known outcome with what belongs to it."""
    account = rows(ACCOUNT)
    items = [(row["set"], row["item"]) for row in account]
    assert len(items) == len(set(items))
    for row in account:
        assert row["outcome"] in OUTCOMES, row
        assert bool(row["conflict_id"]) == (row["outcome"] != "no conflict"), row
        assert row["outcome"] == "conflict" or row["reason"], row


def test_conflicts_of_the_account_exist() -> None:
    """Every conflict that the account names is in the dataset, and every conflict of the dataset is accounted for."""
    named = {row["conflict_id"] for row in rows(ACCOUNT) if row["conflict_id"]}
    assert named == {row["conflict_id"] for row in rows(DATA / "conflicts.csv")}


def test_every_conflict_has_two_sides_with_sources() -> None:
    """Every conflict has at least two different claims, and every claim names its source."""
    sides: defaultdict[str, set[str]] = defaultdict(set)
    for claim in rows(DATA / "conflict_claims.csv"):
        assert claim["source_id"] or claim["source_name"], claim
        sides[claim["conflict_id"]].add(claim["claimed_value"])
    assert {row["conflict_id"] for row in rows(DATA / "conflicts.csv") if len(sides[row["conflict_id"]]) < 2} == set()


def test_kept_value_is_what_the_dataset_holds() -> None:
    """Where a conflict points to a field, the value it keeps is the present value of that field."""
    pointing = [row for row in rows(DATA / "conflicts.csv") if row["field"]]
    assert len(pointing) > 100
    assert [
        (row["conflict_id"], row["kept_value"], current_value(row))
        for row in pointing
        if row["kept_value"] != current_value(row)
    ] == []


def test_texts_are_there_in_both_languages() -> None:
    """No summary and no reason is empty in either language."""
    assert [
        (row["conflict_id"], text) for row in rows(DATA / "conflicts.csv") for text in TEXTS if not row[text].strip()
    ] == []
