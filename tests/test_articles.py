"""Everything that the five founding articles report is in data/, with the article as its source.

tests/fixtures/articles.csv was written by reading the articles sentence by sentence: a row a reported fact, or one row that
says why a sentence has none. Headlines, captions and lines below the text count as sentences. A row names the record, and
the field and value that carry the fact; without a field the existence of the record is the fact. What an article gets
wrong stands in citations.csv as a citation that contradicts.
"""

import csv
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
FIXTURE = ROOT / "tests" / "fixtures" / "articles.csv"

# Counted by hand in the articles.
SENTENCES = {
    "article-000": 21,
    "article-001": 13,
    "article-002": 15,
    "article-003": 42,
    "article-004": 17,
}


class Fact(NamedTuple):
    """A row of the fixture."""

    article: str
    sentence: str
    fact: str
    table_name: str
    record_id: str
    field: str
    value: str


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file, as they are written."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def keys() -> dict[str, list[str]]:
    """The columns of the primary key of each table."""
    resources = json.loads((ROOT / "data" / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    found = {resource["name"]: resource["schema"]["primaryKey"] for resource in resources}
    return {table: [key] if isinstance(key, str) else key for table, key in found.items()}


@cache
def records(table: str) -> dict[str, dict[str, str]]:
    """The rows of a table by record id: the parts of the key joined by a slash."""
    return {"/".join(row[part] for part in keys()[table]): row for row in read(ROOT / "data" / f"{table}.csv")}


@cache
def cited() -> set[tuple[str, str, str, str]]:
    """Article, table, record and field of everything that an article is cited for, in support or against."""
    return {
        (row["source_id"], row["table_name"], row["record_id"], row["field"])
        for row in records("citations").values()
        if row["source_id"] in SENTENCES
    }


def exists(fact: Fact) -> bool:
    """Whether the record is in the data."""
    return fact.record_id in records(fact.table_name)


def holds(fact: Fact) -> bool:
    """Whether the record has the value."""
    return not fact.field or records(fact.table_name).get(fact.record_id, {}).get(fact.field) == fact.value


def is_cited(fact: Fact) -> bool:
    """Whether the article is cited for the record or the field; a citation or a source speaks for itself."""
    if fact.table_name == "citations":
        return records("citations").get(fact.record_id, {}).get("source_id") == fact.article
    if fact.table_name == "sources":
        return fact.record_id == fact.article
    return any((fact.article, fact.table_name, fact.record_id, field) in cited() for field in {"", fact.field})


FACTS = [Fact(**row) for row in read(FIXTURE)]
REPORTED = [fact for fact in FACTS if fact.table_name]


@pytest.mark.parametrize("truth", [exists, holds, is_cited])
@pytest.mark.parametrize("article", SENTENCES)
def test_what_an_article_reports_is_in_the_data(article: str, truth: Callable[[Fact], bool]) -> None:
    """Every fact of an article is a record, holds its value and is cited by the article."""
    assert [fact for fact in REPORTED if fact.article == article and not truth(fact)] == []


@pytest.mark.parametrize("article", SENTENCES)
def test_no_sentence_is_left_out(article: str) -> None:
    """The sentences of an article, counted by hand, are all accounted for."""
    numbers = sorted({int(fact.sentence) for fact in FACTS if fact.article == article})
    assert numbers == list(range(1, SENTENCES[article] + 1))


def test_a_sentence_without_facts_has_one_row_that_says_so() -> None:
    """A sentence that reports nothing stands alone with a word on why."""
    empty = [fact for fact in FACTS if not fact.table_name]
    rows = [(fact.article, fact.sentence) for fact in FACTS]
    assert [fact for fact in empty if not fact.fact or rows.count((fact.article, fact.sentence)) > 1] == []


def test_a_fact_has_field_and_value_or_neither() -> None:
    """A fact is a value of a field, or that a record is there."""
    assert [fact for fact in FACTS if bool(fact.field) != bool(fact.value)] == []
    assert [fact for fact in FACTS if bool(fact.table_name) != bool(fact.record_id)] == []


def test_every_article_is_a_source() -> None:
    """Each article is a source with its file name."""
    assert [article for article in SENTENCES if not records("sources").get(article, {}).get("file")] == []
